/** The page's own mathematics against published values, and against Node's and the engine's, which were written apart. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson as enginesCanonicalJson } from '#shared/canonical-json.ts';
import { buildLevels, inclusionProof } from '#engine/merkle/proofs.ts';
import { consistencyProof } from '#engine/testing/consistency-definition.ts';
import { entryLeaf } from '#engine/merkle/tree-hash.ts';
import { fromBase64, fromHex, holdsBytes, toHex } from './bytes.js';
import { canonicalJson } from './canonical-json.js';
import { verifyEd25519 } from './ed25519.js';
import { GrowingTree, provesConsistency, provesInclusion } from './merkle.js';
import { Sha256 } from './sha256.js';
import { Sha512 } from './sha512.js';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

test('SHA-256 and SHA-512 of "abc" (FIPS 180-4 examples), and of any bytes in any pieces as Node has them', () => {
  const abc = new TextEncoder().encode('abc');
  expect(toHex(new Sha256().update(abc).digest())).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(toHex(new Sha512().update(abc).digest())).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  );
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (pieces) => {
      for (const [algorithm, Own] of [
        ['sha256', Sha256],
        ['sha512', Sha512],
      ] as const) {
        const [own, theirs] = [new Own(), createHash(algorithm)];
        for (const piece of pieces) {
          own.update(piece);
          theirs.update(piece);
        }
        expect(toHex(own.digest())).toBe(theirs.digest('hex'));
      }
    }),
    { numRuns: 300 },
  );
});

/** RFC 8032, section 7.1: public key, message, signature. */
const vectors = {
  'TEST 1': [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  'TEST 2': [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  'TEST 3': [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
  'TEST SHA(abc)': [
    'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
  ],
};

test.each(Object.entries(vectors))('Ed25519 (RFC 8032, section 7.1): %s', (_, [key, message, signature]) => {
  expect(verifyEd25519(bytes(key), bytes(message), bytes(signature))).toBe(true);
  expect(verifyEd25519(bytes(key), bytes(`${message}00`), bytes(signature))).toBe(false);
});

test('every flipped bit of a signature or key, and a signature written another way, is refused', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }).subarray(12));
  const message = randomBytes(1023);
  const signature = Uint8Array.from(sign(null, message, privateKey));
  expect(verifyEd25519(key, message, signature)).toBe(true);
  const flipped = (whole: Uint8Array, bit: number) => whole.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
  for (let bit = 0; bit < 512; bit += 7) expect(verifyEd25519(key, message, flipped(signature, bit))).toBe(false);
  for (let bit = 0; bit < 256; bit += 11) expect(verifyEd25519(flipped(key, bit), message, signature)).toBe(false);
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
  const other = Uint8Array.from([...signature.subarray(0, 32), ...Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()]);
  expect(verifyEd25519(key, message, other)).toBe(false);
  expect(verifyEd25519(new Uint8Array(31), message, signature)).toBe(false);
  expect(verifyEd25519(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
});

test('canonical JSON: the example of RFC 8785, section 3.2.2, and any value as the engine writes it', () => {
  const value: unknown = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  );
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
  const order = JSON.parse(String.raw`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7,"__proto__":8}`) as object;
  expect(canonicalJson(order)).toBe('{"\\r":2,"1":4,"__proto__":8,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  expect(canonicalJson(-0)).toBe('0');
  fc.assert(
    fc.property(fc.jsonValue(), (any) => {
      expect(canonicalJson(any)).toBe(enginesCanonicalJson(any as never));
    }),
  );
});

test('trees and proofs are those of the engine, and no other leaf, place, root or path is taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.nat(), fc.nat(), (size, some, earlier) => {
      const hashes = Array.from({ length: size }, (_, at) => createHash('sha256').update(`entry ${at}`).digest('hex'));
      const leaves = hashes.map(entryLeaf);
      const levels = buildLevels(leaves);
      const roots = [new GrowingTree().root()];
      const tree = new GrowingTree();
      for (const hash of hashes) {
        tree.add(fromHex(hash)!);
        roots.push(tree.root());
      }
      const root = roots[size];
      expect(toHex(root)).toBe(levels.at(-1)![0].toString('hex'));
      const index = some % size;
      const proof = { data: fromHex(hashes[index])!, index, size, path: inclusionProof(levels, index), root };
      expect(provesInclusion(proof)).toBe(true);
      expect(provesInclusion({ ...proof, data: fromHex('ab'.repeat(32))! })).toBe(false);
      expect(provesInclusion({ ...proof, path: [...proof.path, root] })).toBe(false);
      if (size > 1) expect(provesInclusion({ ...proof, index: (index + 1) % size })).toBe(false);
      const first = (earlier % size) + 1;
      const growth = { first, second: size, firstRoot: roots[first], secondRoot: root, path: consistencyProof(leaves, first, size) };
      expect(provesConsistency(growth)).toBe(true);
      expect(provesConsistency({ ...growth, firstRoot: roots[first - 1] })).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('bytes are read from one way of writing them only', () => {
  expect(fromBase64('AAA=')).toEqual(new Uint8Array(2));
  for (const bad of ['AAB=', 'AAA', 'AA A=', null, 7]) expect(fromBase64(bad)).toBeNull();
  for (const bad of ['ABCD', 'abc', null]) expect(fromHex(bad)).toBeNull();
  expect(holdsBytes(bytes('0011220033'), bytes('220033'))).toBe(true);
  expect(holdsBytes(bytes('0011220033'), bytes('2233'))).toBe(false);
});
