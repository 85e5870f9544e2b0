import { expect, test } from 'vitest';
import { cueAt } from './cue-at.ts';
import { timeCode } from './time-code.ts';

test('times read as hours, minutes, seconds and milliseconds', () => {
  expect([0, 5.2, 59.9996, 61.25, 3600, 36_610.001, -1].map(timeCode)).toEqual([
    '0:00.000',
    '0:05.200',
    '1:00.000',
    '1:01.250',
    '1:00:00.000',
    '10:10:10.001',
    '0:00.000',
  ]);
});

test('the cue that sounds is found, and none between cues', () => {
  const cues = [
    { start: 0, end: 3, from: 1, to: 2 },
    { start: 4, end: 6, from: 2, to: 3 },
  ];
  expect([0.5, 1, 1.99, 2, 2.5, 3].map((time) => cueAt(cues, time))).toEqual([-1, 0, 0, 1, 1, -1]);
});
