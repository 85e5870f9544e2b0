import type { Stance } from './denied.ts';

/** How many of the indexed stances a denial contradicts. */
export type StanceIndex = (denial: Stance) => number;

/** The spans of one measure in order of their lows, each with the claim it belongs to; and the highs in order. */
type Column = { low: Float64Array; high: Float64Array; owner: Int32Array; highs: Float64Array };

/** Counts by binary search; only for a denial of several measures are the figures of each looked through. */
export function stanceIndex(held: readonly Stance[]): StanceIndex {
  const bare = held.filter(({ figures }) => figures.length === 0).length;
  const columns = columnsOf(held);
  const seen = new Int32Array(held.length);
  let round = 0;
  return ({ figures }) => {
    if (figures.length === 0) return held.length;
    const isOpen = figures.some(({ low, high }) => low === 0 && high === Infinity);
    let count = isOpen ? bare : 0;
    round += 1;
    for (const span of figures) {
      const column = columns.get(span.measure);
      if (column !== undefined) count += figures.length === 1 ? meeting(column, span) : mark(column, span, { seen, round });
    }
    return count;
  };
}

function columnsOf(held: readonly Stance[]): Map<string, Column> {
  const entries = held.flatMap(({ figures }, owner) => figures.map((span) => ({ owner, span })));
  const columns = new Map<string, Column>();
  for (const [measure, unordered] of Map.groupBy(entries, ({ span }) => span.measure)) {
    const spans = unordered.sort((a, b) => a.span.low - b.span.low);
    const low = Float64Array.from(spans, ({ span }) => span.low);
    const high = Float64Array.from(spans, ({ span }) => span.high);
    const owner = Int32Array.from(spans, (entry) => entry.owner);
    columns.set(measure, { low, high, owner, highs: high.toSorted() });
  }
  return columns;
}

type Reach = { low: number; high: number };

function meeting(column: Column, { low, high }: Reach): number {
  return countBelow(column.low, high, true) - countBelow(column.highs, low);
}

/** Those that no measure before marked in this round. */
function mark(column: Column, { low, high }: Reach, { seen, round }: { seen: Int32Array; round: number }): number {
  let fresh = 0;
  const end = countBelow(column.low, high, true);
  const { high: highs, owner: owners } = column;
  for (let at = 0; at < end; at += 1) {
    if (highs[at]! < low) continue;
    const owner = owners[at]!;
    if (seen[owner] === round) continue;
    seen[owner] = round;
    fresh += 1;
  }
  return fresh;
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
