import { HoldfastError } from '#shared/errors.ts';
import type { RedactionRegion, RegionOf } from '#shared/model/redactions.ts';
import type { Ground } from './redaction-ground.ts';

/** How long the recording is and what it has, where it is one. */
export type Extent = { end: number | null; hasPicture: boolean; hasSound: boolean };

/** Refuses places that are empty, lie outside, or do not fit the file. Pages past the last are found when it is open. @throws HoldfastError redaction-region */
export function checkRegions(ground: Ground, extent: Extent | null, regions: readonly RedactionRegion[]): void {
  for (const [index, region] of regions.entries()) {
    const problem = problemOf(ground, extent, region);
    if (problem !== null) throw new HoldfastError('redaction-region', { number: index + 1, problem });
  }
}

function problemOf(ground: Ground, extent: Extent | null, region: RedactionRegion): string | null {
  if (region.reason === 'other' && region.note === '') return 'the reason “other” needs words of its own';
  switch (region.kind) {
    case 'words':
      return wordsProblem(ground, region);
    case 'area':
      return areaProblem(ground, extent, region);
    case 'sound':
      if (ground.kind !== 'media') return 'only recordings have sound';
      if (extent?.hasSound === false) return 'this recording has no sound';
      return timeProblem(region, extent);
  }
}

function wordsProblem({ text }: Ground, { start, end }: RegionOf<'words'>): string | null {
  const words = text?.text ?? '';
  if (end <= start) return 'it is empty';
  if (end > words.length) return `the text ends at ${words.length}`;
  if (words.slice(start, end).trim() === '') return 'it holds nothing but white space';
  return cutsPair(words, start) || cutsPair(words, end) ? 'it cuts a character in two' : null;
}

/** Between the two halves of a surrogate pair. */
function cutsPair(text: string, at: number): boolean {
  const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
  const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function areaProblem({ kind }: Ground, extent: Extent | null, { area, page, from, to }: RegionOf<'area'>): string | null {
  if (area.x + area.width > 100.001 || area.y + area.height > 100.001) return 'the box reaches over the edge';
  if (kind === 'text') return 'a text has no areas; choose words';
  if ((kind === 'pdf') !== (page !== null)) return kind === 'pdf' ? 'it names no page' : 'only PDFs have pages';
  if (kind === 'media' && extent?.hasPicture === false) return 'this recording has no picture';
  if ((from === null) !== (to === null)) return 'a time has a start and an end';
  if (from === null || to === null) return null;
  return kind === 'media' ? timeProblem({ from, to }, extent) : 'only recordings have times';
}

function timeProblem({ from, to }: { from: number; to: number }, extent: Extent | null): string | null {
  if (to <= from) return 'it ends before it begins';
  return extent?.end != null && from >= extent.end ? `the recording ends at ${extent.end.toFixed(3)} seconds` : null;
}
