/** The tree over the journal (RFC 9162, section 2.1, SHA-256). A leaf's data are the 32 bytes of an entry's hash. */
import { sameBytes } from './bytes.js';
import { Sha256 } from './sha256.js';

/** @param {Uint8Array} data */
export function leafHash(data) {
  return new Sha256().update(Uint8Array.of(0)).update(data).digest();
}

/** @param {Uint8Array} left @param {Uint8Array} right */
function nodeHash(left, right) {
  return new Sha256().update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** A growing tree, as the roots of its perfect subtrees, largest first. */
export class GrowingTree {
  size = 0;
  /** @type {Uint8Array[]} */
  #peaks = [];

  /** @param {Uint8Array} data */
  add(data) {
    let node = leafHash(data);
    for (let size = this.size; size % 2 === 1; size = (size - 1) / 2) node = nodeHash(/** @type {Uint8Array} */ (this.#peaks.pop()), node);
    this.#peaks.push(node);
    this.size += 1;
  }

  /** MTH(D[size]), section 2.1.1. */
  root() {
    const last = this.#peaks.at(-1);
    if (last === undefined) return new Sha256().digest();
    return this.#peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }
}

const halve = (/** @type {number} */ value) => Math.floor(value / 2);

/**
 * Section 2.1.3.2: does the path lead from the leaf to the root?
 * @param {{ data: Uint8Array, index: number, size: number, path: Uint8Array[], root: Uint8Array }} proof
 */
export function provesInclusion({ data, index, size, path, root }) {
  if (!(index >= 0 && index < size)) return false;
  let [fn, sn, hash] = [index, size - 1, leafHash(data)];
  for (const step of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(step, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [halve(fn), halve(sn)];
    } else hash = nodeHash(hash, step);
    [fn, sn] = [halve(fn), halve(sn)];
  }
  return sn === 0 && sameBytes(hash, root);
}

/**
 * Section 2.1.4.2: does the tree of `second` leaves begin with the tree of `first`?
 * @param {{ first: number, second: number, firstRoot: Uint8Array, secondRoot: Uint8Array, path: Uint8Array[] }} proof
 */
export function provesConsistency({ first, second, firstRoot, secondRoot, path }) {
  if (first === second) return path.length === 0 && sameBytes(firstRoot, secondRoot);
  if (!(first >= 1 && first < second)) return false;
  const [start, ...steps] = Number.isInteger(Math.log2(first)) ? [firstRoot, ...path] : path;
  if (start === undefined) return false;
  let [fn, sn, fr, sr] = [first - 1, second - 1, start, start];
  while (fn % 2 === 1) [fn, sn] = [halve(fn), halve(sn)];
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(step, fr), nodeHash(step, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [halve(fn), halve(sn)];
    } else sr = nodeHash(sr, step);
    [fn, sn] = [halve(fn), halve(sn)];
  }
  return sn === 0 && sameBytes(fr, firstRoot) && sameBytes(sr, secondRoot);
}
