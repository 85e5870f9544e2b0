import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { FontHost } from './fonts.ts';
import { Paper, styled } from './paper.ts';
import { type } from './pdf-style.ts';

const mono = { ...type.fact, family: 'mono' as const };
const words = '0xff->c32fd4!==64c1';

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  await document.loadingTask.destroy();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

test('hashes and addresses are set letter by letter: every sign as written, all of one width, none shaped into another', async () => {
  const paper = new Paper({ title: 'T', made: new Date(0) });
  const { width } = paper.set(styled('0', mono), 500).lines[0]!;
  const paragraph = paper.set(styled(words, mono), 500);
  expect(paragraph.lines[0]!.width).toBeCloseTo(words.length * width, 6);
  paper.paragraph(paragraph);
  const shapesIn = (font: string) => (text: string) => {
    paper.fonts.use(font);
    return (paper.pdf as unknown as FontHost)._font.layout(text).glyphs.map(({ id }) => id);
  };
  const shapes = shapesIn(paragraph.lines[0]!.pieces[0]!.font);
  expect(shapes('->')).toEqual([...shapes('-'), ...shapes('>')]);
  expect(shapes('0xff')).toEqual(['0', 'x', 'f', 'f'].flatMap(shapes));
  // In the type of tables, words of letters alone are shaped, and figures are not.
  const inTables = shapesIn(paper.set(styled('3x4', type.cell), 500).lines[0]!.pieces[0]!.font);
  expect(inTables('3x4->5')).toEqual(['3', 'x', '4', '-', '>', '5'].flatMap(inTables));
  expect(await wordsOf(await paper.bytes())).toContain(words);
});
