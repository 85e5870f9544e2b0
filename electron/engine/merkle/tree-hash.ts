/** Hashes of the tree over the journal (RFC 9162, section 2.1.1). A leaf's data are the 32 bytes of an entry's hash. */
import { createHash } from 'node:crypto';

/** SHA-256(0x00 || data). */
export function leafHash(data: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(data).digest();
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The leaf of an entry, from its `hash` in hex. */
export function entryLeaf(hash: string): Buffer {
  return leafHash(Buffer.from(hash, 'hex'));
}

/** MTH({}): what a tree without leaves hashes to. */
export const EMPTY_ROOT = createHash('sha256').digest();
