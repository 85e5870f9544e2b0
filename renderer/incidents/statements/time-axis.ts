import { scaleUtc } from 'd3-scale';
import type { Span } from './edtf-span.ts';

export type TimeAxis = {
  from: number;
  to: number;
  /** Pixels from the start for a moment; open ends lie on the edge. */
  x: (at: number) => number;
  ticks: { at: number; x: number; label: string }[];
};

const DAY = 86_400_000;
/** No axis is shorter than this: a day alone would fill the picture and say nothing. */
const SHORTEST = 60 * DAY;
/** Pixels a label takes. */
const LABEL = 76;
const PIXELS_A_LETTER = 6.2;
const AIR = 10;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** An axis of `width` pixels, `inset` of them free at each side, that holds every span. Null where no span has an end. Pure. */
export function timeAxis(spans: readonly Span[], width: number, inset = 0): TimeAxis | null {
  const ends = spans.flatMap(({ min, max }) => [min, max]).filter(Number.isFinite);
  if (ends.length === 0 || width <= 2 * inset) return null;
  const [low, high] = ends.reduce(([least, most], end) => [Math.min(least, end), Math.max(most, end)], [Infinity, -Infinity]);
  const missing = Math.max(0, SHORTEST - (high - low)) / 2;
  const air = Math.max(high - low, SHORTEST) * 0.04;
  const [from, to] = [low - missing - air, high + missing + air];
  const scale = scaleUtc([from, to], [inset, width - inset]);
  const x = (at: number) => scale(Math.min(to, Math.max(from, at)));
  const wanted = Math.max(2, Math.floor((width - 2 * inset) / LABEL));
  const ticksFor = (count: number) => {
    const dates = scale.ticks(count);
    const label = labelOf(dates);
    return spaced(
      dates.map((date) => ({ at: date.getTime(), x: x(date.getTime()), label: label(date) })),
      width,
    );
  };
  // The scale's own steps may leave one label or none where more have room.
  const tries = [wanted, wanted + 2, wanted * 2, wanted * 4].map(ticksFor);
  const ticks = tries.find((found) => found.length > 2) ?? tries.reduce((best, found) => (found.length > best.length ? found : best));
  return { from, to, x, ticks };
}

function labelOf(dates: readonly Date[]): (date: Date) => string {
  if (dates.every((date) => date.getUTCDate() === 1 && date.getUTCMonth() === 0)) return (date) => String(date.getUTCFullYear());
  return (date) => (dates.every((one) => one.getUTCDate() === 1) ? month : day).format(date);
}

/** Drops what would lie over the one before or leave the picture. */
function spaced(ticks: TimeAxis['ticks'], width: number): TimeAxis['ticks'] {
  let last = 0;
  return ticks.filter(({ x, label }) => {
    const half = (label.length * PIXELS_A_LETTER + AIR) / 2;
    if (x - half < last || x + half > width) return false;
    last = x + half;
    return true;
  });
}
