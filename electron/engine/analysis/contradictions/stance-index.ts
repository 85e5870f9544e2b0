import type { Stance } from './denied.ts';
import type { Figured } from './figures-apart.ts';

/** How many of the indexed stances a denial contradicts. */
export type StanceIndex = (denial: Stance) => number;

/** Counts by binary search; only a denial of several measures looks at the claims one by one. */
export function stanceIndex(held: readonly Stance[]): StanceIndex {
  const bare = held.filter(({ figures }) => figures.size === 0).length;
  const measures = Map.groupBy(
    held.flatMap(({ figures }) => [...figures]),
    ([measure]) => measure,
  );
  const sorted = new Map(
    [...measures].map(([measure, spans]) => [
      measure,
      {
        spans: spans.map(([, span]) => span),
        lows: Float64Array.from(spans, ([, span]) => span.low).sort(),
        highs: Float64Array.from(spans, ([, span]) => span.high).sort(),
      },
    ]),
  );
  return ({ figures }) => {
    if (figures.size === 0) return held.length;
    const isOpen = [...figures.values()].some(({ low, high }) => low === 0 && high === Infinity);
    const unfigured = isOpen ? bare : 0;
    if (figures.size > 1) return unfigured + meeting(figures, (measure) => sorted.get(measure)?.spans ?? []).size;
    const [[measure, { low, high }] = ['', { low: 0, high: 0 }]] = figures;
    const { lows, highs } = sorted.get(measure) ?? { lows: new Float64Array(), highs: new Float64Array() };
    const [endBefore, beginAfter] = [countBelow(highs, low), lows.length - countBelow(lows, high, true)];
    return unfigured + lows.length - endBefore - beginAfter;
  };
}

function meeting(figures: Stance['figures'], spansOf: (measure: string) => readonly Figured[]): Set<string> {
  const ids = new Set<string>();
  for (const [measure, { low, high }] of figures) {
    for (const span of spansOf(measure)) if (span.low <= high && span.high >= low) ids.add(span.id);
  }
  return ids;
}

/** How many of the sorted numbers are less than `limit`, or no more than it. */
function countBelow(sorted: Float64Array, limit: number, orEqual = false): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (orEqual && value === limit)) from = middle + 1;
    else to = middle;
  }
  return from;
}
