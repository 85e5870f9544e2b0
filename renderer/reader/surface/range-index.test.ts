import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeIndex } from './range-index.ts';

const range = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: start + length }));

test('what touches a stretch is found, all of it and nothing else', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 60 }), range, (ranges, { start, end }) => {
      const plain = ranges.filter((one) => one.start < end && one.end > start);
      const found = rangeIndex(ranges).overlapping(start, end);
      expect(found).toHaveLength(plain.length);
      expect(new Set(found)).toEqual(new Set(plain));
      expect(found.map((one) => one.start)).toEqual(found.map((one) => one.start).sort((a, b) => a - b));
    }),
  );
});
