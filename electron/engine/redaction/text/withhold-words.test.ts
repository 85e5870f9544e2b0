import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, joinOverSpaces, mergeRanges, withholdWords } from './withhold-words.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', 'ه'), minLength: 1, maxLength: 60 });
const ranges = fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 20 })), { maxLength: 8 });

test('law: what is left is the text without the ranges, letter for letter, and each block is as long as any other', () => {
  fc.assert(
    fc.property(text, ranges, (whole, pairs) => {
      const inside = pairs.flatMap(([start, length]) =>
        start < whole.length ? [{ start, end: Math.min(whole.length, start + length) }] : [],
      );
      const joined = joinOverSpaces(whole, inside);
      const copy = withholdWords(whole, joined);
      const parts = copy.split(block);
      expect(parts).toHaveLength(joined.length + 1);
      let at = 0;
      for (const [index, part] of parts.entries()) {
        expect(whole.slice(at, joined[index]?.start ?? whole.length)).toBe(part);
        at = joined[index]?.end ?? whole.length;
      }
      // Nothing that was asked for is left out, and nothing but white space is withheld besides.
      for (const { start, end } of inside) expect(joined.some((one) => one.start <= start && one.end >= end)).toBe(true);
      const asked = new Set(inside.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset)));
      for (const { start, end } of joined)
        for (let place = start; place < end; place++) if (!asked.has(place)) expect(whole[place]).toBe(' ');
    }),
  );
});

test('words of one line are one block, words of two lines two', () => {
  const whole = 'one two  three\nfour';
  const words = [
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 9, end: 14 },
    { start: 15, end: 19 },
  ];
  expect(mergeRanges([...words].reverse())).toHaveLength(4);
  expect(withholdWords(whole, joinOverSpaces(whole, words))).toBe(`${block}\n${block}`);
});
