import { expect, test } from 'vitest';
import type { Figure, Measure } from '#shared/model/analysis.ts';
import { someFigure } from '../testing/some-analysis.ts';
import { casualtyMeasures, casualtyScene } from './casualty-series.ts';

const index = { hueOf: ([id]: readonly string[]) => id ?? 'other', lettersOf: (ids: readonly string[]) => ids.join() };
const size = { width: 500, height: 200, start: 40 };
const measure = (figures: Figure[], given: Partial<Measure> = {}): Measure => ({
  act: 'killed',
  unit: 'civilians',
  role: 'count',
  least: null,
  most: null,
  origins: 1,
  figures,
  ...given,
});
const scene = (...figures: Partial<Figure>[]) => casualtyScene(measure(figures.map(someFigure)), index, size);

test('a range stands between its bounds at the date it was said, higher numbers higher up', () => {
  const drawn = scene(
    { claimId: 'a', min: 20, max: 30, saidAt: '2017-03-22', origins: ['1'] },
    { claimId: 'b', value: 40, min: 40, saidAt: '2018-06-28', origins: ['2'] },
  )!;
  const [first, second] = drawn.marks;
  expect(first!.at).toBeLessThan(second!.at);
  expect(first!.low!).toBeGreaterThan(first!.high!);
  expect(second!).toMatchObject({ high: null });
  expect(second!.low!).toBeLessThan(first!.high!);
  for (const { at } of drawn.marks) expect(at).toBeGreaterThan(size.start);
});

test('an origin holds what it said until it says another, and repeats make no steps of their own', () => {
  const drawn = scene(
    { claimId: 'a', value: 30, saidAt: '2017-03-22', origins: ['1'] },
    { claimId: 'r', value: 35, saidAt: '2017-06', origins: ['1'], repeats: ['a'] },
    { claimId: 'b', value: 40, saidAt: '2018-06-28', origins: ['1'] },
  )!;
  expect(drawn.marks.map((mark) => mark.isRepeat)).toEqual([false, true, false]);
  expect(drawn.steps.length).toBe(2);
  expect(drawn.steps[0]!.x1).toBe(drawn.steps[1]!.x0);
});

test('a denied figure is marked and is no step; an undated one is counted', () => {
  const drawn = scene({ value: 30, modality: 'denies', saidAt: '2017', origins: ['1'] }, { value: 5, saidAt: null })!;
  expect(drawn.marks).toMatchObject([{ isDenied: true }]);
  expect(drawn).toMatchObject({ steps: [], undated: 1 });
});

test('no date, no chart', () => expect(scene({ value: 5 })).toBeNull());

test('5,000 figures of one day are drawn as the few that differ, in under half a second', () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({
    claimId: String(n),
    value: n % 40,
    saidAt: '2018-11-15',
    origins: [`o${n % 3}`],
  }));
  const start = performance.now();
  expect(scene(...many)!.marks.length).toBeLessThanOrEqual(120);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('only counts of people are casualties', () => {
  const measures = [
    measure([]),
    measure([], { act: 'exhumed', unit: 'mass graves' }),
    measure([], { role: 'duration' }),
    measure([], { act: 'struck' }),
  ];
  expect(casualtyMeasures(measures)).toEqual([measures[0]]);
});
