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
  const shared = groups.map((group) => group.filter(inSeveral)).filter((group) => group.length > 1);
  const sum = (some: readonly (readonly Span[])[]) => some.reduce((total, group) => total + countApart(group), 0);
  return sum(groups) - sum(shared) + distinctAmong(shared);
}

/** Columns of pairs kept at a time, 32 a word: memory stays linear in the number of claims. */
const WORDS = 64;

/** The spans of a group as numbers: ends, beginnings, and the claim of each, in order. */
type Side = { owner: Int32Array; high: Float64Array; low: Float64Array };

/** Pairs as bits, so that a pair apart in two groups is set twice and counted once. */
function distinctAmong(groups: readonly (readonly Span[])[]): number {
  const index = new Map<string, number>();
  for (const group of groups) for (const { id } of group) if (!index.has(id)) index.set(id, index.size);
  // Turned round, what begins after a span ends is what ends before it begins.
  const turned = groups.map((group) => group.map(({ id, low, high }) => ({ id, low: -high, high: -low })));
  const walks = [...groups, ...turned].map((group) => ({
    byEnd: sideOf(
      group.toSorted((a, b) => compare(b.high, a.high)),
      index,
    ),
    byBeginning: sideOf(
      group.toSorted((a, b) => compare(b.low, a.low)),
      index,
    ),
  }));
  let bits = 0;
  for (let first = 0; first < index.size; first += WORDS * 32) {
    const rows = new Uint32Array(index.size * WORDS);
    for (const walk of walks) markLater(rows, walk, first);
    for (const word of rows) bits += ones(word);
  }
  return bits / 2;
}

function sideOf(spans: readonly Span[], index: ReadonlyMap<string, number>): Side {
  return {
    owner: Int32Array.from(spans, ({ id }) => index.get(id) ?? 0),
    high: Float64Array.from(spans, ({ high }) => high),
    low: Float64Array.from(spans, ({ low }) => low),
  };
}

/** Sets, for every span, the bits of those that begin after it ends; only columns from `first` on. */
function markLater(rows: Uint32Array, { byEnd, byBeginning }: { byEnd: Side; byBeginning: Side }, first: number): void {
  const later = new Uint32Array(WORDS);
  let taken = 0;
  for (const [at, owner] of byEnd.owner.entries()) {
    const end = byEnd.high[at] ?? 0;
    for (; taken < byBeginning.owner.length && (byBeginning.low[taken] ?? 0) > end; taken += 1) {
      const column = (byBeginning.owner[taken] ?? 0) - first;
      if (column >= 0 && column < WORDS * 32) later[column >> 5] = (later[column >> 5] ?? 0) | (1 << (column & 31));
    }
    if (taken === 0) continue;
    for (let word = 0; word < WORDS; word += 1) rows[owner * WORDS + word] = (rows[owner * WORDS + word] ?? 0) | (later[word] ?? 0);
  }
}

function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
