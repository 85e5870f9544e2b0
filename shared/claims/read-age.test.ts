import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageWords, readAge } from './read-age.ts';

test.each([
  ['34', 34, 34],
  ['30-40', 30, 40],
  ['30 to 40', 30, 40],
  ['under 18', null, 17],
  ['over 60', 61, null],
  ['18+', 18, null],
  ['in her 60s', 60, 69],
  ['٣٤', 34, 34],
  ['', null, null],
])('%s', (typed, ageMin, ageMax) => expect(readAge(typed)).toEqual({ ageMin, ageMax }));

test.each(['old', '140', '40-30', 'under 0', '3.5'])('%s is no age', (typed) => expect(readAge(typed)).toBeNull());

test('what is written is read back as the same', () => {
  const years = fc.option(fc.integer({ min: 0, max: 130 }));
  fc.assert(
    fc.property(years, years, (a, b) => {
      const [ageMin, ageMax] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      expect(readAge(ageWords({ ageMin, ageMax }))).toEqual({ ageMin, ageMax });
    }),
  );
});
