import { geoPath, type GeoProjection } from 'd3-geo';
import { useId } from 'react';
import { areaOfPrecision } from '#shared/claims/place-precision.ts';
import type { Located } from './map-places.ts';
import { radiusAt, type MapSize, type MapView } from './map-view.ts';
import { countryAt } from './outlines.ts';
import { layLabels } from './place-labels.ts';

/** Areas smaller than this are pointed to. */
const SEEN = 4;
const RING = 11;

export type PlaceAreasProps = {
  places: readonly Located[];
  view: MapView;
  size: MapSize;
  projection: GeoProjection;
  names: readonly { key: string; x: number; y: number; text: string }[];
};

type Drawn = { place: Located; x: number; y: number; radius: number };

/** Every place as the area it may lie in, never as a pin; names beside them and the countries' names where room is left. */
export function PlaceAreas({ places, view, size, projection, names }: PlaceAreasProps) {
  const hatch = useId();
  const drawn: Drawn[] = places.flatMap((place) => {
    const point = projection([place.longitude, place.latitude]);
    if (point === null) return [];
    const area = areaOfPrecision(place.precision);
    const radius = area.kind === 'country' ? 0 : radiusAt(area.radiusKm, place.latitude, view, size);
    return [{ place, x: point[0], y: point[1], radius }];
  });
  const ringed = ringsOf(drawn);
  const wishes = drawn
    .filter(({ x, y }) => x > 0 && x < size.width && y > 0 && y < size.height)
    .map(({ place, x, y, radius }) => ({
      key: place.key,
      x,
      y,
      radius: Math.min(Math.max(radius, RING), size.width / 4),
      text: textOf(place),
    }));
  const labels = layLabels([...wishes, ...names.map((name) => ({ ...name, radius: -12 }))], size);
  return (
    <>
      <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="map-hatch" x1={0} x2={0} y1={0} y2={7} />
      </pattern>
      {drawn.map((one) => (
        <Area key={one.place.key} {...one} hasRing={ringed.has(one)} hatch={hatch} projection={projection} />
      ))}
      {labels.map(({ key, x, y, anchor, text }) => (
        <text key={key} className={key.startsWith('country ') ? 'map-country-name' : 'map-place-label'} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </>
  );
}

/** Whether an area cannot be seen as one at this scale. */
export function isTooSmall(place: Located, view: MapView, size: MapSize): boolean {
  const area = areaOfPrecision(place.precision);
  return area.kind !== 'country' && radiusAt(area.radiusKm, place.latitude, view, size) < SEEN;
}

/** Areas too small to be seen are pointed to; one ring for those that lie in it together. */
function ringsOf(drawn: readonly Drawn[]): Set<Drawn> {
  const ringed: Drawn[] = [];
  for (const one of drawn) {
    if (one.place.precision === 'country' || one.radius >= SEEN) continue;
    if (ringed.every((other) => Math.hypot(other.x - one.x, other.y - one.y) > RING * 1.6)) ringed.push(one);
  }
  return new Set(ringed);
}

function textOf({ name, names }: Located): string {
  const other = Object.values(names).find((one) => one !== name);
  return other === undefined ? name : `${name} · ${other}`;
}

function Area({ place, x, y, radius, hasRing, hatch, projection }: Drawn & { hasRing: boolean; hatch: string; projection: GeoProjection }) {
  const area = areaOfPrecision(place.precision);
  const title = <title>{place.name}</title>;
  if (area.kind === 'country') {
    const country = countryAt(place.longitude, place.latitude);
    return country === undefined ? null : (
      <path className="map-country" d={geoPath(projection)(country) ?? ''} data-precision="country">
        {title}
      </path>
    );
  }
  return (
    <g className="map-area" data-from={place.from} data-precision={place.precision}>
      {title}
      <circle
        cx={x}
        cy={y}
        r={Math.max(radius, 0.5)}
        className={area.kind === 'unknown' ? 'map-area-unknown' : 'map-area-circle'}
        {...(area.kind === 'unknown' ? { fill: `url(#${hatch})` } : {})}
      />
      {hasRing ? <circle className="map-ring" cx={x} cy={y} r={RING} /> : null}
    </g>
  );
}
