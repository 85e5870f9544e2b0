/** Counting pairs that do not meet, without looking at each pair. */
import { compare } from '../dates.ts';

/** What a claim allows on one scale. */
export type Span = { id: string; low: number; high: number };

/** Pairs of which one ends before the other begins: sorted once, then one walk. */
export function countApart(spans: readonly Span[]): number {
  const lows = Float64Array.from(spans, (span) => span.low).sort();
  const highs = Float64Array.from(spans, (span) => span.high).sort();
  let [total, begun] = [0, 0];
  for (const high of highs) {
    while (begun < lows.length && (lows[begun] ?? 0) <= high) begun += 1;
    total += lows.length - begun;
  }
  return total;
}

/** Distinct pairs apart in at least one group. A claim stands in a group once, and may stand in several. */
export function countDistinct(groups: readonly (readonly Span[])[]): number {
  const times = new Map<string, number>();
  for (const group of groups) for (const { id } of group) times.set(id, (times.get(id) ?? 0) + 1);
  const inSeveral = (span: Span) => (times.get(span.id) ?? 0) > 1;
  const shared = groups.map((group) => group.filter(inSeveral));
  const once = groups.reduce((total, group, at) => {
    const others = shared[at] ?? [];
    return others.length === group.length ? total : total + countApart(group) - countApart(others);
  }, 0);
  return once + distinctAmong(shared.filter((group) => group.length > 1));
}

/** Columns of pairs kept at a time, 32 a word: memory stays linear in the number of claims. */
const WORDS = 64;

/** A walk over the spans of a group: for each in `order`, those in `others` that are apart from it come before the rest. */
type Walk = { order: Int32Array; edge: Float64Array; others: Int32Array; otherEdge: Float64Array; owner: Int32Array };

/** Pairs as bits, so that a pair apart in two groups is set twice and counted once. */
function distinctAmong(groups: readonly (readonly Span[])[]): number {
  const index = new Map<string, number>();
  for (const group of groups) for (const { id } of group) if (!index.has(id)) index.set(id, index.size);
  const walks = groups.flatMap((group) => bothWays(group, index));
  let bits = 0;
  for (let first = 0; first < index.size; first += WORDS * 32) {
    const rows = new Uint32Array(index.size * WORDS);
    for (const walk of walks) markApart(rows, walk, first);
    for (const word of rows) bits += ones(word);
  }
  return bits / 2;
}

/** Downwards to find what begins after each ends, upwards to find what ends before each begins: there negated. */
function bothWays(group: readonly Span[], index: ReadonlyMap<string, number>): [Walk, Walk] {
  const owner = Int32Array.from(group, ({ id }) => index.get(id) ?? 0);
  const [low, high] = [Float64Array.from(group, (span) => span.low), Float64Array.from(group, (span) => span.high)];
  const falling = (edge: Float64Array) => Int32Array.from(group.keys()).sort((a, b) => compare(edge[b] ?? 0, edge[a] ?? 0));
  const [byLow, byHigh] = [falling(low), falling(high)];
  return [
    { order: byHigh, edge: high, others: byLow, otherEdge: low, owner },
    { order: byLow.toReversed(), edge: low.map((n) => -n), others: byHigh.toReversed(), otherEdge: high.map((n) => -n), owner },
  ];
}

/** Sets, for every span, the bits of those apart from it; only columns from `first` on. */
function markApart(rows: Uint32Array, { order, edge, others, otherEdge, owner }: Walk, first: number): void {
  const apart = new Uint32Array(WORDS);
  let taken = 0;
  for (const at of order) {
    const end = edge[at] ?? 0;
    for (; taken < others.length && (otherEdge[others[taken] ?? 0] ?? 0) > end; taken += 1) {
      const column = (owner[others[taken] ?? 0] ?? 0) - first;
      if (column >= 0 && column < WORDS * 32) apart[column >> 5] = (apart[column >> 5] ?? 0) | (1 << (column & 31));
    }
    if (taken === 0) continue;
    const row = (owner[at] ?? 0) * WORDS;
    for (let word = 0; word < WORDS; word += 1) rows[row + word] = (rows[row + word] ?? 0) | (apart[word] ?? 0);
  }
}

function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
