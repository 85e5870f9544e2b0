import './map.css';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { areaOfPrecision, distanceWords } from '#shared/claims/place-precision.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../../messages/index.ts';
import { useCommands } from '../../shell/commands.ts';
import { FewFirst } from '../few-first.tsx';
import { isLocated, mapPlaces, type MapPlace } from './map-places.ts';

/** Loaded when a map is first shown: the outlines are large. */
const OutlineMap = lazy(async () => ({ default: (await import('./outline-map.tsx')).OutlineMap }));

const FEW = 6;

/** Where it was said to be: each place as the area its precision allows, and all of them in words. */
export function MapSection({ incident, claims }: { incident: Incident; claims: readonly Claim[] }) {
  const places = useMemo(() => mapPlaces(incident, claims), [incident, claims]);
  const located = useMemo(() => places.filter(isLocated), [places]);
  const section = useRef<HTMLElement>(null);
  useCommands(
    useMemo(
      () => [{ id: 'incident.map', title: 'incident.map.go', group: 'incident.group', keys: 'm', run: () => show(section.current) }],
      [],
    ),
  );
  return (
    <section ref={section} className="incident-part" aria-labelledby="incident-map">
      <h2 id="incident-map">{t('incident.map')}</h2>
      {places.length === 0 ? <p className="muted">{t('incident.map.none')}</p> : null}
      {places.length > 0 && located.length === 0 ? <p className="muted">{t('incident.map.none.located')}</p> : null}
      {located.length === 0 ? null : (
        <Suspense fallback={<div className="outline-map muted">{t('incident.map.loading')}</div>}>
          <OutlineMap places={located} />
        </Suspense>
      )}
      {places.length === 0 ? null : (
        <FewFirst
          className="map-places"
          items={places}
          few={FEW}
          itemKey={(place) => place.key}
          more={(count) => t('incident.map.more', { count })}
        >
          {(place) => <PlaceWords place={place} />}
        </FewFirst>
      )}
    </section>
  );
}

/** Brings the map into view and to the keys; where nothing is drawn, the words in its place. */
function show(section: HTMLElement | null): void {
  const map = section?.querySelector<HTMLElement>('.outline-map-frame');
  (map ?? section)?.scrollIntoView({ block: 'center' });
  map?.focus({ preventScroll: true });
}

function PlaceWords({ place }: { place: MapPlace }) {
  const others = Object.entries(place.names);
  const from = t(`incident.map.from.${place.from}`, { count: place.claims });
  return (
    <>
      <span className="map-place-name">
        <bdi>{place.name}</bdi>
        {others.map(([language, name]) => (
          <bdi key={language} lang={language} className="muted">
            {name}
          </bdi>
        ))}
        <span className="faint">{from}</span>
      </span>
      <span className="muted map-place-area">{areaWords(place)}</span>
    </>
  );
}

function areaWords(place: MapPlace): string {
  const { precision } = place;
  if (!isLocated(place))
    return precision === 'unknown' ? t('incident.map.unlocated') : t('incident.map.unlocated.precision', { precision });
  const area = areaOfPrecision(precision);
  if (area.kind === 'circle') return t('incident.map.area.circle', { precision, distance: distanceWords(area.radiusKm) });
  return t(`incident.map.area.${area.kind}`);
}
