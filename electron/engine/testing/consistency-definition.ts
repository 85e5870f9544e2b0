/** For tests: consistency proofs word for word as RFC 9162 section 2.1.4.1 defines them, apart from the code under test. */
import { buildLevels } from '../merkle/proofs.ts';

/** PROOF(first, D[second]): that the tree of `second` leaves begins with the tree of `first`. Empty when they are one. */
export function consistencyProof(leaves: readonly Buffer[], first: number, second: number): Buffer[] {
  if (!(first > 0 && first <= second && second <= leaves.length)) throw new RangeError(`no proof from ${first} to ${second}`);
  return subProof(first, leaves.slice(0, second), true);
}

function subProof(first: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  const n = leaves.length;
  if (first === n) return whole ? [] : [rootOfLeaves(leaves)];
  const k = largestPowerBelow(n);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return first <= k ? [...subProof(first, left, whole), rootOfLeaves(right)] : [...subProof(first - k, right, false), rootOfLeaves(left)];
}

function rootOfLeaves(leaves: readonly Buffer[]): Buffer {
  return buildLevels(leaves).at(-1)?.[0] as Buffer;
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
