import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLines } from './align-lines.ts';

const line = (from: number, to: number) => ({ from, to });

test('a translation with the same times stands line by line; others where they sound longest', () => {
  const source = [line(0, 2), line(2, 5), line(5, 9)];
  expect(alignLines(source, source)).toEqual([[0], [1], [2]]);
  expect(alignLines(source, [line(0, 4.5), line(4.6, 5), line(6, 7), line(7, 12)])).toEqual([[], [0, 1], [2, 3]]);
  expect(alignLines(source, [line(20, 21)])).toEqual([[], [], [0]]);
  expect(alignLines([line(5, 6)], [line(0, 1)])).toEqual([[0]]);
  expect(alignLines([], [line(0, 1)])).toEqual([]);
});

const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 40 })
  .map((drawn) => drawn.map(([from, length]) => line(from, from + length)).sort((a, b) => a.from - b.from));

test('law: every line of the translation stands beside exactly one line', () => {
  fc.assert(
    fc.property(lines, lines, (source, beside) => {
      const rows = alignLines(source, beside);
      expect(rows).toHaveLength(source.length);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(beside.map((_, index) => index));
    }),
  );
});
