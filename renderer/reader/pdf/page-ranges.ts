import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText, TextMap } from '#shared/model/items.ts';

/** Where the words of each page stand in the canonical text; pages without words are not in it. Pages from 1. */
export type PageRanges = ReadonlyMap<number, TextRange>;

export function pageRanges(text: Pick<CanonicalText, 'map'> | null): PageRanges {
  if (text?.map.kind === 'boxes') return boxRanges(text.map.words);
  if (text === null || text.map.kind !== 'pages') return new Map();
  return new Map(text.map.pages.filter(({ start, end }) => end > start).map(({ page, start, end }) => [page, { start, end }]));
}

function boxRanges(words: Extract<TextMap, { kind: 'boxes' }>['words']): PageRanges {
  const ranges = new Map<number, TextRange>();
  for (const { page, start, end } of words) ranges.set(page, { start: ranges.get(page)?.start ?? start, end });
  return ranges;
}

/** The page a place in the text is on; 1 when there is none. */
export function pageOf(ranges: PageRanges, offset: number): number {
  for (const [page, range] of ranges) if (offset < range.end) return page;
  return 1;
}
