import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, textLines } from './text-lines.ts';

test('lines hold every character that is not white space, once and in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '𐤀', ' ', '\n', 'é') }), fc.integer({ min: 2, max: 9 }), (text, most) => {
      const lines = textLines(text, undefined, most);
      const bare = (part: string) => part.replace(/\s/g, '');
      expect(bare(lines.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(bare(text));
      for (const line of lines) {
        expect(text.slice(line.start, line.end)).not.toContain('\n');
        expect(text.slice(line.start, line.end).isWellFormed()).toBe(true);
      }
    }),
  );
});

test('a line is found by any offset in it, or the one after a gap', () => {
  const text = 'one\n\ntwo\nthree';
  const lines = textLines(text);
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two', 'three']);
  expect([0, 2, 4, 5, 9, 13].map((offset) => lineAt(lines, offset))).toEqual([0, 0, 1, 1, 2, 2]);
});
