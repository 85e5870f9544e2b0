/** Pairs of claims whose spans on a scale do not meet: figures of a measure, dates of an event. */
import { compare } from '../dates.ts';
import { countDistinct, type Span } from './count-apart.ts';
import { areOfOneLine, byLine, LISTED, pairOf, type Facts, type Found, type Ground, type Pair } from './ground.ts';

export type Group<S extends Span = Span> = {
  /** One span a claim. */
  spans: readonly S[];
  /** How far apart two are; grows when the higher one rises or the lower one falls. */
  weigh: (lower: S, higher: S) => number;
  facts: (a: S, b: S) => Facts;
};

/** Every pair counts once, however many scales it is apart on; claims of one line of one speaker never do. */
export function findApart<S extends Span>(groups: readonly Group<S>[], ground: Ground): Found {
  const inLines = groups.flatMap(({ spans }) => byLine(ground, spans));
  const lines = Map.groupBy(inLines, (spans) => ground.lines.get(spans[0]?.id ?? ''));
  const passedOver = [...lines.values()].reduce((sum, line) => sum + countDistinct(line), 0);
  const total = countDistinct(groups.map((group) => group.spans)) - passedOver;
  const isExempt = (a: string, b: string) => areOfOneLine(ground, a, b);
  return {
    total,
    pairs: total === 0 ? [] : widest(groups, ground, { limit: LISTED + passedOver, isExempt }),
    find: (claimA, claimB) => (isExempt(claimA, claimB) ? null : apartIn(groups, claimA, claimB)),
  };
}

function apartIn<S extends Span>(groups: readonly Group<S>[], claimA: string, claimB: string): Pair | null {
  for (const { spans, facts } of groups) {
    const [a, b] = [spans.find(({ id }) => id === claimA), spans.find(({ id }) => id === claimB)];
    if (a !== undefined && b !== undefined && (a.high < b.low || b.high < a.low)) return pairOf(a, b, facts);
  }
  return null;
}

type Limits = { limit: number; isExempt: (a: string, b: string) => boolean };

/** The widest of all, and the widest of each pair of origins. */
function widest<S extends Span>(groups: readonly Group<S>[], ground: Ground, { limit, isExempt }: Limits): Pair[] {
  const found = new Map<string, { pair: Pair; weight: number }>();
  for (const group of groups) {
    const byOrigins = [...Map.groupBy(group.spans, (span) => ground.backing.get(span.id)).values()];
    const lowest = byOrigins.map((spans) => spans.reduce((a, b) => (endsFirst(a, b) <= 0 ? a : b)));
    const highest = byOrigins.map((spans) => spans.reduce((a, b) => (beginsLast(a, b) <= 0 ? a : b)));
    for (const [lower, higher] of [...topPairs(lowest, highest, limit), ...topPairs(group.spans, group.spans, limit)]) {
      if (isExempt(lower.id, higher.id)) continue;
      const pair = pairOf(lower, higher, group.facts);
      const key = `${pair.claimA} ${pair.claimB}`;
      const weight = group.weigh(lower, higher);
      if (weight > (found.get(key)?.weight ?? -1)) found.set(key, { pair, weight });
    }
  }
  const byWeight = [...found.values()].sort(
    (a, b) => b.weight - a.weight || compare(a.pair.claimA, b.pair.claimA) || compare(a.pair.claimB, b.pair.claimB),
  );
  return byWeight.map(({ pair }) => pair);
}

const endsFirst = (a: Span, b: Span) => compare(a.high, b.high) || compare(a.id, b.id);
const beginsLast = (a: Span, b: Span) => compare(b.low, a.low) || compare(a.id, b.id);

/** The pair that stands a-th on one list and b-th on the other has a times b pairs at least as wide before it. */
function* topPairs<S extends Span>(lower: readonly S[], higher: readonly S[], limit: number): Generator<[S, S]> {
  const ends = firstOf(lower, (span) => span.high, limit).sort(endsFirst);
  const begins = firstOf(higher, (span) => -span.low, limit).sort(beginsLast);
  for (const [a, low] of ends.slice(0, limit).entries()) {
    for (const [b, high] of begins.entries()) {
      if ((a + 1) * (b + 1) > limit || low.high >= high.low) break;
      yield [low, high];
    }
  }
}

/** Those with the least numbers, at least `limit` of them where there are as many: cheaper than to put all in order. */
function firstOf<S>(spans: readonly S[], number: (span: S) => number, limit: number): S[] {
  const numbers = Float64Array.from(spans, number);
  const last = numbers.toSorted()[limit - 1] ?? Infinity;
  return spans.filter((_, at) => (numbers[at] ?? 0) <= last);
}
