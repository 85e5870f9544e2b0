/** How a date is drawn: where its bar runs, and what of it is in doubt. Pure. */
import type { TimelineEntry } from '#shared/model/timeline.ts';

type Shape = NonNullable<TimelineEntry['shape']>;
export type Edge = 'sharp' | 'faded' | 'open' | 'unknown';
export type Bar = {
  /** In pixels from the left of the drawing; cut to what is seen and a little more. */
  left: number;
  width: number;
  start: Edge;
  end: Edge;
  isUncertain: boolean;
  /** It may lie anywhere in the bar: digits left open, or one of several dates. */
  isPale: boolean;
  /** Too short to have a length at this scale. */
  isDot: boolean;
};

/** A bar narrower than this has no length to be seen. */
const LEAST = 8;
/** A bar that leaves the drawing goes on this far beyond it, so that its end is not drawn at the edge. */
const BEYOND = 24;

export function barOf(shape: Shape, at: (moment: number) => number, width: number): Bar {
  const { start, end, kind, unspecified } = shape;
  const from = start.at === null ? null : at(start.at);
  const to = end.at === null ? null : at(end.at);
  const left = clamp(from ?? openFrom(to), width);
  const right = clamp(to ?? openTo(from, width), width);
  const isDot = from !== null && to !== null && to - from < LEAST;
  return {
    left: isDot ? left - Math.max(0, LEAST - (right - left)) / 2 : left,
    width: isDot ? LEAST : Math.max(right - left, LEAST),
    start: edgeOf(start),
    end: edgeOf(end),
    isUncertain: start.uncertain || end.uncertain,
    isPale: unspecified || kind === 'one of',
    isDot,
  };
}

/** A side that is open goes to the edge of the drawing; an unknown one a little way. */
const openFrom = (to: number | null) => (to === null ? -BEYOND : Math.min(-BEYOND, to - BEYOND));
const openTo = (from: number | null, width: number) => (from === null ? width + BEYOND : Math.max(width + BEYOND, from + BEYOND));

function clamp(x: number, width: number): number {
  return Math.min(width + BEYOND, Math.max(-BEYOND, x));
}

function edgeOf({ is, approximate }: Shape['start']): Edge {
  if (is !== 'given') return is;
  return approximate ? 'faded' : 'sharp';
}
