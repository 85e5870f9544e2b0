import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustments, isAdjusted, unadjusted, type Adjustments } from '../model/adjustments.ts';
import { adjustPixels, channelTable } from './adjust-pixels.ts';

const adjusted = (change: Partial<Adjustments>) => [...channelTable({ ...unadjusted, ...change })];
const any: fc.Arbitrary<Adjustments> = fc
  .record({
    brightness: fc.integer({ min: -100, max: 100 }),
    contrast: fc.integer({ min: -100, max: 100 }),
    black: fc.integer({ min: 0, max: 254 }),
    white: fc.integer({ min: 1, max: 255 }),
    gamma: fc.double({ min: 0.1, max: 5, noNaN: true }),
    greyscale: fc.boolean(),
    invert: fc.boolean(),
  })
  .filter((values) => values.white > values.black);

describe('adjusting', () => {
  it('leaves everything as it is when nothing is adjusted', () => {
    expect(adjusted({})).toEqual(Array.from({ length: 256 }, (_, value) => value));
    expect(isAdjusted(unadjusted)).toBe(false);
    expect(isAdjusted({ ...unadjusted, gamma: 1.01 })).toBe(true);
  });

  it('stretches levels, bends by gamma, turns over', () => {
    const levels = adjusted({ black: 50, white: 200 });
    expect([levels[50], levels[49], levels[200], levels[125]]).toEqual([0, 0, 255, 128]);
    expect(adjusted({ gamma: 2 })[64]).toBe(128);
    expect([adjusted({ invert: true })[0], adjusted({ invert: true })[255]]).toEqual([255, 0]);
    expect(new Set(adjusted({ contrast: -100 }))).toEqual(new Set([128]));
    expect([adjusted({ contrast: 100 })[126], adjusted({ contrast: 100 })[129]]).toEqual([0, 255]);
    expect([adjusted({ brightness: 100 })[0], adjusted({ brightness: -100 })[255]]).toEqual([255, 0]);
  });

  it('never makes a darker value lighter than a lighter one, unless it is turned over', () => {
    fc.assert(
      fc.property(any, (values) => {
        expect(adjustments.parse(values)).toEqual(values);
        const table = channelTable({ ...values, invert: false });
        for (let value = 1; value < 256; value++) expect(table[value]).toBeGreaterThanOrEqual(table[value - 1]!);
      }),
    );
  });

  it('takes colour away and keeps what is transparent', () => {
    const pixels = new Uint8ClampedArray([255, 0, 0, 7, 10, 10, 10, 255]);
    adjustPixels(pixels, { ...unadjusted, greyscale: true });
    expect([...pixels]).toEqual([54, 54, 54, 7, 10, 10, 10, 255]);
  });
});
