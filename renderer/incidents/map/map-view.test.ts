import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from '#shared/model/claims.ts';
import { mapPlaces, type Located } from './map-places.ts';
import { fitView, moved, projectionOf, radiusAt, scaleBar, zoomed } from './map-view.ts';

const size = { width: 540, height: 320 };
const raqqa: Place = { name: 'Raqqa', names: { ar: 'الرقة' }, latitude: 35.9506, longitude: 39.0094, precision: 'city' };
const located = (given: Partial<Place>) => ({ ...raqqa, ...given, key: JSON.stringify(given), from: 'claims', claims: 1 }) as Located;

test('a circle of some kilometres reaches that far on the ground', () => {
  const view = fitView([located({})], size);
  const projection = projectionOf(view, size);
  const [x, y] = projection([39.0094, 35.9506])!;
  const edge = projection.invert!([x + radiusAt(100, 35.9506, view, size), y])!;
  expect(geoDistance([39.0094, 35.9506], edge) * 6371.0088).toBeCloseTo(100, 0);
});

test('every place is seen whole when the view fits, wherever they are', () => {
  const place = fc.record({
    latitude: fc.double({ min: -65, max: 65, noNaN: true }),
    longitude: fc.double({ min: -60, max: 60, noNaN: true }),
    precision: fc.constantFrom('city', 'province', 'exact', 'unknown' as const),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), (given) => {
      const places = given.map((one) => located(one));
      const view = fitView(places, size);
      fc.pre(view.km < 12_000);
      for (const { latitude, longitude } of places) {
        const [x, y] = projectionOf(view, size)([longitude, latitude])!;
        expect(x).toBeGreaterThanOrEqual(-1);
        expect(x).toBeLessThanOrEqual(size.width + 1);
        expect(y).toBeGreaterThanOrEqual(-60);
        expect(y).toBeLessThanOrEqual(size.height + 60);
      }
    }),
  );
});

test('the scale bar is a round number that fits, and is true', () => {
  for (const km of [1, 37, 500, 12_345]) {
    const bar = scaleBar({ longitude: 0, latitude: 0, km }, size);
    expect(bar.pixels).toBeLessThanOrEqual(110);
    expect(bar.pixels).toBeGreaterThan(30);
    expect(bar.pixels / size.width).toBeCloseTo(bar.km / km);
  }
});

test('zoom stops at both ends, moving keeps to the world', () => {
  const view = { longitude: 179, latitude: 79, km: 500 };
  expect(zoomed(view, 1e9).km).toBe(20_000);
  expect(zoomed(view, 1e-9).km).toBe(1);
  expect(moved(view, 0, -3000).latitude).toBe(80);
  expect(moved({ ...view, latitude: 0 }, 223, 0).longitude).toBeCloseTo(-179, 1);
  expect(fitView([], size).km).toBe(20_000);
});

test('a place named by many claims stands once, the incident’s own first', () => {
  const other = { ...raqqa, name: 'al-Mansourah', precision: 'town' as const };
  const places = mapPlaces({ place: other, secondaryPlaces: [] }, [{ place: raqqa }, { place: raqqa }, { place: other }, { place: null }]);
  expect(places.map(({ name, from, claims }) => [name, from, claims])).toEqual([
    ['al-Mansourah', 'incident', 1],
    ['Raqqa', 'claims', 2],
  ]);
});
