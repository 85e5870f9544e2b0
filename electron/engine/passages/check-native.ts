/** Whether the selectors of the kind's own lead to the words a passage quotes; for verify and the check of case files. */
import { parsePageFragment } from '#shared/anchoring/parse-fragment.ts';
import { readQuads } from '#shared/anchoring/quads-svg.ts';
import { boxesOf, pagesOf } from '#shared/anchoring/text-places.ts';
import { withoutWhiteSpace } from '#shared/anchoring/text-rules.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { Selector } from '#shared/model/passages.ts';
import { wordsInPage, type PageSource } from '../snapshot/find-ranges.ts';
import type { RangeSelector } from '../snapshot/snapshot-range.ts';

export type NativePassage = { id: string; selectors: readonly Selector[]; quote: string };
export type NativeGround = {
  text: string;
  map: TextMap;
  /** The frozen page whose text this is, once its bytes are known to be the kept ones; null when there is none to look into. */
  snapshot(): PageSource | null;
};
export type NativeProblem = { id: string; quote: string; problem: string };

/**
 * Those passages whose pages are not the ones their words stand on, whose shapes cannot be read, or whose range of the
 * frozen page holds other words. The page is read once, in a thread of its own, and only when a passage needs it.
 */
export async function nativeProblems(
  ground: NativeGround,
  passages: readonly NativePassage[],
  signal: AbortSignal,
): Promise<NativeProblem[]> {
  const onPages = passages.flatMap((passage) => problemOf(passage, pageProblem(ground, passage)));
  const ranged = passages.flatMap((passage) => {
    const range = passage.selectors.find((one) => one.type === 'RangeSelector');
    return range === undefined ? [] : [{ passage, range }];
  });
  const source = ranged.length === 0 ? null : ground.snapshot();
  if (source === null) return onPages;
  const words = await wordsIn(
    source,
    ranged.map(({ range }) => range),
    signal,
  );
  if (words === null) return [...onPages, ...ranged.flatMap(({ passage }) => problemOf(passage, 'the frozen page could not be read'))];
  const inSnapshot = ranged.flatMap(({ passage }, at) => {
    if (words[at] === withoutWhiteSpace(passage.quote)) return [];
    return problemOf(passage, words[at] == null ? 'its range is not in the frozen page' : 'its range of the frozen page holds other words');
  });
  return [...onPages, ...inSnapshot];
}

/** Null when the page cannot be read, which must not end the check of everything else. */
async function wordsIn(source: PageSource, ranges: readonly RangeSelector[], signal: AbortSignal): Promise<(string | null)[] | null> {
  try {
    return await wordsInPage(source, ranges, signal);
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

function problemOf({ id, quote }: NativePassage, problem: string | null): NativeProblem[] {
  return problem === null ? [] : [{ id, quote: quote.slice(0, 200), problem }];
}

/** Passages of before name their first page alone. */
function pageProblem({ text, map }: NativeGround, { selectors }: NativePassage): string | null {
  const fragments = selectors.filter((one) => one.type === 'FragmentSelector');
  const named = fragments.flatMap(({ value }) => parsePageFragment(value) ?? []);
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (named.length === 0 || position === undefined || (map.kind !== 'pages' && map.kind !== 'boxes')) return null;
  const found = (map.kind === 'pages' ? pagesOf(text, map, position) : boxesOf(map, position)).map(({ page }) => page);
  const unreadable = fragments.find(({ refinedBy }) => refinedBy !== undefined && readQuads(refinedBy) === null);
  if (unreadable !== undefined) return `its shapes on ${unreadable.value} cannot be read`;
  if (named.join() === found.join() || (named.length === 1 && named[0] === found[0])) return null;
  return `it names page ${named.join(' and ')}; its words stand on ${found.join(' and ') || 'none'}`;
}
