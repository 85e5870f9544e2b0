import { geoContains } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
// As text: parsed once when a map is first shown, and never type-checked as the megabyte of literal it would be.
import atlas from 'world-atlas/countries-50m.json?raw';

export type Country = Feature<Polygon | MultiPolygon, { name: string }> & {
  /** West, south, east, north in degrees, of its points as they are written. */
  box: [number, number, number, number];
};

let known: Country[] | undefined;

/** The countries of Natural Earth at 1:50 million (public domain), in the order of that source. */
export function countries(): Country[] {
  known ??= readCountries();
  return known;
}

function readCountries(): Country[] {
  const topology = JSON.parse(atlas) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(topology, topology.objects.countries).features.map((one) => {
    const country = one as Feature<Polygon | MultiPolygon, { name: string }>;
    return { ...country, box: boxOf(country.geometry) };
  });
}

/** Those whose box touches the given one; pieces across the date line make a box as wide as the world. */
export function countriesIn([west, south, east, north]: Country['box']): Country[] {
  return countries().filter(({ box }) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south);
}

/** The country a point lies in. */
export function countryAt(longitude: number, latitude: number): Country | undefined {
  return countriesIn([longitude, latitude, longitude, latitude]).find((country) => geoContains(country, [longitude, latitude]));
}

function boxOf({ type, coordinates }: Polygon | MultiPolygon): Country['box'] {
  const rings: Position[][] = type === 'Polygon' ? coordinates : coordinates.flat();
  const box: Country['box'] = [180, 90, -180, -90];
  for (const [longitude = 0, latitude = 0] of rings.flat()) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return box;
}
