import { geoPath } from 'd3-geo';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { distanceWords } from '#shared/claims/place-precision.ts';
import { t } from '../../messages/index.ts';
import { useCommands } from '../../shell/commands.ts';
import { IconButton } from '../../ui/button.tsx';
import { useWidth } from '../../ui/use-width.ts';
import type { Located } from './map-places.ts';
import { fitView, moved, projectionOf, scaleBar, zoomed, type MapSize, type MapView } from './map-view.ts';
import { countriesIn, type Country } from './outlines.ts';
import { isTooSmall, PlaceAreas } from './place-areas.tsx';

const HEIGHT = 320;
const STEP = 0.15;
const NEARER = 0.5;

/** Outlines and places, drawn from what is on this machine; nothing is fetched. Buttons, keys and dragging move it. */
export function OutlineMap({ places }: { places: readonly Located[] }) {
  const [frame, width] = useWidth();
  const size = useMemo(() => ({ width: Math.floor(width), height: HEIGHT }), [width]);
  return (
    <div ref={frame} className="outline-map">
      {size.width < 80 ? null : <Sized places={places} size={size} />}
    </div>
  );
}

function Sized({ places, size }: { places: readonly Located[]; size: MapSize }) {
  const fitted = useMemo(() => fitView(places, size), [places, size]);
  const [own, setOwn] = useState<MapView | null>(null);
  const view = own ?? fitted;
  const change = useRef<(to: (view: MapView) => MapView) => void>(() => {});
  change.current = (to) => setOwn(to(view));
  useMapCommands(change, () => setOwn(null));
  const drag = useDrag((right, down) => change.current((one) => moved(one, (right * one.km) / size.width, (down * one.km) / size.width)));
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (way === undefined) return;
    event.preventDefault();
    change.current((one) => moved(one, way[0] * STEP * one.km, way[1] * STEP * one.km));
  };
  const title = t('incident.map.title', { located: places.length, km: distanceWords(view.km) });
  return (
    <>
      <div
        className="outline-map-frame"
        tabIndex={0}
        role="group"
        aria-label={`${t('incident.map')}. ${t('incident.map.hint')}`}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <MapPicture places={places} view={view} size={size} title={title} />
      </div>
      <div className="outline-map-buttons">
        <IconButton label={t('incident.map.in')} icon={Plus} keys="+" onPress={() => change.current((one) => zoomed(one, NEARER))} />
        <IconButton label={t('incident.map.out')} icon={Minus} keys="-" onPress={() => change.current((one) => zoomed(one, 1 / NEARER))} />
        <IconButton label={t('incident.map.fit')} icon={Maximize} keys="0" onPress={() => setOwn(null)} />
      </div>
      <p className="faint outline-map-source">
        {places.some((place) => isTooSmall(place, view, size)) ? `${t('incident.map.ring')} ` : ''}
        {t('incident.map.source')}
      </p>
    </>
  );
}

const arrows: Record<string, [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Change = { current: (to: (view: MapView) => MapView) => void };

function useMapCommands(change: Change, fit: () => void): void {
  const doFit = useRef(fit);
  doFit.current = fit;
  useCommands(
    useMemo(() => {
      const group = 'incident.group' as const;
      return [
        {
          id: 'incident.map.in',
          title: 'incident.map.in',
          group,
          keys: '[Shift]++',
          also: '=',
          run: () => change.current((view) => zoomed(view, NEARER)),
        },
        {
          id: 'incident.map.out',
          title: 'incident.map.out',
          group,
          keys: '-',
          run: () => change.current((view) => zoomed(view, 1 / NEARER)),
        },
        { id: 'incident.map.fit', title: 'incident.map.fit', group, keys: '0', run: () => doFit.current() },
      ];
    }, [change]),
  );
}

/** Moves with the pointer that went down on it, in pixels. */
function useDrag(move: (right: number, down: number) => void) {
  const last = useRef<{ x: number; y: number } | null>(null);
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  });
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      last.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (last.current === null) return;
      const [dx, dy] = [event.clientX - last.current.x, event.clientY - last.current.y];
      last.current = { x: event.clientX, y: event.clientY };
      latest.current(-dx, -dy);
    },
    onPointerUp: () => (last.current = null),
    onPointerCancel: () => (last.current = null),
  };
}

function MapPicture({ places, view, size, title }: { places: readonly Located[]; view: MapView; size: MapSize; title: string }) {
  const projection = useMemo(() => projectionOf(view, size), [view, size]);
  const path = useMemo(() => geoPath(projection), [projection]);
  const seen = useMemo(() => countriesIn(boxSeen(view, size)), [view, size]);
  const bar = scaleBar(view, size);
  return (
    <svg width={size.width} height={size.height} role="img" aria-label={title}>
      <title>{title}</title>
      <rect className="map-water" width={size.width} height={size.height} />
      {seen.map((country) => (
        <path key={String(country.id ?? country.properties.name)} className="map-land" d={path(country) ?? ''} />
      ))}
      <PlaceAreas places={places} view={view} size={size} projection={projection} names={countryNames(seen, path, size)} />
      <g className="map-scale" transform={`translate(12 ${size.height - 14})`}>
        <path d={`M0 -5 V0 H${bar.pixels} V-5`} />
        <text x={bar.pixels / 2} y={-7} textAnchor="middle">
          {distanceWords(bar.km)}
        </text>
      </g>
    </svg>
  );
}

/** The edges of the view in degrees, with some room. */
function boxSeen(view: MapView, size: MapSize): Country['box'] {
  const degrees = (view.km / 111) * 0.75;
  const wide = degrees / Math.max(0.1, Math.cos((view.latitude * Math.PI) / 180));
  const tall = degrees * Math.max(1, size.height / size.width) * 1.2;
  if (wide > 90) return [-180, -90, 180, 90];
  return [view.longitude - wide, view.latitude - tall, view.longitude + wide, view.latitude + tall];
}

/** Names in the middle of what is seen of each country, where there is room for them. */
function countryNames(seen: readonly Country[], path: ReturnType<typeof geoPath>, size: MapSize) {
  return seen.flatMap((country) => {
    const { name } = country.properties;
    const [[left, top], [right, bottom]] = path.bounds(country);
    const [x, y] = path.centroid(country);
    if (!Number.isFinite(x) || right - left < name.length * 8 || bottom - top < 24) return [];
    return x < 0 || x > size.width || y < 0 || y > size.height ? [] : [{ key: `country ${name}`, x, y, text: name }];
  });
}
