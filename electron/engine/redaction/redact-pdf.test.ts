import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import type { RedactionMade, RedactionRegion } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { bytesOf, keepOne } from '../testing/import-one.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { makeScan, makeScannedPdf } from '../testing/make-scan.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runOcr } from '../ocr/run-ocr.ts';
import { runVerify } from '../verify/run-verify.ts';
import { createRedaction } from './create-redaction.ts';
import { findLeaks } from './leaks/find-leaks.ts';
import { redactedWords } from './redacted-words.ts';
import { redactionLog } from './redaction-log.ts';
import { keptRedactions } from './redaction-rows.ts';

const run = promisify(execFile);
const why = { reason: 'witness-identity' as const, note: '' };
const sampleReport = join(import.meta.dirname, '../../../sample/report.pdf');

export async function keptPdf(ctx: CaseContext, bytes: Buffer, name = 'statement of Hana Rashid.pdf') {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return keepOne(ctx, path);
}
function wordsOf(text: string, words: string): RedactionRegion {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no ${words}`);
  return { kind: 'words', start, end: start + words.length, textFileId: null, ...why };
}
const copyOf = (made: RedactionMade, type: string) => made.redaction.copies.find(({ mediaType }) => mediaType === type)!;
async function toolText(ctx: CaseContext, sha256: string) {
  const { stdout } = await run('pdftotext', [ctx.store.pathOf(sha256), '-']);
  return stdout.trim();
}
const textOf = async (ctx: CaseContext, made: RedactionMade) => readFile(ctx.store.pathOf(copyOf(made, 'text/plain').sha256), 'utf8');
const hasPdftotext = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
);

test('words of a PDF are withheld: pictures of the pages, a text with blocks, no trace of the words anywhere but in the original', async () => {
  const { ctx } = await temporaryCase();
  const pdf = await makePdf(['The witness Hana Rashid saw it.\nHana Rashid left.', 'Second page, whole.'], {
    title: 'Interview with Hana Rashid',
    attach: { name: 'hana.txt', bytes: 'Hana Rashid' },
  });
  const { item, text } = await keptPdf(ctx, pdf);
  const made = await createRedaction(ctx, { itemId: item.id, regions: [wordsOf(text!.text, 'Hana Rashid')] });
  expect(made.elsewhere).toEqual([{ region: 0, times: 1 }]);
  expect(await textOf(ctx, made)).toBe('The witness █████ saw it.\nHana Rashid left.\n\nSecond page, whole.');
  const { redaction } = made;
  const original = item.files.find(({ role }) => role === 'original')!;
  expect(redaction).toMatchObject({ fileId: original.id, sha256: original.sha256 });
  const copy = copyOf(made, 'application/pdf');
  expect(copy).toMatchObject({ role: 'redacted', parentFileId: original.id, tool: 'pdf.js', toolParameters: { pages: 2, dpi: 200 } });
  const bytes = await readFile(ctx.store.pathOf(copy.sha256));
  expect(findLeaks(['Hana Rashid'], bytes)).toEqual([]);
  expect(bytes.toString('latin1')).not.toMatch(/\/Annots|\/EmbeddedFiles|\/Font\b|\/Metadata|\/Title/);
  const words = await redactedWords(ctx, await keptRedactions(ctx));
  expect(words.map((one) => [one.words, one.needles.map(({ standsElsewhere }) => standsElsewhere)])).toEqual([
    ['Hana Rashid', [true, true, true]],
  ]);
  // What is journaled and told are places, no words.
  const journal = await ctx.read.selectFrom('journal').select('payload').where('action', 'in', ['redaction.made']).execute();
  const added = await ctx.read.selectFrom('journal').select('payload').where('action', '=', 'file.derived').execute();
  for (const { payload } of [...journal, ...added.slice(-2)]) expect(findLeaks(['Hana Rashid'], payload)).toEqual([]);
  const log = await redactionLog(ctx);
  expect(findLeaks(['Hana Rashid'], JSON.stringify(log))).toEqual([]);
  expect(log.map(({ regions }) => regions[0])).toEqual([
    { kind: 'words', block: null, page: null, area: null, from: null, to: null, reason: 'witness-identity', note: '' },
    { kind: 'words', block: 1, page: null, area: null, from: null, to: null, reason: 'witness-identity', note: '' },
  ]);
  expect(log.every(({ withheldSha256, author }) => withheldSha256 === original.sha256 && author === 'tester')).toBe(true);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
}, 120_000);

test.runIf(hasPdftotext)(
  'pdftotext and pdfinfo find nothing in copies of real PDFs, and the box covers the words it is for',
  async () => {
    const { ctx } = await temporaryCase();
    const { item, text } = await keepOne(ctx, sampleReport);
    const quote = 'how exact the count claims to be';
    const made = await createRedaction(ctx, { itemId: item.id, regions: [wordsOf(text!.text, quote)] });
    const { sha256 } = copyOf(made, 'application/pdf');
    expect(await toolText(ctx, sha256)).toBe('');
    const { stdout } = await run('pdfinfo', [ctx.store.pathOf(sha256)]);
    expect(stdout).not.toMatch(/Title|Author|Subject|Keywords/);
    expect(await textOf(ctx, made)).not.toContain(quote);
    const seen = await wordsRead(ctx, made, 2);
    expect(seen).not.toMatch(/exact the count/);
    // The words around it are still there to be read.
    expect(seen).toMatch(/what happened to those counted/);
  },
  120_000,
);

/** What a reader with eyes sees: the copy is imported as a source of its own and read by OCR. */
async function wordsRead(ctx: CaseContext, made: RedactionMade, page = 1): Promise<string> {
  const bytes = await readFile(ctx.store.pathOf(copyOf(made, 'application/pdf').sha256));
  const other = await temporaryCase();
  const { item } = await keptPdf(other.ctx, bytes, 'copy.pdf');
  const { fileId } = await runOcr(other.ctx, { itemId: item.id, languages: ['eng'], pages: [page] });
  const row = await other.ctx.read.selectFrom('derivedText').select('text').where('fileId', '=', fileId!).executeTakeFirstOrThrow();
  return row.text.replace(/\s+/g, ' ');
}

test('an area withholds the words under it, whole words, and leaves its neighbours', async () => {
  const { ctx } = await temporaryCase();
  const { item, text } = await keptPdf(ctx, await makePdf(['First line stays here\nHana Rashid of Raqqa\nThird line stays too']));
  // A4, 14 points: the second line lies from 88 to 104 points of 842, its first two words in the left of it.
  const area = { x: 12, y: (90 / 842) * 100, width: 13, height: (12 / 842) * 100 };
  const made = await createRedaction(ctx, { itemId: item.id, regions: [{ kind: 'area', page: 1, area, from: null, to: null, ...why }] });
  expect(await textOf(ctx, made)).toBe(text!.text.replace('Hana Rashid', '█████'));
  expect((await redactedWords(ctx, await keptRedactions(ctx))).map(({ words }) => words)).toEqual(['Hana Rashid']);
  expect((await redactionLog(ctx))[1]?.regions[0]).toMatchObject({ kind: 'area', page: 1, block: 1 });
}, 120_000);

test('words are found in justified, turned and narrow lines: not one is left to be read', async () => {
  const { ctx } = await temporaryCase();
  const document = new PDFDocument({ size: 'A5', autoFirstPage: false });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.addPage({ size: 'A5', margins: { top: 40, bottom: 40, left: 40, right: 40 } });
  document.fontSize(12).text('iiii llll iiii Hana WWWWMMMM the witness who saw all of it came back in the evening with others', {
    align: 'justify',
    width: 330,
  });
  document.moveDown().fontSize(12).text('spaced out Hana again', { characterSpacing: 3 });
  document.rotate(90, { origin: [200, 300] }).text('turned Hana here', 200, 300);
  document.end();
  await ended;
  const { item, text } = await keptPdf(ctx, Buffer.concat(parts));
  const regions = [...text!.text.matchAll(/H ?a ?n ?a/g)].map(({ index, 0: found }): RedactionRegion => ({
    kind: 'words',
    start: index,
    end: index + found.length,
    textFileId: null,
    ...why,
  }));
  expect(regions).toHaveLength(3);
  const made = await createRedaction(ctx, { itemId: item.id, regions });
  expect(made.elsewhere).toEqual([]);
  const seen = await wordsRead(ctx, made);
  expect(seen).not.toMatch(/ana|Han/);
  expect(seen).toMatch(/witness who saw/);
}, 120_000);

test('a scan that was read by OCR: words of the reading are boxed where they stand on the page', async () => {
  const { ctx } = await temporaryCase();
  const { item } = await keptPdf(
    ctx,
    await makeScannedPdf([await makeScan(['The witness is Hana Rashid', 'and lives in Raqqa still.'])]),
    'scan.pdf',
  );
  const { fileId } = await runOcr(ctx, { itemId: item.id, languages: ['eng'] });
  const read = await ctx.read.selectFrom('derivedText').select('text').where('fileId', '=', fileId!).executeTakeFirstOrThrow();
  const start = read.text.indexOf('Hana');
  const made = await createRedaction(ctx, {
    itemId: item.id,
    regions: [{ kind: 'words', start, end: start + 'Hana Rashid'.length, textFileId: fileId, ...why }],
  });
  expect(await textOf(ctx, made)).toContain('The witness is █████');
  const seen = await wordsRead(ctx, made);
  expect(seen).not.toMatch(/Hana|Rashid/);
  expect(seen).toMatch(/lives in Raqqa/);
}, 120_000);

test('the same redaction of the same file gives the same bytes', async () => {
  const { ctx } = await temporaryCase();
  const { item, text } = await keptPdf(ctx, await makePdf(['Hana was here', 'and left']));
  const input = { itemId: item.id, regions: [wordsOf(text!.text, 'Hana')] };
  const [one, other] = [await createRedaction(ctx, input), await createRedaction(ctx, input)];
  expect(copyOf(one, 'application/pdf').sha256).toBe(copyOf(other, 'application/pdf').sha256);
  expect(copyOf(one, 'text/plain').sha256).toBe(copyOf(other, 'text/plain').sha256);
  expect(await bytesOf(ctx, { files: [copyOf(one, 'application/pdf')] }, 'redacted')).toBeTruthy();
}, 120_000);
