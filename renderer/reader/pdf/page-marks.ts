import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { PlacedArea } from '../areas/use-area-marks.ts';
import type { Paint } from '../surface/surface-set.ts';
import { pageOf, type PageRanges } from './page-ranges.ts';

/** How many passages of words and how many finds touch a page. */
export type PageMarks = { passages: number; finds: number };
export type TrackMark = { /** Part of the document, 0 to 1. */ at: number; kind: 'passage' | 'find' | 'current' };

/** What is marked on each page. A passage over several pages counts on each. */
export function pageMarks(paint: Paint, areas: readonly PlacedArea[], ranges: PageRanges): ReadonlyMap<number, PageMarks> {
  const marks = new Map<number, PageMarks>();
  const add = (page: number, key: keyof PageMarks) => {
    const before = marks.get(page) ?? { passages: 0, finds: 0 };
    marks.set(page, { ...before, [key]: before[key] + 1 });
  };
  const addRange = (range: TextRange, key: keyof PageMarks) => {
    const last = pageOf(ranges, range.end - 1);
    for (let page = pageOf(ranges, range.start); page <= last; page++) add(page, key);
  };
  for (const range of [...(paint.passage ?? []), ...(paint.claimed ?? [])]) addRange(range, 'passages');
  for (const range of paint.find ?? []) addRange(range, 'finds');
  for (const { page } of areas) if (page !== null) add(page, 'passages');
  return marks;
}

/** Steps the track is divided into: finer ones are not seen apart. */
const STEPS = 400;

/** Marks along the whole document, one for each step and kind; the current find is always there, drawn last. */
export function trackMarks(paint: Paint, areas: readonly PlacedArea[], ranges: PageRanges, count: number): TrackMark[] {
  const placeOf = (offset: number) => {
    const page = pageOf(ranges, offset);
    const range = ranges.get(page);
    const within = range === undefined ? 0 : Math.min(Math.max(0, (offset - range.start) / Math.max(1, range.end - range.start)), 1);
    return (page - 1 + within) / count;
  };
  const marks = new Map<string, TrackMark>();
  const add = (at: number, kind: TrackMark['kind']) => marks.set(`${kind} ${Math.round(at * STEPS)}`, { at, kind });
  for (const { start } of [...(paint.passage ?? []), ...(paint.claimed ?? [])]) add(placeOf(start), 'passage');
  for (const { page, box } of areas) if (page !== null) add((page - 1 + box.y / 100) / count, 'passage');
  for (const { start } of paint.find ?? []) add(placeOf(start), 'find');
  for (const { start } of paint['current-find'] ?? []) add(placeOf(start), 'current');
  return [...marks.values()];
}
