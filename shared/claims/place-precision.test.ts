import { expect, test } from 'vitest';
import { areaPrecision } from '../model/vocabulary.ts';
import { areaOfPrecision, distanceWords } from './place-precision.ts';

test('every class has an area, and a finer class never has a wider one', () => {
  const classes = areaPrecision.filter((one) => one !== 'unknown' && one !== 'country' && one !== 'exact');
  const radii = classes.map((one) => {
    const area = areaOfPrecision(one);
    return area.kind === 'circle' ? area.radiusKm : NaN;
  });
  expect(radii.every((km) => km > 0)).toBe(true);
  expect([...radii].sort((a, b) => b - a)).toEqual(radii);
  expect(areaOfPrecision('exact')).toEqual({ kind: 'circle', radiusKm: 0.005 });
});

test('a country is its outline, and what nobody said is neither a point nor a circle', () => {
  expect(areaOfPrecision('country')).toEqual({ kind: 'country' });
  expect(areaOfPrecision('unknown').kind).toBe('unknown');
});

test.each([
  [100, '100 km'],
  [2.5, '2.5 km'],
  [0.3, '300 m'],
  [0.005, '5 m'],
  [0.001, '1 m'],
])('%d km is %s', (km, words) => expect(distanceWords(km)).toBe(words));
