import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import { newClaim } from '../testing/claim-fixtures.ts';
import type { CaseContext } from '../context.ts';
import { createExport } from '../export/create-export.ts';
import { getText, listTexts } from '../items/get-text.ts';
import { removeFile } from '../items/remove-file.ts';
import { createPassage } from '../passages/create-passage.ts';
import { querySearch } from '../search/query-search.ts';
import { keepOne } from '../testing/import-one.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { makeScan, makeScannedPdf } from '../testing/make-scan.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { runOcr } from './run-ocr.ts';

const lines = ['Four families lost at least 90 relatives', 'and neighbours in the bombardment of the city.'];

/** Recognising is work for the processor, which tests share. */
vi.setConfig({ testTimeout: 120_000 });

async function keepScan(ctx: CaseContext, bytes: Buffer, name: string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return (await keepOne(ctx, path)).item.id;
}
const entries = async (ctx: CaseContext) => (await ctx.read.selectFrom('journal').select('action').execute()).map(({ action }) => action);

test('a scanned PDF gains a text that can be quoted, found, exported and verified as what it is', async () => {
  const { ctx, engine } = await temporaryCase();
  const itemId = await keepScan(ctx, await makeScannedPdf([await makeScan(lines), await makeScan([])]), 'scan.pdf');
  const outcome = await runOcr(ctx, { itemId, languages: ['eng'] });
  expect(outcome).toMatchObject({
    words: 15,
    unread: [],
    pages: [
      { page: 1, words: 15, turned: 0 },
      { page: 2, words: 0, confidence: null },
    ],
  });
  const [head, ...more] = await listTexts(ctx, itemId);
  expect(more).toEqual([]);
  expect(head).toMatchObject({ kind: 'ocr', language: 'en', name: 'scan.ocr.txt', tool: 'tesseract.js-core', toolVersion: '7.0.0' });
  expect(head!.toolParameters).toMatchObject({
    engine: expect.stringMatching(/^Tesseract 5/),
    languages: [{ code: 'eng', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), origin: 'bundled' }],
    pages: [{ page: 1, dpi: 300, words: 15, confidence: expect.any(Number) }, { page: 2 }],
  });
  const passage = await createPassage(ctx, { itemId, quote: '90 relatives', textFileId: outcome.fileId!, comment: '', tags: [] });
  expect(passage).toMatchObject({ textKind: 'ocr', page: 1, state: 'exact', textConfidence: expect.any(Number), fileId: null });
  expect(passage.textConfidence).toBeGreaterThan(70);
  expect(passage.selectors.filter(({ type }) => type === 'FragmentSelector')).toMatchObject([
    { value: 'page=1', refinedBy: { type: 'SvgSelector', value: expect.stringContaining('<polygon') } },
  ]);
  await newClaim(ctx, { act: 'killed', evidence: [{ passageId: passage.id, stance: 'states' }] });
  const { rows } = await querySearch(ctx, { words: 'relatives', limit: 10, offset: 0 });
  expect(rows.map(({ kind, textKind }) => [kind, textKind]).sort()).toEqual([
    ['item', 'ocr'],
    ['passage', 'ocr'],
  ]);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  const out = join(await temporaryFolder(), 'out');
  await createExport(ctx, { out, zip: false });
  expect((await verifyCaseFile(engine, { path: out })).findings).toEqual([]);
  expect(await readFile(join(out, 'data/report/report.html'), 'utf8')).toContain('Read by OCR, may contain errors.');
});

test('the same scan reads the same twice, and a reading that is taken away is no longer found', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepScan(ctx, await makeScan(lines, { width: 1200, height: 420 }), 'photo.png');
  const [first, second] = [await runOcr(ctx, { itemId, languages: ['eng'] }), await runOcr(ctx, { itemId, languages: ['eng'] })];
  const texts = [await getText(ctx, itemId, first.fileId), await getText(ctx, itemId, second.fileId)];
  expect(texts[0]!.text).toBe(texts[1]!.text);
  expect(texts[0]!.map).toEqual(texts[1]!.map);
  const passage = await createPassage(ctx, { itemId, quote: 'neighbours', textFileId: first.fileId!, comment: '', tags: [] });
  // A picture has no pages.
  expect(passage).toMatchObject({ page: null, textKind: 'ocr' });
  await removeFile(ctx, { fileId: second.fileId!, reason: 'made twice' });
  expect(await listTexts(ctx, itemId)).toHaveLength(1);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('nothing is kept of a blank page, a cancelled run or a file that is no picture', async () => {
  const { ctx } = await temporaryCase();
  const blank = await keepScan(ctx, await makeScan([], { width: 600, height: 400 }), 'blank.png');
  expect(await runOcr(ctx, { itemId: blank, languages: ['eng'] })).toMatchObject({ fileId: null, words: 0, confidence: null });
  const scan = await keepScan(ctx, await makeScannedPdf([await makeScan(lines)]), 'scan.pdf');
  const running = runOcr(ctx, { itemId: scan, languages: ['eng'], jobId: 'ocr-1' });
  const cancelled = expect(running).rejects.toMatchObject({ name: 'AbortError' });
  while (!ctx.jobs.cancel('ocr-1')) await new Promise((resolve) => setTimeout(resolve, 5));
  await cancelled;
  expect(ctx.jobs.list().find(({ id }) => id === 'ocr-1')).toMatchObject({ kind: 'ocr', state: 'cancelled' });
  const text = await keepScan(ctx, Buffer.from('plain words'), 'words.txt');
  await expect(runOcr(ctx, { itemId: text, languages: ['eng'] })).rejects.toMatchObject({
    code: 'ocr-source',
    facts: { path: 'words.txt', mediaType: 'text/plain' },
  });
  await expect(runOcr(ctx, { itemId: scan, languages: ['tlh'] })).rejects.toMatchObject({ code: 'ocr-language' });
  await expect(runOcr(ctx, { itemId: scan, languages: ['eng'], pages: [2] })).rejects.toMatchObject({
    code: 'ocr-pages',
    facts: { path: 'scan.pdf', page: 2, pages: 1 },
  });
  expect(await entries(ctx)).not.toContain('file.derived');
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('a page with words of its own can be read too; its canonical text stays the first', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepScan(ctx, await makePdf(['Typed words of the page']), 'typed.pdf');
  const { fileId } = await runOcr(ctx, { itemId, languages: ['eng'] });
  expect((await listTexts(ctx, itemId)).map(({ kind }) => kind)).toEqual(['canonical', 'ocr']);
  expect((await getText(ctx, itemId, fileId))!.text).toBe('Typed words of the page');
  const { rows } = await querySearch(ctx, { words: 'typed words', limit: 10, offset: 0 });
  expect(rows).toMatchObject([{ kind: 'item', textKind: null }]);
});
