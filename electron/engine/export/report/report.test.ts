import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, onTestFinished, test } from 'vitest';
import { inReadingOrder, type PdfRun } from '#shared/anchoring/pdf-runs.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import { createIncident } from '../../incidents/write-incidents.ts';
import { elementsOf, localName, parseHtml } from '../../snapshot/html-tree.ts';
import { bury } from '../../items/bury.ts';
import { openCase } from '../../case/open-case.ts';
import { createPassage } from '../../passages/create-passage.ts';
import { createParty } from '../../parties/write-parties.ts';
import type { CaseContext } from '../../context.ts';
import { newClaim } from '../../testing/claim-fixtures.ts';
import { filledCase } from '../../testing/filled-case.ts';
import { keepTextItem } from '../../testing/keep-text-item.ts';
import { engineState, temporaryCase, temporaryFolder } from '../../testing/temporary-case.ts';
import { createExport } from '../create-export.ts';
import { gatherCase } from '../gather-case.ts';
import { exhibitNumbers } from './exhibit-numbers.ts';
import { reportHtml } from './html-writer.ts';
import { makePdf } from './pdf/make-pdf.ts';
import { reportBlocks } from './report-blocks.ts';

const run = promisify(execFile);

async function reportOf(ctx: CaseContext) {
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false });
  const folder = join(out, 'data/report');
  return { out, folder, html: await readFile(join(folder, 'report.html'), 'utf8'), pdf: await readFile(join(folder, 'report.pdf')) };
}

/** Words of every page as they lie there and (without white space) as Holdfast reads PDFs, and the outline. */
async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const targets: string[] = [];
  let inOrder = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    inOrder += inReadingOrder(items as PdfRun[])
      .map(({ str = '' }) => str.replaceAll(/\s/g, ''))
      .join('');
    for (const { dest } of (await page.getAnnotations()) as { dest?: string }[]) if (dest !== undefined) targets.push(dest);
  }
  const outline = (await document.getOutline()) as { title: string; items: { title: string }[] }[];
  const destinations = [...((await document.getDestinations()) as unknown as Map<string, unknown>).keys()];
  await task.destroy();
  return { pages, inOrder, text: pages.join('\n'), outline, targets, destinations };
}

/** qpdf is not on every machine; where it is, it must have nothing to say. */
async function checkWithQpdf(path: string): Promise<void> {
  const found = await run('qpdf', ['--check', path]).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (found !== null) expect(found.stdout).toContain('No syntax or stream encoding errors found');
}

test('leads from a claim to its words, their file, its hash, its seal and its journal entry, in both forms', async () => {
  const filled = await filledCase();
  const { html, pdf, folder } = await reportOf(filled.ctx);
  const read = await readPdf(pdf);
  await checkWithQpdf(join(folder, 'report.pdf'));
  for (const words of [
    'C-001',
    'E-001.1',
    'nearly 1,236 bodies',
    'Committee',
    'video caption',
    'RAQ-1',
    'no timestamp',
    filled.original,
    filled.text,
  ]) {
    expect(html).toContain(words);
    expect(read.text.replaceAll(/\s+/g, ' ')).toContain(words);
  }
  expect(html).toMatch(/entries 1 to \d+, root <code>[0-9a-f]{16}…<\/code>/);
  for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${anchor}"`);
  expect(read.targets.length).toBeGreaterThan(10);
  for (const target of read.targets) expect(read.destinations).toContain(target);
  expect(read.outline.map(({ title }) => title)).toEqual([
    'Summary',
    'Incidents',
    'Claims',
    'Seals and timestamps',
    'Methodology',
    'What this proves, and what not',
    'Index of exhibits',
  ]);
  expect(read.outline[2]?.items[0]?.title).toMatch(/^C-001\. Committee asserts: nearly 1,236 bodies exhumed/);
  expect(read.pages[1]).toContain(`2 of ${read.pages.length}`);
});

test('the same case gives the same bytes', async () => {
  const { ctx, itemId, folder } = await filledCase();
  await createPassage(ctx, { itemId, quote: 'رفات 1,236 شخصا', comment: '', tags: [] });
  const reading = await openCase(engineState(), folder, 'read');
  onTestFinished(() => reading.close());
  const [one, two] = [await reportOf(reading), await reportOf(reading)];
  const manifest = (out: string) => readFile(join(out, 'manifest-sha256.txt'), 'utf8');
  expect(await manifest(one.out)).toBe(await manifest(two.out));
  expect(one.pdf.equals(two.pdf)).toBe(true);
});

const hostile =
  '"><script>alert(1)</script><img src=x onerror=alert(2)> \u202eevil\u0000 \ud800 ${x} </style></title><base href="http://x/">';

