import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { importOne, keepOne } from '../testing/import-one.ts';
import { brokenFontPdf, croppedPdf, loopingPdf, onePage, rawPdf, scriptedPdf, sizedPdf } from '../testing/make-raw-pdf.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';

async function written(bytes: Buffer, name = 'hard.pdf'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}

test.each([
  ['a damaged table of objects', onePage({ damageTable: true }), 'Words of the page', ['pdf-repaired']],
  ['a font that is not there', brokenFontPdf(), 'Words in a broken font', []],
  ['a page turned and cropped', croppedPdf(), 'Turned and cropped', []],
  ['scripts, a form and programs', scriptedPdf('http://127.0.0.1:9/'), 'A page with scripts', []],
  ['a page of 14,400 points', sizedPdf(14_400), 'Sized', []],
  ['a page of three points', sizedPdf(3), 'Sized', []],
  ['a page without words', onePage({ content: '1 0 0 rg 10 10 100 100 re f' }), undefined, []],
])('a PDF with %s is kept and says what is missing', async (_, bytes, words, gaps) => {
  const { ctx } = await temporaryCase();
  const { item, text } = await keepOne(ctx, await written(bytes));
  expect(text?.text).toEqual(words === undefined ? undefined : expect.stringContaining(words));
  expect(item.gaps.map(({ reason }) => reason)).toEqual(gaps);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('a PDF whose page tree leads back into itself, or without any page, is refused with the reason', async () => {
  const { ctx } = await temporaryCase();
  expect(await importOne(ctx, await written(loopingPdf()))).toMatchObject({
    fate: 'refused',
    error: { code: 'pdf-damaged', facts: { reason: expect.stringContaining('circular') } },
  });
  const empty = rawPdf({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' });
  expect(await importOne(ctx, await written(empty))).toMatchObject({ fate: 'refused', error: { code: 'pdf-damaged' } });
});

test('nothing that a PDF would run or ask for is run or asked for', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const { ctx } = await temporaryCase();
  const { item } = await keepOne(ctx, await written(scriptedPdf(`http://127.0.0.1:${port}/ran`)));
  expect(item.facts).toMatchObject({ pdf: { forms: true } });
  expect(asked).toEqual([]);
  expect('pdfScriptRan' in globalThis).toBe(false);
});
