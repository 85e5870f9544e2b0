import type { Claim, Place } from '#shared/model/claims.ts';
import type { Incident } from '#shared/model/incidents.ts';

/** A place named for the incident or by its claims, once however often it is named. */
export type MapPlace = Place & {
  key: string;
  from: 'incident' | 'secondary' | 'claims';
  /** Claims that name exactly this place. */
  claims: number;
};
export type Located = MapPlace & { latitude: number; longitude: number };

/** The incident's own place first, then its further ones, then those of claims, the most named first. Pure. */
export function mapPlaces(incident: Pick<Incident, 'place' | 'secondaryPlaces'>, claims: readonly Pick<Claim, 'place'>[]): MapPlace[] {
  const found = new Map<string, MapPlace>();
  const add = (place: Place | null, from: MapPlace['from']) => {
    if (place === null) return;
    const key = JSON.stringify([place.name, place.latitude, place.longitude, place.precision]);
    const known = found.get(key);
    const names = { ...known?.names, ...place.names };
    const claimed = (known?.claims ?? 0) + (from === 'claims' ? 1 : 0);
    found.set(key, { ...place, names, key, from: known?.from ?? from, claims: claimed });
  };
  add(incident.place, 'incident');
  for (const place of incident.secondaryPlaces) add(place, 'secondary');
  for (const { place } of claims) add(place, 'claims');
  const order = { incident: 0, secondary: 1, claims: 2 };
  return [...found.values()].sort((a, b) => order[a.from] - order[b.from] || b.claims - a.claims);
}

export function isLocated(place: MapPlace): place is Located {
  return place.latitude !== null && place.longitude !== null;
}
