/** The selectors of the kind's own: pages and quads, a range of the frozen page, a time, boxes in a picture. */
import { boxesOf, pagesOf, roundBoxes, type PageStretch } from '#shared/anchoring/text-places.ts';
import { quadsSelector } from '#shared/anchoring/quads-svg.ts';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { Selector } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { findQuads } from '../pdf/find-quads.ts';
import type { PageWords, PlaceOnPage } from '../pdf/pdf-places.ts';
import { findRanges } from '../snapshot/find-ranges.ts';
import { mediaFragment, pageFragment } from './media-fragment.ts';
import { boxQuads } from './box-quads.ts';

type Words = { start: number; end: number };
export type TextOfItem = { item: Pick<Item, 'type' | 'files'>; text: CanonicalText };

/**
 * For each range of words of one text, what places it in the item's own kind. Files are read in threads, once for all
 * ranges, and before anything is written. A page, a time or nothing is the answer where the file is gone, locked or
 * damaged: the words stand in the text either way.
 */
export async function nativeSelectors(ctx: CaseContext, { item, text }: TextOfItem, ranges: readonly Words[]): Promise<Selector[][]> {
  switch (text.map.kind) {
    case 'pages':
      return onPages(ctx, item, text, ranges);
    case 'snapshot':
      return inSnapshot(ctx, item, text, ranges);
    case 'boxes':
      return inBoxes(ctx, item, text, ranges);
    case 'cues':
    case 'plain':
      return ranges.map((range) => plainSelectors(text, range));
  }
}

/** What can be said without opening a file: the pages, or the time. */
export function plainSelectors(text: CanonicalText, range: Words): Selector[] {
  const time = timeUnder(text.map, range);
  if (time !== null) return [mediaFragment({ time })];
  const pages = text.map.kind === 'boxes' ? boxesOf(text.map, range) : pagesOf(text.text, text.map, range);
  return pages.map(({ page }) => pageFragment(page));
}

/** The stretch of time in which these words are said; null where the text has no times. */
export function timeUnder(map: CanonicalText['map'], { start, end }: Words): { from: number; to: number } | null {
  if (map.kind !== 'cues') return null;
  const under = map.cues.filter((cue) => cue.start < end && cue.end > start);
  const from = Math.min(...under.map((cue) => cue.from));
  const to = Math.max(...under.map((cue) => cue.to));
  return under.length > 0 && to > from ? { from, to } : null;
}

async function onPages(ctx: CaseContext, item: TextOfItem['item'], text: CanonicalText, ranges: readonly Words[]): Promise<Selector[][]> {
  const stretches = ranges.map((range) => pagesOf(text.text, text.map, range));
  const places = await measure(ctx, original(item), stretches.flat());
  let at = 0;
  return stretches.map((pages) => pages.map(({ page }) => withQuads(page, places[at++] ?? null)));
}

async function inBoxes(ctx: CaseContext, item: TextOfItem['item'], text: CanonicalText, ranges: readonly Words[]): Promise<Selector[][]> {
  const found = ranges.map((range) => boxesOf(text.map, range));
  if (item.type !== 'pdf') return found.map((pages) => pages.map(({ boxes }) => mediaFragment({ area: roundBoxes(boxes) })));
  const asked: PageStretch[] = found.flat().map(({ page }) => ({ page, start: 0, end: 0, words: '' }));
  const places = await measure(ctx, original(item), asked);
  let at = 0;
  return found.map((pages) =>
    pages.map(({ page, boxes }) => {
      const place = places[at++] ?? null;
      return withQuads(page, place === null ? null : { ...place, quads: boxQuads(boxes, place) });
    }),
  );
}

function withQuads(page: number, place: PlaceOnPage | null): Selector {
  const fragment = pageFragment(page);
  return place === null || place.quads.length === 0 ? fragment : { ...fragment, refinedBy: quadsSelector(place.quads, place) };
}

async function measure(ctx: CaseContext, file: ItemFile | null, places: readonly PageWords[]): Promise<(PlaceOnPage | null)[]> {
  if (file === null || places.length === 0) return [];
  try {
    return await findQuads({ path: ctx.store.pathOf(file.sha256), size: file.size, places }, unstopped());
  } catch {
    return []; // Gone, locked or damaged: verify and the viewer say so; the page number stands.
  }
}

async function inSnapshot(
  ctx: CaseContext,
  item: TextOfItem['item'],
  text: CanonicalText,
  ranges: readonly Words[],
): Promise<Selector[][]> {
  const snapshot = item.files.find(({ role }) => role === 'snapshot');
  if (snapshot === undefined) return ranges.map(() => []);
  try {
    const found = await findRanges({ path: ctx.store.pathOf(snapshot.sha256), text: text.text, ranges }, unstopped());
    return found.map((range) => (range === null ? [] : [range]));
  } catch {
    return ranges.map(() => []); // As above: the words stand in the text.
  }
}

function original(item: TextOfItem['item']): ItemFile | null {
  return item.files.find(({ role, mediaType }) => role === 'original' && mediaType === 'application/pdf') ?? null;
}

/** Each thread has a time limit of its own. */
function unstopped(): AbortSignal {
  return new AbortController().signal;
}
