/** Which words of a text the areas and silences of a redaction cover. */
import { z } from 'zod';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { nonSpaceMap } from '#shared/anchoring/non-space-map.ts';
import type { Box } from '#shared/anchoring/text-places.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import type { CoveredWords } from './redact-task.ts';

/** A stretch of a text that a region covers: a place, no words. */
export const coveredRange = z.object({ region: z.number().int(), textFileId: z.string(), start: z.number().int(), end: z.number().int() });
export type CoveredRange = z.infer<typeof coveredRange>;

/** Words of pages, as the thread found them under areas, as stretches of the text of these pages. @throws HoldfastError redaction-failed */
export function coveredOnPages({ text, map, fileId }: CanonicalText, covered: readonly CoveredWords[]): CoveredRange[] {
  if (map.kind !== 'pages') return [];
  const pages = new Map(map.pages.map((page) => [page.page, page]));
  return covered.map(({ page, start, end, words, region }) => {
    const place = pages.get(page);
    const own = place === undefined ? '' : text.slice(place.start, place.end);
    const counted = nonSpaceMap(own);
    const range = { start: counted.at(start), end: counted.at(end - 1) + 1 };
    if (place === undefined || own.slice(range.start, range.end).replace(/\s+/gu, '') !== words)
      throw new HoldfastError('redaction-failed', { problem: `the words under the box on page ${page} are not those of the kept text` });
    return { region, textFileId: fileId, start: place.start + range.start, end: place.start + range.end };
  });
}

/** Words that were read from the picture, or said, at the places of these regions. */
export function coveredByMap({ map, fileId }: CanonicalText, regions: readonly RedactionRegion[]): CoveredRange[] {
  return regions.flatMap((region, index) => {
    const ranges = map.kind === 'boxes' ? wordsInArea(map.words, region) : map.kind === 'cues' ? cuesInTime(map.cues, region) : [];
    return ranges.map(({ start, end }) => ({ region: index, textFileId: fileId, start, end }));
  });
}

type ReadWord = Box & TextRange & { page: number };

function wordsInArea(words: readonly ReadWord[], region: RedactionRegion): TextRange[] {
  if (region.kind !== 'area') return [];
  const { area, page } = region;
  return words.filter((word) => {
    const wide = Math.min(word.x + word.width, area.x + area.width) - Math.max(word.x, area.x);
    const high = Math.min(word.y + word.height, area.y + area.height) - Math.max(word.y, area.y);
    return word.page === (page ?? 1) && wide > 0 && high > word.height / 5;
  });
}

function cuesInTime(cues: readonly (TextRange & { from: number; to: number })[], region: RedactionRegion): TextRange[] {
  return region.kind === 'sound' ? cues.filter((cue) => cue.from < region.to && cue.to > region.from) : [];
}
