import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edtfSpan, type Span } from './edtf-span.ts';
import { layLanes } from './lanes.ts';
import { timeAxis } from './time-axis.ts';

const spans = (...texts: string[]): Span[] => texts.map((text) => edtfSpan(text)!);

test('an axis holds every end, in order, and open ends lie on its edges', () => {
  const axis = timeAxis(spans('2017-03', '2018-11~', '2018/..'), 400, 10)!;
  const [strike, graves] = spans('2017-03', '2018-11~');
  expect(axis.x(strike!.min)).toBeGreaterThan(10);
  expect(axis.x(strike!.min)).toBeLessThan(axis.x(graves!.min));
  expect(axis.x(Infinity)).toBeCloseTo(390);
  expect(axis.x(-Infinity)).toBeCloseTo(10);
  expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
  for (const [at, tick] of axis.ticks.entries()) {
    expect(tick.x).toBeGreaterThanOrEqual(10);
    expect(tick.x).toBeLessThanOrEqual(390);
    if (at > 0) expect(tick.x - axis.ticks[at - 1]!.x).toBeGreaterThan(50);
  }
});

test('one day is drawn within two months, months are named, years are bare', () => {
  const axis = timeAxis(spans('2018-11-14'), 400)!;
  expect(axis.to - axis.from).toBeGreaterThan(59 * 86_400_000);
  expect(timeAxis(spans('1990', '2018'), 400)!.ticks.map((tick) => tick.label)).toContain('2000');
  expect(timeAxis(spans('2017-03', '2018-11'), 500)!.ticks.every(({ label }) => /^[A-Z][a-z]{2,3} \d{4}$/.test(label))).toBe(true);
});

test('nothing dated has no axis', () => {
  expect(timeAxis([], 400)).toBeNull();
  expect(timeAxis([{ min: -Infinity, max: Infinity, start: 'open', end: 'open' }], 400)).toBeNull();
});

test('what shares a lane never overlaps, and no lane is left empty', () => {
  const extents = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 200 })).map(([from, width]) => ({ from, to: from + width })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(extents, (given) => {
      const lanes = layLanes(given, 4);
      for (const [a, one] of given.entries())
        for (const [b, two] of given.entries())
          if (a !== b && lanes[a] === lanes[b]) expect(one.to + 4 <= two.from || two.to + 4 <= one.from).toBe(true);
      const used = new Set(lanes);
      expect([...used].sort((x, y) => x - y)).toEqual([...Array(used.size).keys()]);
    }),
  );
});
