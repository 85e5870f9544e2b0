import { expect, test } from 'vitest';
import { someFigure as figure } from '../testing/some-analysis.ts';
import { barOf } from './bar-of.ts';

test.each([
  [
    { value: 3, min: 3, max: 3 },
    { solid: { from: 0.3, to: 0.3 }, open: null, marks: [0.3] },
  ],
  [
    { min: 2, max: 5 },
    { solid: { from: 0.2, to: 0.5 }, open: null, marks: [0.2, 0.5] },
  ],
  [
    { value: 8, max: 8 },
    { solid: null, open: { from: 0, to: 0.8 }, marks: [0.8] },
  ],
  [
    { value: 4, min: 4 },
    { solid: null, open: { from: 0.4, to: 1 }, marks: [0.4] },
  ],
  [{ value: 5 }, { solid: null, open: null, marks: [0.5] }],
  [{}, { solid: null, open: null, marks: [] }],
])('%j', (given, bar) => expect(barOf(figure(given), 10)).toEqual(bar));
