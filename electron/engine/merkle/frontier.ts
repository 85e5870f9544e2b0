/** A tree that only grows, as the roots of its perfect subtrees: all that is needed to append and to know the head. */
import { EMPTY_ROOT, nodeHash } from './tree-hash.ts';

/** `peaks` are largest first; their sizes are the powers of two that make up `size`. */
export type Frontier = { size: number; peaks: Buffer[] };

export function emptyFrontier(): Frontier {
  return { size: 0, peaks: [] };
}

/** Adds one leaf (already hashed), in place. */
export function appendLeaf(frontier: Frontier, leaf: Buffer): void {
  let node = leaf;
  for (let { size } = frontier; size % 2 === 1; size = (size - 1) / 2) node = nodeHash(frontier.peaks.pop() ?? node, node);
  frontier.peaks.push(node);
  frontier.size += 1;
}

/** MTH(D[size]) (RFC 9162, section 2.1.1). */
export function rootOf({ peaks }: Frontier): Buffer {
  const last = peaks.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return peaks.slice(0, -1).reduceRight<Buffer>((right, left) => nodeHash(left, right), last);
}

/** As stored beside a seal. */
export function writeFrontier({ peaks }: Frontier): string {
  return JSON.stringify(peaks.map((peak) => peak.toString('hex')));
}

export function readFrontier(size: number, text: string): Frontier {
  return { size, peaks: (JSON.parse(text) as string[]).map((peak) => Buffer.from(peak, 'hex')) };
}
