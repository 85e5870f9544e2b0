/** What part of the world the map shows, and at what scale. Pure. */
import { geoMercator, type GeoProjection } from 'd3-geo';
import { areaOfPrecision } from '#shared/claims/place-precision.ts';
import type { Located } from './map-places.ts';

/** Its middle in degrees, and how many kilometres its width is there. */
export type MapView = { longitude: number; latitude: number; km: number };
export type MapSize = { width: number; height: number };

const EARTH_KM = 6371.0088;
const KM_A_DEGREE = (EARTH_KM * Math.PI) / 180;
const WIDEST = 20_000;
const NARROWEST = 1;
/** A neighbouring border or coast is nearly always within this, and without one a circle says nothing. */
const CONTEXT_KM = 500;
/** A country that is only named is shown whole where it is of common size. */
const COUNTRY_KM = 900;

/** The projection of a view: Mercator, in which a circle of some kilometres is still a circle. */
export function projectionOf({ longitude, latitude, km }: MapView, { width, height }: MapSize): GeoProjection {
  const scale = (width / km) * EARTH_KM * Math.cos((latitude * Math.PI) / 180);
  return geoMercator()
    .scale(scale)
    .center([longitude, latitude])
    .translate([width / 2, height / 2])
    .clipExtent([
      [-20, -20],
      [width + 20, height + 20],
    ]);
}

/** The view in which every place is seen whole, with enough round it to know where it is. */
export function fitView(places: readonly Located[], { width, height }: MapSize): MapView {
  const boxes = places.map(({ latitude, longitude, precision }) => {
    const area = areaOfPrecision(precision);
    const km = area.kind === 'country' ? COUNTRY_KM / 2 : area.radiusKm;
    const tall = km / KM_A_DEGREE;
    const wide = tall / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
    return { west: longitude - wide, east: longitude + wide, south: latitude - tall, north: latitude + tall };
  });
  if (boxes.length === 0) return { longitude: 20, latitude: 25, km: WIDEST };
  const west = Math.min(...boxes.map((box) => box.west));
  const east = Math.max(...boxes.map((box) => box.east));
  const south = Math.min(...boxes.map((box) => box.south));
  const north = Math.max(...boxes.map((box) => box.north));
  const latitude = within((south + north) / 2, -80, 80);
  const wideKm = (east - west) * KM_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const tallKm = (north - south) * KM_A_DEGREE;
  const km = Math.max(CONTEXT_KM, wideKm * 1.3, tallKm * 1.3 * (width / Math.max(1, height)));
  return { longitude: (west + east) / 2, latitude, km: within(km, NARROWEST, WIDEST) };
}

/** Nearer for a factor under 1, wider for one above. */
export function zoomed(view: MapView, factor: number): MapView {
  return { ...view, km: within(view.km * factor, NARROWEST, WIDEST) };
}

/** Moved by so many kilometres to the right and down. */
export function moved(view: MapView, right: number, down: number): MapView {
  const longitude = view.longitude + right / KM_A_DEGREE / Math.max(0.1, Math.cos((view.latitude * Math.PI) / 180));
  return {
    ...view,
    longitude: ((((longitude + 180) % 360) + 360) % 360) - 180,
    latitude: within(view.latitude - down / KM_A_DEGREE, -80, 80),
  };
}

/** The longest 1, 2 or 5 times a power of ten kilometres that takes at most `most` pixels. */
export function scaleBar({ km }: MapView, { width }: MapSize, most = 110): { km: number; pixels: number } {
  const room = (km / width) * most;
  const power = 10 ** Math.floor(Math.log10(room));
  const times = [5, 2, 1].find((one) => one * power <= room) ?? 1;
  return { km: times * power, pixels: (times * power * width) / km };
}

/** How many pixels so many kilometres are in the middle of the view. */
export function pixelsOf(km: number, view: MapView, { width }: MapSize): number {
  return (km * width) / view.km;
}

/** The same at a place: Mercator draws what lies nearer the poles larger. */
export function radiusAt(km: number, latitude: number, view: MapView, size: MapSize): number {
  const here = Math.cos((view.latitude * Math.PI) / 180);
  return pixelsOf(km, view, size) * (here / Math.max(0.05, Math.cos((latitude * Math.PI) / 180)));
}

function within(n: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, n));
}
