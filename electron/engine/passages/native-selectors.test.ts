import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TextMap } from '#shared/model/items.ts';
import type { Selector } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { mutate } from '../journal/mutate.ts';
import { keepOne } from '../testing/import-one.ts';
import { drawPdf } from '../testing/golden/golden-pdf.ts';
import { tamperBlob } from '../testing/tamper.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { boxQuads } from './box-quads.ts';
import { createPassage, newPassage } from './create-passage.ts';

const notes = { comment: '', tags: [] };
const words = 'Names of the dead';
const map: TextMap = {
  kind: 'boxes',
  words: [
    { start: 0, end: 5, page: 1, x: 10, y: 20, width: 10, height: 2, confidence: null },
    { start: 6, end: 8, page: 1, x: 21, y: 20, width: 4, height: 2, confidence: null },
    { start: 9, end: 12, page: 1, x: 10, y: 23, width: 6, height: 2, confidence: null },
    { start: 13, end: 17, page: 2, x: 50, y: 50, width: 10, height: 5, confidence: null },
  ],
};

async function keep(ctx: CaseContext, name: string, bytes: Buffer | string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return (await keepOne(ctx, path)).item.id;
}

async function readByOcr(ctx: CaseContext, itemId: string): Promise<string> {
  const { files } = await getItem(ctx, itemId);
  const [fileId = ''] = await keepDerived(ctx, itemId, [
    {
      role: 'text',
      blob: await ctx.store.keepBytes(words),
      name: 'ocr.txt',
      mediaType: 'text/plain',
      parentFileId: files[0]!.id,
      tool: { name: 'test', version: '1', parameters: {} },
      text: { kind: 'ocr', language: 'en', text: words, map },
    },
  ]);
  return fileId;
}

const scan = (rotate: number) =>
  drawPdf({
    draw: (document) => {
      for (let page = 0; page < 2; page++) {
        if (page > 0) document.addPage();
        (document.page.dictionary.data as unknown as Record<string, unknown>)['Rotate'] = rotate;
        document.rect(50, 50, 100, 100).fill('#444444');
      }
    },
  });

test('words read from a scanned page have a shape a line, on the page as it lies in the file', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keep(ctx, 'scan.pdf', await scan(90));
  const textFileId = await readByOcr(ctx, itemId);
  const passage = await createPassage(ctx, { itemId, textFileId, quote: 'of the dead', ...notes });
  expect(passage).toMatchObject({ page: 1, textKind: 'ocr', textFileId, state: 'exact', score: 1 });
  const svg = (points: string[]) => ({
    type: 'SvgSelector',
    value: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 612 792">${points.map((one) => `<polygon points="${one}"/>`).join('')}</svg>`,
  });
  const conformsTo = 'http://tools.ietf.org/rfc/rfc8118';
  expect(passage.selectors.slice(2)).toEqual([
    {
      type: 'FragmentSelector',
      conformsTo,
      value: 'page=1',
      refinedBy: svg(['122.4,625.68 122.4,594 134.64,594 134.64,625.68', '140.76,712.8 140.76,665.28 153,665.28 153,712.8']),
    },
    { type: 'FragmentSelector', conformsTo, value: 'page=2', refinedBy: svg(['306,396 306,316.8 336.6,316.8 336.6,396']) },
  ]);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('turning a page by any quarter and back gives the same box', () => {
  const size = { width: 600, height: 800 };
  const box = { x: 10, y: 20, width: 30, height: 5 };
  // Where the box lies on the page when the upright page is the page turned by that much.
  expect([0, 90, 180, 270].map((rotate) => boxQuads([box], { ...size, rotate })[0]?.[0])).toEqual([
    [60, 160],
    [120, 720],
    [540, 640],
    [480, 80],
  ]);
});

test('a PDF whose bytes are gone or altered gives the page alone', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keep(ctx, 'a.pdf', await drawPdf({ draw: (document) => document.text('Four families lost 90 relatives.') }));
  const original = (await getItem(ctx, itemId)).files.find(({ role }) => role === 'original')!;
  const page = [{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc8118', value: 'page=1' }];
  await tamperBlob(ctx, original.sha256, () => Buffer.from('something else'));
  expect((await createPassage(ctx, { itemId, quote: '90 relatives', ...notes })).selectors.slice(2)).toEqual(page);
  await rm(ctx.store.pathOf(original.sha256));
  expect((await createPassage(ctx, { itemId, quote: 'Four families', ...notes })).selectors.slice(2)).toEqual(page);
});

test('verify tells of a page or a range that does not hold the words', async () => {
  const { ctx } = await temporaryCase();
  const page = await keep(ctx, 'a.html', '<!doctype html><title>t</title><p>Nearly 1,236 bodies</p><p>More words</p>');
  const pdf = await keep(ctx, 'a.pdf', await drawPdf({ draw: (document) => document.text('one page').addPage().text('another page') }));
  const point = (value: string, start: number) => ({
    type: 'CssSelector' as const,
    value,
    refinedBy: { type: 'TextPositionSelector' as const, start, end: start },
  });
  const range = (from: number, to: number): Selector => ({
    type: 'RangeSelector',
    startSelector: point('html > body:nth-child(2) > p:nth-child(1)', from),
    endSelector: point('html > body:nth-child(2) > p:nth-child(1)', to),
  });
  const put = async (itemId: string, quote: string, native: Selector[]) => {
    const made = newPassage(ctx, { item: await getItem(ctx, itemId), text: await getText(ctx, itemId) }, { quote, ...notes }, native);
    await mutate(ctx, made.act, made.write);
    return made.id;
  };
  await put(page, '1,236', [range(7, 12)]);
  const other = await put(page, '1,236', [range(0, 6)]);
  const nowhere = await put(page, '1,236', [range(900, 901)]);
  const wrongPage = await put(pdf, 'another page', [{ type: 'FragmentSelector', conformsTo: '', value: 'page=1' }]);
  // As passages of before have it: the first page, by the older standard.
  await put(pdf, 'another page', [{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: 'page=2' }]);
  const { findings } = await runVerify(ctx, {});
  expect(findings.map(({ code, subject, facts }) => [code, subject, facts['problem']])).toEqual([
    ['passage-place', other, 'its range of the frozen page holds other words'],
    ['passage-place', nowhere, 'its range is not in the frozen page'],
    ['passage-place', wrongPage, 'it names page 1; its words stand on 2'],
  ]);
});
