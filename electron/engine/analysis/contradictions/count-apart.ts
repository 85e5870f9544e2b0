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

/** Pairs as bits, so that a pair apart in two groups is set twice and counted once. */
function distinctAmong(groups: readonly (readonly Span[])[]): number {
  const ids = [...new Set(groups.flatMap((group) => group.map((span) => span.id)))];
  const index = new Map(ids.map((id, at) => [id, at]));
  const sorted = groups.map((group) => ({
    upwards: group.toSorted((a, b) => compare(a.low, b.low)),
    downwards: group.toSorted((a, b) => compare(b.high, a.high)),
  }));
  let bits = 0;
  for (let first = 0; first < ids.length; first += WORDS * 32) {
    const rows = new Uint32Array(ids.length * WORDS);
    const mark = (spans: readonly Span[], others: readonly Span[], isApart: (span: Span, other: Span) => boolean) => {
      const apart = new Uint32Array(WORDS);
      let taken = 0;
      for (const span of spans) {
        for (let other = others[taken]; other !== undefined && isApart(span, other); other = others[++taken]) {
          const column = (index.get(other.id) ?? 0) - first;
          if (column >= 0 && column < WORDS * 32) apart[column >> 5] = (apart[column >> 5] ?? 0) | (1 << (column & 31));
        }
        const row = (index.get(span.id) ?? 0) * WORDS;
        for (let word = 0; word < WORDS; word += 1) rows[row + word] = (rows[row + word] ?? 0) | (apart[word] ?? 0);
      }
    };
    for (const { upwards, downwards } of sorted) {
      mark(downwards, upwards.toReversed(), (span, other) => other.low > span.high);
      mark(upwards, downwards.toReversed(), (span, other) => other.high < span.low);
    }
    for (const word of rows) bits += ones(word);
  }
  return bits / 2;
}

function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
