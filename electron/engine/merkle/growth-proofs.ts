/** Consistency proofs between many sizes of one tree, without hashing it anew for each. */
import { nodeHash } from './tree-hash.ts';
import { buildLevels, type Levels } from './proofs.ts';

/**
 * Proves that each tree begins with the one before (RFC 9162, section 2.1.4). Whole subtrees are read from the levels of
 * the largest tree, so that a proof costs the square of the tree's height and not its size.
 * @param leaves leaf hashes in order, as many as the largest tree has
 */
export function growthProofs(leaves: readonly Buffer[]): (first: number, second: number) => Buffer[] {
  const levels = buildLevels(leaves);
  return (first, second) => {
    if (!(first > 0 && first <= second && second <= leaves.length)) throw new RangeError(`no proof from ${first} to ${second}`);
    return subProof(levels, { first, from: 0, to: second, whole: true });
  };
}

/** SUBPROOF(first - from, D[from:to], whole). */
function subProof(levels: Levels, { first, from, to, whole }: { first: number; from: number; to: number; whole: boolean }): Buffer[] {
  if (first === to) return whole ? [] : [rootOfRange(levels, from, to)];
  const middle = from + largestPowerBelow(to - from);
  return first <= middle
    ? [...subProof(levels, { first, from, to: middle, whole }), rootOfRange(levels, middle, to)]
    : [...subProof(levels, { first, from: middle, to, whole: false }), rootOfRange(levels, from, middle)];
}

/** MTH(D[from:to]); `from` is always a multiple of the power of two that holds the range. */
function rootOfRange(levels: Levels, from: number, to: number): Buffer {
  const height = Math.log2(to - from);
  if (Number.isInteger(height)) return levels[height]?.[from >>> height] as Buffer;
  const middle = from + largestPowerBelow(to - from);
  return nodeHash(rootOfRange(levels, from, middle), rootOfRange(levels, middle, to));
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
