import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsByGrammar, parseEdtf } from './edtf.ts';

const two = (n: number) => String(n).padStart(2, '0');
const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));

test('plain years, months and days mean what the grammar says', () => {
  const texts = fc.oneof(
    year,
    fc.tuple(year, fc.integer({ min: 0, max: 14 })).map(([y, m]) => `${y}-${two(m)}`),
    fc.tuple(year, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect([text, parseEdtf(text)]).toEqual([text, boundsByGrammar(text)]);
    }),
    { numRuns: 1500 },
  );
});
