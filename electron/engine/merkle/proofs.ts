/** Proofs over the tree (RFC 9162, sections 2.1.3 and 2.1.4). Hashes are leaf and node hashes of 32 bytes. */
import { nodeHash } from './tree-hash.ts';

/** All levels of a tree, lowest first; a node without a right neighbour stands alone on the level above. */
export type Levels = readonly (readonly Buffer[])[];

/** @param leaves leaf hashes in order */
export function buildLevels(leaves: readonly Buffer[]): Levels {
  const levels: Buffer[][] = [[...leaves]];
  for (let level = levels[0] ?? []; level.length > 1;) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index] as Buffer, level[index + 1]];
      above.push(right === undefined ? left : nodeHash(left, right));
    }
    levels.push(above);
    level = above;
  }
  return levels;
}

/** PATH(index, D[n]). @throws RangeError for a leaf the tree has not */
export function inclusionProof(levels: Levels, index: number): Buffer[] {
  if (!(index >= 0 && index < (levels[0]?.length ?? 0))) throw new RangeError(`the tree has no leaf ${index}`);
  const path: Buffer[] = [];
  let at = index;
  for (const level of levels.slice(0, -1)) {
    const sibling = level[at ^ 1];
    if (sibling !== undefined) path.push(sibling);
    at >>>= 1;
  }
  return path;
}

/** Section 2.1.3.2: does the path lead from the leaf to the root? */
export function provesInclusion(proof: { leaf: Buffer; index: number; size: number; path: readonly Buffer[]; root: Buffer }): boolean {
  if (proof.index >= proof.size || proof.index < 0) return false;
  let [fn, sn, hash] = [proof.index, proof.size - 1, proof.leaf];
  for (const step of proof.path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(step, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >>> 1, sn >>> 1];
    } else hash = nodeHash(hash, step);
    [fn, sn] = [fn >>> 1, sn >>> 1];
  }
  return sn === 0 && hash.equals(proof.root);
}

/** Section 2.1.4.2. */
export function provesConsistency(proof: {
  first: number;
  second: number;
  firstRoot: Buffer;
  secondRoot: Buffer;
  path: readonly Buffer[];
}): boolean {
  const { first, second, firstRoot, secondRoot } = proof;
  if (first === second) return proof.path.length === 0 && firstRoot.equals(secondRoot);
  if (first < 1 || first > second) return false;
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof.path] : [...proof.path];
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [fn >>> 1, sn >>> 1];
  const [start, ...steps] = path;
  if (start === undefined) return false;
  let [fr, sr] = [start, start];
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(step, fr), nodeHash(step, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >>> 1, sn >>> 1];
    } else sr = nodeHash(sr, step);
    [fn, sn] = [fn >>> 1, sn >>> 1];
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
}
