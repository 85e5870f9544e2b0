import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { expect, test, vi } from 'vitest';
import { makePdf } from '../testing/make-pdf.ts';
import { drawScan, makeScan, makeScannedPdf, wordAccuracy } from '../testing/make-scan.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { languageFiles } from './find-languages.ts';
import { ocrText } from './ocr-text.ts';
import type { PageSource } from './page-model.ts';
import { readPages } from './read-pages.ts';

const english = [
  'The Reconstruction Committee of the Raqqa Civil Council said',
  'that nearly 1,236 bodies, most of them women and children,',
  'were exhumed from three mass graves in the city.',
];
const arabic = [
  'أعلنت لجنة إعادة الإعمار في مجلس الرقة المدني',
  'انتشال ألف ومئتين وست وثلاثين جثة من ثلاث مقابر',
  'جماعية في مدينة الرقة معظمها لنساء وأطفال',
];
const naskh = { font: '40px "Noto Naskh Arabic"', rightToLeft: true, lineHeight: 90 };
/** Recognising is work for the processor, which tests share. */
vi.setConfig({ testTimeout: 120_000 });
/** A picture just large enough for the words. */
const card = { width: 1200, height: 420 };
const still = { signal: new AbortController().signal, onPage: () => {} };

async function file(bytes: Buffer, name: string): Promise<PageSource> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return { kind: name.endsWith('.pdf') ? 'pdf' : 'picture', path, size: bytes.length };
}
const read = async (source: PageSource, codes: string[], pages: number[] | null = null) =>
  readPages(source, await languageFiles(codes, {}), pages, still);

