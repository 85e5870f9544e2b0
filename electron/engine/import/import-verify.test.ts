import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../engine.ts';
import { makeMedia, subtitles } from '../testing/make-media.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { migrations, temporaryFolder } from '../testing/temporary-case.ts';

/** A folder as people bring it: every kind of file, whole and broken, under every kind of name. */
async function mixedFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'from the field');
  await mkdir(join(folder, 'مجلد "a"'), { recursive: true });
  const pdf = await makePdf(['Nearly 1,236 bodies.', 'Three mass graves.']);
  const picture = await createCanvas(40, 30).encode('png');
  const files: Record<string, string | Uint8Array> = {
    'report.pdf': pdf, 'repaired.pdf': pdf.subarray(0, pdf.length - 30), 'cut.pdf': pdf.subarray(0, 300), 'copy of report.pdf': pdf,
    'locked.pdf': await makePdf(['x'], { userPassword: 'x' }), 'scan.pdf': await makePdf([''], { textless: true }),
    'a.png': picture, 'cut.png': picture.subarray(0, picture.length - 20), 'lie.mp4': 'words', 'empty.txt': '', 'words.md': '# الرقة\r\n',
    'page.html': '<html><title>P</title><img src="https://a.example/x.png"><p>words of a page', 'مجلد "a"/odd 🕊️\nname.txt': 'odd',
    'data.bin': Buffer.from([0, 1, 2, 255]), 'clip.srt': subtitles, 'clip.ar.srt': subtitles.replace('Nearly', 'حوالي'),
  }; // prettier-ignore
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  await makeMedia(folder, 'clip.mp4');
  await symlink(folder, join(folder, 'loop'));
  return folder;
}

it('law: whatever an import met, verify finds nothing wrong afterwards, and every kept file can be fetched', async () => {
  const engine = createEngine({ migrations, version: 'test', actor: 'tester' });
  onTestFinished(() => engine.close());
  await engine.call('case.create', { folder: join(await temporaryFolder(), 'Case'), title: 'Law' });
  const folder = await mixedFolder();
  const { outcomes } = await engine.call('items.import', { paths: [folder] });
  const by = (fate: string) => outcomes.filter((outcome) => outcome.fate === fate).length;
  expect({ kept: by('kept'), again: by('already-kept'), refused: by('refused') }).toEqual({ kept: 13, again: 1, refused: 4 });
  expect((await engine.call('verify.run', {})).findings).toEqual([]);
  const again = await engine.call('items.import', { paths: [folder] });
  expect(again.outcomes.filter(({ fate }) => fate === 'kept')).toEqual([]);
  expect((await engine.call('verify.run', {})).findings).toEqual([]);
  const { rows } = await engine.call('items.list', {});
  for (const { id } of rows) {
    const item = await engine.call('items.get', { id });
    for (const { sha256, size } of item.files) expect((await engine.call('blobs.locate', { sha256 })).size).toBe(size);
  }
  expect(rows).toHaveLength(11);
});
