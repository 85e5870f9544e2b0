import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendLeaf, emptyFrontier, readFrontier, rootOf, writeFrontier } from './frontier.ts';
import { buildLevels, inclusionProof, provesConsistency, provesInclusion } from './proofs.ts';
import { consistencyProof } from '../testing/consistency-definition.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './tree-hash.ts';

/** MTH(D[n]) word for word as RFC 9162 section 2.1.1 defines it, apart from the code under test. */
function mth(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0] as Buffer;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

const leavesOf = (n: number) => Array.from({ length: n }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

function grown(leaves: Buffer[]) {
  const frontier = emptyFrontier();
  for (const leaf of leaves) appendLeaf(frontier, leaf);
  return frontier;
}

test('the published hashes of the empty tree and of the empty leaf', () => {
  expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('a frontier has the root of the definition at every size, also after it was stored', () => {
  const leaves = leavesOf(70);
  for (let n = 0; n <= leaves.length; n++) {
    const frontier = grown(leaves.slice(0, n));
    expect(rootOf(frontier).equals(mth(leaves.slice(0, n)))).toBe(true);
    expect(readFrontier(n, writeFrontier(frontier))).toEqual(frontier);
  }
});

test('every leaf of every tree is proved, and no other leaf, place or root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (size, some, other) => {
      const leaves = leavesOf(size);
      const index = some % size;
      const root = mth(leaves);
      const proof = { leaf: leaves[index] as Buffer, index, size, path: inclusionProof(buildLevels(leaves), index), root };
      expect(provesInclusion(proof)).toBe(true);
      expect(provesInclusion({ ...proof, leaf: leafHash(Buffer.from('another')) })).toBe(false);
      expect(provesInclusion({ ...proof, root: leafHash(root) })).toBe(false);
      const elsewhere = other % size;
      if (elsewhere !== index) expect(provesInclusion({ ...proof, index: elsewhere })).toBe(false);
      expect(provesInclusion({ ...proof, path: [...proof.path, root] })).toBe(false);
    }),
  );
});

test('a tree is proved to begin with an earlier one, and with nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), (second, some) => {
      const leaves = leavesOf(second);
      const first = (some % second) + 1;
      const proof = {
        first,
        second,
        firstRoot: mth(leaves.slice(0, first)),
        secondRoot: mth(leaves),
        path: consistencyProof(leaves, first, second),
      };
      expect(provesConsistency(proof)).toBe(true);
      expect(provesConsistency({ ...proof, firstRoot: leafHash(proof.firstRoot) })).toBe(false);
      expect(provesConsistency({ ...proof, secondRoot: leafHash(proof.secondRoot) })).toBe(false);
    }),
  );
});
