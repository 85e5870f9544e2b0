import { expect, test } from 'vitest';
import { edtfShape } from '#shared/edtf.ts';
import { barOf } from './bar-shape.ts';
import { packRows } from './pack-rows.ts';
import { ticksOf } from './time-ticks.ts';

const from = Date.UTC(2018, 0, 1);
const day = 24 * 60 * 60 * 1000;
/** One pixel a day from 2018 on. */
const at = (moment: number) => (moment - from) / day;
function bar(date: string, width = 365) {
  const shape = edtfShape(date)!;
  const { left, width: long, start, end, ...rest } = barOf({ ...shape, parts: [...shape.parts] }, at, width);
  return [Math.round(left), Math.round(long), start, end, ...Object.keys(rest).filter((key) => rest[key as keyof typeof rest])];
}

test.each([
  ['2018-02', [31, 28, 'sharp', 'sharp']],
  ['2018-02~', [31, 28, 'faded', 'faded']],
  ['2018-02?', [31, 28, 'sharp', 'sharp', 'isUncertain']],
  ['2018-02~/2018-03?', [31, 59, 'faded', 'sharp', 'isUncertain']],
  ['2018-XX', [0, 365, 'sharp', 'sharp', 'isPale']],
  ['201X', [-24, 413, 'sharp', 'sharp', 'isPale']],
  ['2018-02-01/..', [31, 358, 'sharp', 'open']],
  ['/2018-01-31', [-24, 55, 'unknown', 'sharp']],
  ['../..', [-24, 413, 'open', 'open']],
  ['[2018-02,2018-04]', [31, 89, 'sharp', 'sharp', 'isPale']],
  ['2018-02-01', [27, 8, 'sharp', 'sharp', 'isDot']],
  ['2017-01-01', [-28, 8, 'sharp', 'sharp', 'isDot']],
])('%s is drawn as what it says', (date, drawn) => expect(bar(date)).toEqual(drawn));

test('bars that would lie over one another go on rows of their own, the first free one each', () => {
  const spans = [
    { from: 0, to: 50 },
    { from: 10, to: 20 },
    { from: 30, to: 60 },
    { from: 55, to: 70 },
  ];
  expect(packRows(spans)).toEqual({ rows: [0, 1, 1, 0], count: 2 });
  expect(packRows([])).toEqual({ rows: [], count: 0 });
});

test('ticks are named no finer than they stand apart', () => {
  const labels = (to: number, width = 800) => ticksOf({ from, to }, width).map(({ label }) => label);
  expect(labels(Date.UTC(2022, 0, 1)).slice(0, 3)).toEqual(['2018', '2019', '2020']);
  expect(labels(Date.UTC(2018, 6, 1)).slice(0, 3)).toEqual(['2018', 'Feb', 'Mar']);
  expect(labels(Date.UTC(2018, 0, 8)).slice(0, 3)).toEqual(['2018', '2 Jan', '3 Jan']);
  expect(labels(from + 5 * 60 * 60 * 1000).slice(0, 2)).toEqual(['2018', '00:30']);
  expect(labels(from, 0)).toEqual([]);
});
