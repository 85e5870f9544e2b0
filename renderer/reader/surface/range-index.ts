import type { TextRange } from '#shared/anchoring/find-matches.ts';

/** Ranges that can be asked which of them touch a stretch, without looking at the others. */
export type RangeIndex = { overlapping(start: number, end: number): TextRange[] };

/** Sorted by start, with the furthest end so far, so that a search can stop going back. */
export function rangeIndex(ranges: readonly TextRange[]): RangeIndex {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const furthest: number[] = [];
  for (const [index, { end }] of sorted.entries()) furthest.push(Math.max(end, furthest[index - 1] ?? 0));
  return {
    overlapping(start, end) {
      const found: TextRange[] = [];
      for (let at = firstFrom(sorted, end) - 1; at >= 0 && furthest[at]! > start; at--)
        if (sorted[at]!.end > start) found.push(sorted[at]!);
      return found.reverse();
    },
  };
}

/** Index of the first range that begins at or after `offset`. */
function firstFrom(sorted: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