test('what sources and people say stays words', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(
    ctx,
    `They said ${hostile.toWellFormed().replace('\u0000', '')} and left.`,
    hostile.replace('\u0000', '').toWellFormed(),
  );
  const passage = await createPassage(ctx, {
    itemId,
    quote: '<script>alert(1)</script><img src=x onerror=alert(2)>',
    comment: '<b>x</b>',
    tags: [],
  });
  const party = await createParty(ctx, partyFields.parse({ name: '<svg onload=alert(3)>', aliases: [] }));
  const incident = await createIncident(
    ctx,
    incidentFields.parse({ code: '<i>1</i>', title: '</title><script>alert(4)</script>', note: 'javascript:alert(5)' }),
  );
  await newClaim(ctx, {
    speakerId: party.id,
    incidentId: incident.id,
    note: hostile.replace('\u0000', '').toWellFormed(),
    quantities: [{ value: 3, unit: 'people' }],
    evidence: [{ passageId: passage.id, stance: 'states', note: '<iframe src=//x>' }],
  });
  const { html, pdf } = await reportOf(ctx);
  const found = new Map<string, number>();
  for (const element of elementsOf(parseHtml(html))) {
    found.set(localName(element), (found.get(localName(element)) ?? 0) + 1);
    for (const { name, value } of element.attrs) {
      expect(name).not.toMatch(/^on/i);
      if (name === 'href' || name === 'src') expect(value).toMatch(/^(#|\.\.\/|E-)/);
    }
  }
  for (const name of ['script', 'iframe', 'base', 'object', 'embed', 'form', 'link', 'img', 'b'])
    expect(found.get(name), name).toBeUndefined();
  expect(found.get('title')).toBe(1);
  expect((await readPdf(pdf)).text.replaceAll(/\s+/g, '')).toContain('<script>alert(1)</script><imgsrc=xonerror=alert(2)>');
});

test('an Arabic quotation stands in the PDF letter for letter, its font embedded; the page carries the font too', async () => {
  const { ctx } = await temporaryCase();
  const quote = 'نحو 1,236 جثة (معظمها لنساء وأطفال) انتُشلت من 3 مقابر';
  const itemId = await keepTextItem(ctx, `قالت اللجنة إن ${quote} في الرقة.`, 'مقال عن المقابر');
  const passage = await createPassage(ctx, { itemId, quote, comment: '', tags: [] });
  await newClaim(ctx, { quantities: [{ value: 1236, unit: 'bodies' }], evidence: [{ passageId: passage.id, stance: 'states' }] });
  const { html, pdf } = await reportOf(ctx);
  expect(html).toContain(`<blockquote dir="auto"`);
  expect(html).toContain('font/woff2;base64,');
  const { inOrder } = await readPdf(pdf);
  // Readers differ in where they put vowels and which way they turn brackets; letters and figures stand in their order.
  const plain = (words: string) => words.replaceAll(/[\s()\p{M}]/gu, '');
  expect(plain(inOrder)).toContain(plain(quote));
  expect(pdf.toString('latin1')).toMatch(/FontName \/[A-Z]{6}\+NotoNaskhArabic/);
});

test('letters that no font here has are counted, and the page that has them is named', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, 'They wrote 人民 there.', 'Words');
  const passage = await createPassage(ctx, { itemId, quote: '人民', comment: '', tags: [] });
  await newClaim(ctx, { quantities: [{ value: 1, unit: 'people' }], evidence: [{ passageId: passage.id, stance: 'states' }] });
  const { html, pdf } = await reportOf(ctx);
  expect(html).toContain('<strong>人民</strong>');
  expect((await readPdf(pdf)).text).toContain('2 letters of these words are in scripts whose fonts are not part of this program');
});

test('a case without claims, and one without anything, say so', async () => {
  const { ctx } = await temporaryCase();
  const empty = await reportOf(ctx);
  expect(empty.html).toContain('No claims.');
  expect(empty.html).toContain('No source is part of this case file.');
  expect((await readPdf(empty.pdf)).text).toContain('No incident is part of this case file.');
  expect(await readdir(empty.folder)).toEqual(['report.html', 'report.pdf']);
  expect(empty.html).not.toContain('font/woff2');
});

test('numbers stay what they were when something is removed', async () => {
  const { ctx } = await temporaryCase();
  const first = await keepTextItem(ctx, 'One text.', 'First');
  const second = await keepTextItem(ctx, 'Two texts, two words.', 'Second');
  const gone = await createPassage(ctx, { itemId: second, quote: 'Two texts', comment: '', tags: [] });
  const kept = await createPassage(ctx, { itemId: second, quote: 'two words', comment: '', tags: [] });
  await newClaim(ctx, { quantities: [{ value: 2, unit: 'words' }], evidence: [{ passageId: kept.id, stance: 'states' }] });
  const before = await reportOf(ctx);
  await bury(ctx, { kind: 'item', id: first, reason: 'test' });
  await bury(ctx, { kind: 'passage', id: gone.id, reason: 'test' });
  const after = await reportOf(ctx);
  for (const { html } of [before, after]) expect(html).toContain('E-002.2 states');
  expect(after.html).not.toContain('E-001');
});

test('three hundred claims: each in its place, set in a thread that ends when it is cancelled', async () => {
  const { ctx, claimId } = await filledCase();
  const one = await gatherCase(ctx, new AbortController().signal);
  const claims = Array.from({ length: 300 }, (_, at) => ({
    ...one.claims[0]!,
    id: `${claimId.slice(0, -4)}${String(at).padStart(4, '0')}`,
    note: `note ${at}`,
  }));
  const numbers = { ...(await exhibitNumbers(ctx)), claims: new Map(claims.map(({ id }, at) => [id, `C-${at}`])) };
  const blocks = reportBlocks({
    gathered: { ...one, claims },
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    numbers,
    seals: [],
    pictures: new Map(),
    graphic: 'left-out',
    asOf: '2018-11-14T09:00:00.000Z',
  });
  const job = { title: 'Many', asOf: '2018-11-14T09:00:00.000Z', blocks, pictures: new Map() };
  const { outline, pages, text } = await readPdf(await makePdf({ ...job, signal: new AbortController().signal }));
  expect(outline.find(({ title }) => title === 'Claims')?.items).toHaveLength(300);
  for (const note of ['note 0', 'note 299', 'Not sealed. No timestamp.', 'not sealed']) expect(text).toContain(note);
  expect(pages.length).toBeGreaterThan(60);
  expect(reportHtml('Many', blocks).match(/<section class="claim">/g)).toHaveLength(300);
  const stop = new AbortController();
  const running = makePdf({ ...job, signal: stop.signal });
  stop.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
}, 120_000);
