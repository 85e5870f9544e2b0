import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growthProofs } from './growth-proofs.ts';
import { consistencyProof } from '../testing/consistency-definition.ts';
import { leafHash } from './tree-hash.ts';

test('proofs from shared levels are the proofs made one by one', () => {
  const all = Array.from({ length: 150 }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(), fc.nat(), (size, one, other) => {
      const leaves = all.slice(0, size);
      const second = (one % size) + 1;
      const first = (other % second) + 1;
      expect(growthProofs(leaves)(first, second)).toEqual(consistencyProof(leaves, first, second));
    }),
  );
  expect(() => growthProofs(all)(3, 151)).toThrow(RangeError);
});
