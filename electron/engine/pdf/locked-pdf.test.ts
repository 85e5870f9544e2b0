import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toErrorData } from '#shared/errors.ts';
import { getItem } from '../items/get-item.ts';
import { getText, listTexts } from '../items/get-text.ts';
import { createPassage } from '../passages/create-passage.ts';
import { importOne, keepOne } from '../testing/import-one.ts';
import { makeBook } from '../testing/make-book.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { extractAttachment } from './extract-attachment.ts';
import { readLockedText } from './read-locked-text.ts';

const PASSWORD = 'kelp-47-holdfast';
const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex');

async function written(bytes: Buffer, name: string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}

/** Names of the files of a folder that hold the words. */
async function filesWith(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    if ((await readFile(join(entry.parentPath, entry.name))).includes(words)) found.push(entry.name);
  }
  return found;
}

test('the words of a locked PDF become a text of their own, and the password is written nowhere', async () => {
  const { ctx, engine, folder } = await temporaryCase();
  const pages = ['Under lock: nearly 1,236 bodies.', 'Second page.'];
  const path = await written(await makePdf(pages, { userPassword: PASSWORD }), 'locked.pdf');
  const { item, text } = await keepOne(ctx, path);
  expect(text).toBeNull();
  const wrong = await readLockedText(ctx, { itemId: item.id, password: 'wrong-guess-91' }).catch(toErrorData);
  expect(wrong).toEqual({ code: 'pdf-password-wrong', facts: { path: 'locked' } });
  const { fileId } = await readLockedText(ctx, { itemId: item.id, password: PASSWORD });
  expect(await readLockedText(ctx, { itemId: item.id, password: PASSWORD })).toEqual({ fileId });
  expect(await listTexts(ctx, item.id)).toMatchObject([
    { kind: 'unlocked', tool: 'pdf.js', toolParameters: { password: 'given, not kept', rule: 'pages-1' } },
  ]);
  // The same words, by the same rule, as when the file had come unlocked.
  const open = await keepOne(ctx, await written(await makePdf(pages), 'open.pdf'));
  const unlocked = await getText(ctx, item.id, fileId);
  expect([unlocked?.text, unlocked?.map]).toEqual([open.text?.text, open.text?.map]);
  const passage = await createPassage(ctx, { itemId: item.id, quote: 'nearly 1,236 bodies', textFileId: fileId, comment: '', tags: [] });
  expect(passage).toMatchObject({ textKind: 'unlocked', page: 1, state: 'exact' });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  expect(JSON.stringify(engine.jobs.list())).not.toMatch(/kelp-47|wrong-guess/);
  await ctx.close();
  engine.open = null;
  expect(await filesWith(folder, PASSWORD)).toEqual([]);
  expect(await filesWith(folder, 'wrong-guess-91')).toEqual([]);
  // Eight readings, each in a thread of its own.
}, 60_000);

test('files inside are listed with size and hash, and taken out by an act; asking again takes out nothing more', async () => {
  const { ctx } = await temporaryCase();
  const { item } = await keepOne(ctx, await written(await makeBook(2), 'book.pdf'));
  const csv = 'name,age\nunknown,34\n';
  expect(item.facts).toMatchObject({
    pdf: {
      attachments: [
        { name: 'victims.csv', description: 'A list of names', size: 20, sha256: sha256(csv) },
        { name: 'القائمة.txt', size: 6, sha256: sha256('second') },
      ],
    },
  });
  const { fileId } = await extractAttachment(ctx, { itemId: item.id, index: 0 });
  expect(await extractAttachment(ctx, { itemId: item.id, index: 0 })).toEqual({ fileId });
  const { files } = await getItem(ctx, item.id);
  const original = files.find(({ role }) => role === 'original');
  expect(files.filter(({ role }) => role === 'attachment')).toMatchObject([
    { id: fileId, name: 'victims.csv', sha256: sha256(csv), size: 20, parentFileId: original?.id, tool: 'pdf.js' },
  ]);
  await expect(extractAttachment(ctx, { itemId: item.id, index: 2 })).rejects.toMatchObject({ code: 'not-found' });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
}, 60_000);

test('a source that is no PDF has no locked words', async () => {
  const { ctx } = await temporaryCase();
  const outcome = await importOne(ctx, await written(Buffer.from('plain'), 'plain.txt'));
  const { itemId } = outcome as Extract<typeof outcome, { fate: 'kept' }>;
  await expect(readLockedText(ctx, { itemId, password: 'x' })).rejects.toMatchObject({ code: 'wrong-input' });
});
