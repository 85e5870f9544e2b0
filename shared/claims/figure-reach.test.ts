import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakdownPart, quantity } from '../model/claims.ts';
import { qualifiers } from '../model/vocabulary.ts';
import { figureBounds, numbersOf } from './figure-bounds.ts';
import { figureReach, quantityReach } from './figure-reach.ts';

const reach = (given: object) => quantityReach(quantity.parse({ unit: 'people', ...given }));

test.each([
  [{ value: 500, qualifier: 'about' }, 375, 625],
  [{ value: 500, min: 450, qualifier: 'about' }, 450, 625],
  [{ value: 1236, qualifier: 'nearly' }, 927, 1236],
  [{ value: 40, qualifier: 'more than' }, 40, Infinity],
  [{ value: 30, qualifier: 'up to' }, 0, 30],
  [{ qualifier: 'between', min: 20, max: 30 }, 20, 30],
  [{ qualifier: 'several' }, 2, Infinity],
  [{ qualifier: 'dozens' }, 24, Infinity],
  [{ qualifier: 'dozens', max: 20 }, 20, 20],
  [{ qualifier: 'hundreds', value: 400 }, 300, 500],
  [{ qualifier: 'thousands' }, 2000, Infinity],
  [{ qualifier: 'unknown' }, 0, Infinity],
  [
    {
      qualifier: 'unknown',
      breakdown: [
        { groups: ['women'], value: 12 },
        { groups: ['children'], value: 9 },
      ],
    },
    12,
    Infinity,
  ],
  [{ value: 10, breakdown: [{ groups: ['women'], value: 12 }] }, 10, 10],
  [{ value: 10, breakdown: [{ groups: ['women'], qualifier: 'most' }] }, 10, 10],
])('%j reaches from %d to %d', (given, low, high) => {
  expect(reach(given)).toEqual({ low, high });
});

const numbers = fc.record({ value: fc.option(fc.nat(99)), min: fc.option(fc.nat(99)), max: fc.option(fc.nat(99)) });

test('no figure reaches less than its bounds and its own numbers allow', () => {
  fc.assert(
    fc.property(fc.constantFrom(...qualifiers), numbers, (qualifier, given) => {
      const parsed = breakdownPart.safeParse({ groups: ['women'], qualifier, ...given });
      fc.pre(parsed.success);
      const { low, high } = figureReach(parsed.data);
      const { min, max } = figureBounds(parsed.data);
      expect(low).toBeLessThanOrEqual(high);
      if (min !== null) expect(low).toBe(min);
      if (max !== null) expect(high).toBe(max);
      for (const n of numbersOf(parsed.data)) {
        expect(low).toBeLessThanOrEqual(n);
        expect(high).toBeGreaterThanOrEqual(n);
      }
    }),
    { numRuns: 1000 },
  );
});
