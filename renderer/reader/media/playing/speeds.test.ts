import { expect, test } from 'vitest';
import { nextSpeed, shuttleRate } from './speeds.ts';

test('speeds go up and down by steps and stop at their ends', () => {
  expect([nextSpeed(1, 1), nextSpeed(1, -1), nextSpeed(4, 1), nextSpeed(0.25, -1), nextSpeed(1.1, 1)]).toEqual([1.25, 0.75, 4, 0.25, 1.25]);
});

test('J and L set going, double, turn round', () => {
  expect(shuttleRate(2, false, 1)).toBe(1);
  expect([1, 2, 4].map((rate) => shuttleRate(rate, true, 1))).toEqual([2, 4, 4]);
  expect(shuttleRate(2, true, -1)).toBe(-1);
  expect([-1, -2, -4].map((rate) => shuttleRate(rate, true, -1))).toEqual([-2, -4, -4]);
});
