/**
 * How wide an area a place of each precision class stands for when it is drawn. A class says how exactly a source names a
 * place, not how large the place is; the radii are Holdfast's own and chosen so that the area holds the place rather than
 * misses it. They are never used to compute anything.
 */
import type { Place } from '../model/claims.ts';

export type Precision = Place['precision'];
export type PlaceArea =
  /** The outline of the country the point lies in. */
  | { kind: 'country' }
  | { kind: 'circle'; radiusKm: number }
  /** How exact the point is was never said: an area drawn to be seen, with no edge that means something. */
  | { kind: 'unknown'; radiusKm: number };

/** Kilometres round the point, each with its reason. */
const radiusKm: Record<Exclude<Precision, 'country' | 'unknown'>, number> = {
  // Half the width of a province of 30,000 km², a common size of first-level units in the region.
  province: 100,
  // Second-level units there cover some 4,000 km².
  district: 35,
  // Third-level units there cover some 1,200 km².
  subdistrict: 20,
  // The built-up area of a city of half a million to a million people.
  city: 10,
  // A town and the roads into it.
  town: 5,
  // A village with its fields.
  village: 2.5,
  // A quarter of a city, whose edges people draw differently.
  neighbourhood: 1,
  // Half of a long street.
  street: 0.5,
  // "Near the mosque": in sight of it.
  'nearby landmark': 0.3,
  'within 100 m': 0.1,
  'within 1 m': 0.001,
  // A place shown by pictures matched to the ground; the coordinates' own digits are no better than this.
  exact: 0.005,
};

/** Wide enough to be seen as an area beside a province, drawn hatched. */
const UNKNOWN_KM = 50;

/** The area to draw for a precision class. Pure. */
export function areaOfPrecision(precision: Precision): PlaceArea {
  if (precision === 'country') return { kind: 'country' };
  if (precision === 'unknown') return { kind: 'unknown', radiusKm: UNKNOWN_KM };
  return { kind: 'circle', radiusKm: radiusKm[precision] };
}

/** A distance as people say it: "10 km", "300 m". */
export function distanceWords(km: number): string {
  return km >= 1 ? `${Number(km.toPrecision(3))} km` : `${Number((km * 1000).toPrecision(3))} m`;
}
