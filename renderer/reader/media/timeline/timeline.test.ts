import { expect, test } from 'vitest';
import { layLanes } from './lay-lanes.ts';
import { follow, place, scaleMarks, scaleStep, timeAt } from './view.ts';
import { wavePath } from './wave-path.ts';

const whole = { from: 0, to: 100 };

test('a view stays while the playhead is in it, turns over when it leaves, and never shows what is not there', () => {
  const first = follow(null, 'ten', whole, 42);
  expect(first).toEqual({ from: 37, to: 47 });
  expect(follow(first, 'ten', whole, 46.9)).toBe(first);
  expect(follow(first, 'ten', whole, 47.04)).toEqual({ from: 47, to: 57 });
  expect(follow(first, 'ten', whole, 99.5)).toEqual({ from: 90, to: 100 });
  expect(follow(first, 'one', whole, 42)).toEqual({ from: 41.5, to: 42.5 });
  expect(follow(first, 'whole', whole, 42)).toBe(whole);
  expect(follow(null, 'ten', { from: 0, to: 4 }, 3)).toEqual({ from: 0, to: 4 });
});

test('a time and its place lead to each other', () => {
  const view = { from: 37, to: 47 };
  for (const time of [37, 40.04, 47]) expect(timeAt(place(time, view), view)).toBeCloseTo(time, 9);
});

test('marks of a scale are round, and not too near each other', () => {
  expect(scaleStep({ from: 0, to: 36_000 }, 1000, 90)).toBe(3600);
  expect(scaleStep({ from: 5, to: 6 }, 1000, 90)).toBe(0.1);
  expect(scaleMarks({ from: 4.95, to: 5.31 }, 0.1)).toEqual([5, 5.1, 5.2, 5.3]);
});

test('things that meet in time lie in different lanes', () => {
  const lanes = layLanes([
    { from: 0, to: 10 },
    { from: 2, to: 4 },
    { from: 3, to: 5 },
    { from: 4, to: 6 },
    { from: 10, to: 12 },
  ]);
  expect(lanes.map(({ lane }) => lane)).toEqual([0, 1, 2, 1, 0]);
});

test('one loud cell is seen from however far', () => {
  const peaks = Array.from({ length: 100_000 }, (_, index) => (index === 54_321 ? 255 : 0));
  const path = wavePath([{ from: 0, cell: 0.36, peaks }], { from: 0, to: 36_000 }, 300, 40);
  expect(path.match(/V40(?=M)/g)).toHaveLength(1);
  expect(path).toContain('M162.5 0V40');
  expect(wavePath([], { from: 0, to: 10 }, 10, 40)).toBe('');
});
