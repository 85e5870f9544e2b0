import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { importPaths } from './import-paths.ts';

async function keepPage(ctx: CaseContext, files: Record<string, string>, name: string) {
  const folder = await temporaryFolder();
  for (const [file, body] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), body);
  }
  const [outcome] = (await importPaths(ctx, { paths: [join(folder, name)] })).outcomes;
  if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
  return { item: await getItem(ctx, outcome.itemId), text: await getText(ctx, outcome.itemId) };
}
async function bytesOf(ctx: CaseContext, sha256: string) {
  return Buffer.concat((await ctx.store.read(sha256).toArray()) as Buffer[]).toString();
}

describe('a saved page', () => {
  it('in HTML is frozen with what lies beside it, and its words are its canonical text', async () => {
    const { ctx } = await temporaryCase();
    const html = `<!-- saved from url=(0024)https://news.example/a1 --><!doctype html><html lang="en"><head><title>Graves found</title>
      <link rel="stylesheet" href="a_files/s.css"><script>document.body.innerHTML = 'gone'</script></head><body onload="x()"><p>Nearly 1,236 bodies.</p></body></html>`;
    const { item, text } = await keepPage(ctx, { 'a.html': html, 'a_files/s.css': 'p { color: red }' }, 'a.html');
    expect(item).toMatchObject({
      type: 'web',
      method: 'import',
      title: 'Graves found',
      language: 'en',
      sourceUrl: 'https://news.example/a1',
      source: 'news.example',
      completeness: 'whole',
    });
    expect(text).toMatchObject({ text: 'Nearly 1,236 bodies.', map: { kind: 'snapshot' } });
    const snapshot = item.files.find(({ role }) => role === 'snapshot');
    const original = item.files.find(({ role }) => role === 'original');
    expect(snapshot?.parentFileId).toBe(original?.id);
    expect(item.files.find(({ role }) => role === 'text')?.parentFileId).toBe(snapshot?.id);
    expect(await bytesOf(ctx, original!.sha256)).toBe(html);
    const frozen = await bytesOf(ctx, snapshot!.sha256);
    expect(frozen).toMatch(/color: ?red/);
    expect(frozen).not.toMatch(/<script|onload/);
  });

  it('that shows what lies on the web is kept, and what is missing is named', async () => {
    const { ctx } = await temporaryCase();
    const { item } = await keepPage(ctx, { 'a.htm': '<html><body><img src="https://cdn.example/x.png"><p>words</p>' }, 'a.htm');
    expect(item).toMatchObject({
      completeness: 'partial',
      gaps: [{ reason: 'resources-not-in-snapshot', facts: { count: 1, addresses: ['https://cdn.example/x.png'] } }],
    });
  });

  it('in MHTML is frozen from its parts', async () => {
    const { ctx } = await temporaryCase();
    const mhtml = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://news.example/b',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="B"',
      '',
      '--B',
      'Content-Type: text/html',
      'Content-Location: https://news.example/b',
      '',
      '<html><title>B</title><p>الرقة</p>',
      '--B--',
      '',
    ].join('\r\n');
    const { item, text } = await keepPage(ctx, { 'b.mhtml': mhtml }, 'b.mhtml');
    expect(item).toMatchObject({ type: 'web', sourceUrl: 'https://news.example/b', title: 'B', facts: { mediaType: 'multipart/related' } });
    expect(text?.text).toBe('الرقة');
  });
});