test('a scanned English page reads as its words, each with its box', async () => {
  const { pages, engine } = await read(await file(await makeScan(english, card), 'a.png'), ['eng']);
  const { text, words } = ocrText(pages);
  expect(wordAccuracy(english, text)).toBeGreaterThan(0.9);
  expect(text).toMatch(/^The Reconstruction Committee/);
  expect(engine.languages[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  const bodies = words.find(({ start, end }) => text.slice(start, end) === '1,236')!;
  // Drawn on the second line, 260 of 420 pixels down.
  expect(bodies).toMatchObject({ page: 1, confidence: expect.any(Number) });
  expect(bodies.y).toBeGreaterThan(52);
  expect(bodies.y + bodies.height).toBeGreaterThan(60);
  expect(bodies.y + bodies.height).toBeLessThan(66);
  expect(bodies.x).toBeGreaterThan(20);
  expect(bodies.x + bodies.width).toBeLessThan(45);
});

test('Arabic words come in the order in which they are read, from the right', async () => {
  const { pages } = await read(await file(await makeScan(arabic, { ...naskh, ...card }), 'a.png'), ['ara']);
  const { text, words } = ocrText(pages);
  expect(wordAccuracy(arabic, text)).toBeGreaterThan(0.9);
  expect(text.startsWith('أعلنت لجنة')).toBe(true);
  expect(words[0]!.x).toBeGreaterThan(words[1]!.x);
});

test('a scanned PDF is read page by page; the words of page 2 stand in its upper half', async () => {
  const source = await file(await makeScannedPdf([await makeScan(english), await makeScan(arabic, naskh)]), 'scan.pdf');
  const seen: [number, number][] = [];
  const read = await readPages(source, await languageFiles(['ara', 'eng'], {}), null, {
    ...still,
    onPage: (done, total) => seen.push([done, total]),
  });
  expect(seen).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
  expect(read.pages.map(({ page, dpi }) => [page, dpi])).toEqual([
    [1, 300],
    [2, 300],
  ]);
  const { text, words } = ocrText(read.pages);
  expect(wordAccuracy([...english, ...arabic], text)).toBeGreaterThan(0.85);
  expect(words.filter(({ page }) => page === 2).every(({ y }) => y < 50)).toBe(true);
});

test.each([90, 180, 270] as const)('a page lying by %i degrees is turned, and its boxes stand where the words are', async (turned) => {
  const upright = drawScan(english, card);
  const { pages } = await read(await file(await makeScan(english, { ...card, turned }), 'a.png'), ['eng']);
  const { text, words } = ocrText(pages);
  expect(wordAccuracy(english, text)).toBeGreaterThan(0.9);
  const first = words[0]!;
  const at = { left: (150 / upright.width) * 100, top: (200 / upright.height) * 100 };
  const corner = { 90: [100 - at.top, at.left], 180: [100 - at.left, 100 - at.top], 270: [at.top, 100 - at.left] }[turned];
  // The first word begins where its corner lies after the turn.
  expect(Math.abs(first.x - corner[0]!) < 10 || Math.abs(first.x + first.width - corner[0]!) < 10).toBe(true);
  expect(Math.abs(first.y - corner[1]!) < 10 || Math.abs(first.y + first.height - corner[1]!) < 10).toBe(true);
});

test('two words on their head are still told from two words upright', async () => {
  const { pages } = await read(await file(await makeScan(['Second page'], { turned: 180, width: 800, height: 400 }), 'a.png'), ['eng']);
  expect(ocrText(pages).text).toBe('Second page');
  expect(pages[0]!.turned).toBe(180);
});

test("a page's own rotation is followed", async () => {
  const source = await file(await makeScannedPdf([await makeScan(english, { turned: 270 })], { rotate: 90 }), 'scan.pdf');
  const { pages } = await read(source, ['eng']);
  expect(pages[0]!.turned).toBe(0);
  expect(wordAccuracy(english, ocrText(pages).text)).toBeGreaterThan(0.8);
});

test('small letters of a screenshot are read at twice their size', async () => {
  const small = await makeScan(english, { width: 800, height: 300, font: '12px "Liberation Sans"', lineHeight: 22 });
  const { pages } = await read(await file(small, 'shot.png'), ['eng']);
  expect(pages[0]!.scale).toBe(2);
  expect(wordAccuracy(english, ocrText(pages).text)).toBeGreaterThan(0.9);
});

test('a picture of 20,000 pixels a side is scaled down, and says so', async () => {
  const canvas = createCanvas(20_000, 1_100);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 20_000, 1_100);
  context.fillStyle = '#000000';
  context.font = '300px "Liberation Sans"';
  context.fillText('Twenty thousand pixels of evidence', 1_000, 700);
  const { pages } = await read(await file(await canvas.encode('png'), 'wide.png'), ['eng']);
  expect(pages[0]!.scale).toBeLessThan(1);
  expect(ocrText(pages).text).toBe('Twenty thousand pixels of evidence');
});

test('an empty page has no words and no confidence', async () => {
  const { pages } = await read(await file(await makeScan([], card), 'blank.png'), ['eng']);
  expect(pages).toEqual([{ page: 1, paragraphs: [], confidence: null, turned: 0, dpi: null, scale: 2 }]);
});

test('what cannot be read is named', async () => {
  const broken = await file(Buffer.from('\x89PNG\r\n\x1a\nnothing else'), 'broken.png');
  await expect(read(broken, ['eng'])).rejects.toMatchObject({ code: 'ocr-picture' });
  const locked = await file(await makePdf(['secret'], { userPassword: 'x' }), 'locked.pdf');
  await expect(read(locked, ['eng'])).rejects.toMatchObject({ code: 'pdf-password' });
  const one = await file(await makeScannedPdf([await makeScan(english)]), 'one.pdf');
  await expect(read(one, ['eng'], [3])).rejects.toMatchObject({ code: 'ocr-pages', facts: { page: 3, pages: 1 } });
  await expect(languageFiles(['tlh'], {})).rejects.toMatchObject({ code: 'ocr-language', facts: { language: 'tlh' } });
  const data = await file(Buffer.from('no language data at all'), 'xyz.traineddata');
  await expect(readPages(one, [{ code: 'xyz', path: data.path }], null, still)).rejects.toMatchObject({ code: 'ocr-language-broken' });
});

test('it stops when told to', async () => {
  const source = await file(await makeScannedPdf([await makeScan(english), await makeScan(english)]), 'scan.pdf');
  const stop = new AbortController();
  const reading = readPages(source, await languageFiles(['eng'], {}), null, { signal: stop.signal, onPage: () => stop.abort() });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});
