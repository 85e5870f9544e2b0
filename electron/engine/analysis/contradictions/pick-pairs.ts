/** Pairs from two lists for a reader: each pair of origins once before any comes twice. */
import { LISTED, originPairKey, type Ground, type Pair } from './ground.ts';

/** Pairs looked at before picking gives up; what is counted does not depend on it. */
const MOST_LOOKED_AT = 100_000;

type Side = { id: string };
export type Picked = { pairs: Pair[]; isFull: () => boolean; pick: <L extends Side, R extends Side>(lists: Lists<L, R>) => void };
type Lists<L, R> = { left: L; rights: readonly R[]; holds: (left: L, right: R) => boolean; pair: (left: L, right: R) => Pair };

/** Gathers up to `LISTED` pairs of different origins, and as many besides. */
export function pickPairs(ground: Ground): Picked {
  const first: Pair[] = [];
  const further: Pair[] = [];
  const seen = new Set<number>();
  let looked = 0;
  const isFull = () => first.length >= LISTED || looked >= MOST_LOOKED_AT;
  return {
    get pairs() {
      return [...first, ...further];
    },
    isFull,
    pick({ left, rights, holds, pair }) {
      for (const right of rights) {
        if (isFull()) return;
        looked += 1;
        const key = originPairKey(ground, left.id, right.id);
        if ((seen.has(key) && further.length >= LISTED) || !holds(left, right)) continue;
        (seen.has(key) ? further : first).push(pair(left, right));
        seen.add(key);
      }
    },
  };
}
