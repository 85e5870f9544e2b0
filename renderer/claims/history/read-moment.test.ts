import { expect, test } from 'vitest';
import { readMoment } from './read-moment.ts';

test.each([
  ['2018-11-14', '2018-11-14T23:59:59.999Z'],
  ['2018-11-14 09:30', '2018-11-14T09:30:59.999Z'],
  [' 2018-11-14T09:30:05 UTC ', '2018-11-14T09:30:05.999Z'],
  ['', null],
  ['2018-02-30', undefined],
  ['2018-11', undefined],
  ['yesterday', undefined],
  ['2018-11-14 25:00', undefined],
])('%j', (typed, moment) => {
  expect(readMoment(typed)).toBe(moment);
});
