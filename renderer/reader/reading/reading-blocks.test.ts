import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emphasisedParts, noStructure, readingRows, rowOf } from './reading-blocks.ts';

const text = 'Menu\nThree graves\nNearly 1,236 bodies\nfirst\nFooter';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const article = { start: at('Three').start, end: at('first').end };
const structure = {
  lines: [
    { ...at('Three graves'), quoted: false, is: { kind: 'heading', level: 1 } as const },
    { ...at('first'), quoted: true, is: { kind: 'item', level: 1, marker: 1, first: true } as const },
  ],
  emphasis: [{ ...at('1,236'), as: 'strong' as const }],
  pictures: [
    { at: 0, element: 'a', alt: '' },
    { at: at('Nearly').start, element: 'b', alt: 'A grave' },
    { at: text.length, element: 'c', alt: '' },
  ],
};
const shown = (isOpen: boolean) =>
  readingRows(text, structure, article, isOpen).map((row) =>
    row.row === 'line' ? `${row.is.kind} ${text.slice(row.start, row.end)}` : row.row === 'picture' ? row.element : `rest ${row.lines}`,
  );

test('the article comes first with its pictures, the rest is folded away and unfolds in the order of the page', () => {
  const inArticle = ['heading Three graves', 'b', 'plain Nearly 1,236 bodies', 'item first'];
  expect(shown(false)).toEqual([...inArticle, 'rest 2']);
  expect(shown(true)).toEqual([...inArticle, 'rest 2', 'a', 'plain Menu', 'plain Footer', 'c']);
});

test('words folded away have no row, others have the one that shows them', () => {
  const rows = readingRows(text, structure, article, false);
  expect(rowOf(rows, at('1,236').start)).toBe(2);
  expect(rowOf(rows, at('Footer').start)).toBe(-1);
});

test('a line comes apart at its emphasis and together again', () => {
  const line = at('Nearly 1,236 bodies');
  expect(emphasisedParts(line, structure.emphasis).map(({ start, end, as }) => [text.slice(start, end), as])).toEqual([
    ['Nearly ', null],
    ['1,236', 'strong'],
    [' bodies', null],
  ]);
});

test('whatever the article: unfolded, every character that is no white space stands in one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'ج'), maxLength: 60 }), fc.nat(60), fc.nat(60), (words, one, other) => {
      const [start, end] = [Math.min(one, other, words.length), Math.min(Math.max(one, other), words.length)];
      const rows = readingRows(words, noStructure, { start, end }, true).flatMap((row) => (row.row === 'line' ? [row] : []));
      const bare = (range: { start: number; end: number }) => words.slice(range.start, range.end).replace(/\s/g, '');
      expect(
        [...rows]
          .sort((a, b) => a.start - b.start)
          .map(bare)
          .join(''),
      ).toBe(words.replace(/\s/g, ''));
    }),
  );
});
