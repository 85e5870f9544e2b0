/** Where things lie in time. Pure. */
import { edtfShape, type EdtfShape } from '#shared/edtf.ts';
import { laneOf, timelineKinds, timelineLanes, type TimelineLane } from '#shared/model/timeline.ts';
import type { DatedThing } from './dated-things.ts';

export type Placed = DatedThing & { shape: EdtfShape; from: number; to: number };
export type Window = { from: number; to: number };

const YEAR = 366 * 24 * 60 * 60 * 1000;
/** A date that may lie anywhere in more than this says nothing of where the case lies. */
const VAGUE = 200 * YEAR;

/** Those that have a date a rule can read, in order of time, and the others, in order of kind. */
export function placeInTime(things: readonly DatedThing[]): { dated: Placed[]; undated: DatedThing[] } {
  const shapes = new Map<string, EdtfShape | null>();
  const dated: Placed[] = [];
  const undated: DatedThing[] = [];
  for (const thing of things) {
    const shape = thing.date === null ? null : known(shapes, thing.date);
    if (shape === null) undated.push(thing);
    else dated.push({ ...thing, shape, from: shape.start.at ?? -Infinity, to: shape.end.at ?? Infinity });
  }
  return { dated: dated.sort(byTime), undated: undated.sort(byKind) };
}

function known(shapes: Map<string, EdtfShape | null>, date: string): EdtfShape | null {
  const before = shapes.get(date);
  if (before !== undefined) return before;
  const shape = stampShape(date) ?? edtfShape(date) ?? edtfShape(dayOf(date));
  shapes.set(date, shape);
  return shape;
}

/** A time stamp that names its zone, without the grammar: each source has one of its own. */
function stampShape(date: string): EdtfShape | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(date)) return null;
  const at = Date.parse(date);
  if (Number.isNaN(at)) return null;
  const end = { at, is: 'given', approximate: false, uncertain: false } as const;
  return { kind: 'date', start: end, end, unspecified: false, parts: [] };
}

/** The day that other time stamps of pages begin with. */
function dayOf(date: string): string {
  return /^\s*(\d{4}-\d\d-\d\d)\b/.exec(date)?.[1] ?? '';
}

function byTime(a: Placed, b: Placed): number {
  return compare(a.from, b.from) || compare(a.to, b.to) || byKind(a, b);
}

function byKind(a: DatedThing, b: DatedThing): number {
  return timelineKinds.indexOf(a.kind) - timelineKinds.indexOf(b.kind) || compare(a.id, b.id) || a.position - b.position;
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** From the first to the last moment given. Dates of centuries of doubt count only where there are no others. */
export function extentOf(placed: readonly Placed[]): Window | null {
  const telling = placed.filter(({ from, to }) => !(to - from > VAGUE) || !Number.isFinite(to - from));
  const ends = (telling.length > 0 ? telling : placed).flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  if (ends.length === 0) return null;
  return { from: ends.reduce((a, b) => Math.min(a, b)), to: ends.reduce((a, b) => Math.max(a, b)) };
}

export function within(placed: readonly Placed[], { from, to }: Window): Placed[] {
  return placed.filter((one) => one.from <= to && one.to >= from);
}

export type PlacedLane = { lane: TimelineLane; total: number; entries: Placed[]; bins: number[] | null };

/** The lanes of a window: their entries, or how many may have been in each of `bins` equal stretches where they are more than `limit`. */
export function lanesOf(placed: readonly Placed[], window: Window, { limit, bins }: { limit: number; bins: number }): PlacedLane[] {
  const shown = Map.groupBy(within(placed, window), (one) => laneOf[one.kind]);
  return timelineLanes.map((lane) => {
    const entries = shown.get(lane) ?? [];
    const isFull = entries.length > limit;
    return { lane, total: entries.length, entries: isFull ? [] : entries, bins: isFull ? density(entries, window, bins) : null };
  });
}

/** Each entry adds one to every stretch it may have been in; sums of steps, so that wide dates cost no more than short ones. */
export function density(placed: readonly Placed[], { from, to }: Window, bins: number): number[] {
  const steps = Array<number>(bins + 1).fill(0);
  const at = (moment: number) => Math.min(bins - 1, Math.max(0, Math.floor(((moment - from) / Math.max(1, to - from)) * bins)));
  for (const one of placed) {
    steps[at(one.from)]! += 1;
    steps[at(one.to) + 1]! -= 1;
  }
  let now = 0;
  return steps.slice(0, bins).map((step) => (now += step));
}
