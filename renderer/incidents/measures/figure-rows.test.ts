import { expect, test } from 'vitest';
import { someFigure } from '../testing/some-analysis.ts';
import { figureRows, type FigureSort } from './figure-rows.ts';

const figures = [
  someFigure({ claimId: 'responders', speaker: 'Responders', saidAt: '2018-10-27', value: 500, origins: ['b'] }),
  someFigure({ claimId: 'committee', speaker: 'Committee', saidAt: '2018-11~', value: 1236, max: 1236, origins: ['a'] }),
  someFigure({ claimId: 'agency', speaker: 'Agency', saidAt: '2018-11-15', min: 1200, origins: ['a'], repeats: ['paper'] }),
  someFigure({ claimId: 'nobody', saidAt: null, origins: [] }),
  someFigure({ claimId: 'paper', speaker: 'Paper', saidAt: '2018-11-14', value: 1236, origins: ['a'], repeats: ['committee'] }),
];
const letters = ({ origins }: { origins: string[] }) => origins.join().toUpperCase();
const sorted = (by: FigureSort['by'], direction: FigureSort['direction'] = 'ascending') =>
  figureRows(figures, letters, { by, direction }).map(({ figure, depth }) => `${'>'.repeat(depth)}${figure.claimId}`);

test('by origin, each claim stands above those that repeat it', () => {
  expect(sorted('origin')).toEqual(['committee', '>paper', '>>agency', 'responders', 'nobody']);
  expect(sorted('origin', 'descending')).toEqual(['nobody', 'responders', 'committee', '>paper', '>>agency']);
  expect(figureRows(figures, letters, { by: 'origin', direction: 'ascending' }).map((row) => row.repeats)).toEqual([2, 1, 0, 0, 0]);
});

test('by anything else they stand flat, and what is missing comes last either way', () => {
  expect(sorted('said')).toEqual(['responders', 'committee', 'paper', 'agency', 'nobody']);
  expect(sorted('figure', 'descending')).toEqual(['committee', 'paper', 'agency', 'responders', 'nobody']);
  expect(sorted('speaker')).toEqual(['agency', 'committee', 'paper', 'responders', 'nobody']);
  expect(sorted('speaker', 'descending').at(-1)).toBe('nobody');
});

test('claims that repeat each other in a circle, or themselves, are all listed once', () => {
  const circle = [
    someFigure({ claimId: 'x', repeats: ['y'] }),
    someFigure({ claimId: 'y', repeats: ['x'] }),
    someFigure({ claimId: 'z', repeats: ['z'] }),
  ];
  const rows = figureRows(circle, () => 'A', { by: 'origin', direction: 'ascending' });
  expect(rows.map(({ figure }) => figure.claimId).sort()).toEqual(['x', 'y', 'z']);
});

test('5,000 figures, each repeating the one before, are laid out in under half a second', () => {
  const chain = Array.from({ length: 5000 }, (_, n) => someFigure({ claimId: String(n), repeats: n === 0 ? [] : [String(n - 1)] }));
  const start = performance.now();
  expect(figureRows(chain, () => 'A', { by: 'origin', direction: 'ascending' })[0]).toMatchObject({ repeats: 4999 });
  expect(performance.now() - start).toBeLessThan(5000);
});
