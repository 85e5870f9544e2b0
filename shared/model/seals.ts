/** Keys, signed tree heads and seals. Trees and proofs follow RFC 9162, signatures RFC 8032 (Ed25519). */
import { z } from 'zod';
import { id, sha256, timestamp } from './primitives.ts';

/** First line of what is signed, so that a signature over one kind of thing is none over another. */
export const ENTRY_CONTEXT = 'holdfast-entry/1';
export const TREE_HEAD_CONTEXT = 'holdfast-tree-head/1';

/** Base64 of 64 bytes. */
export const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

export const writerKey = z.object({
  /** Hex SHA-256 of the public key's bytes. */
  keyId: sha256,
  /** The 32 bytes of an Ed25519 public key in base64. */
  publicKey: z.string(),
  /** The first entry it signed. */
  firstSeq: z.number().int().min(1),
});
export type WriterKeyRecord = z.infer<typeof writerKey>;

/**
 * What a seal signs: `signature` is over `holdfast-tree-head/1`, a line feed and the canonical JSON (RFC 8785) of all
 * other fields. The canonical JSON with the signature is what a timestamp authority stamps.
 */
export const treeHead = z.object({
  type: z.literal(TREE_HEAD_CONTEXT),
  caseId: id,
  /** How many entries, from the first. */
  treeSize: z.number().int().min(1),
  rootHash: sha256,
  /** `hash` of the last of these entries. */
  headHash: sha256,
  at: timestamp,
  keyId: sha256,
  signature,
});
export type TreeHead = z.infer<typeof treeHead>;

export const sealReasons = ['import', 'capture', 'export', 'asked', 'merge'] as const;
export type SealReason = (typeof sealReasons)[number];

export const seal = z.object({ id, reason: z.enum(sealReasons), head: treeHead });
export type Seal = z.infer<typeof seal>;

/** Where the case stands: entries since the last seal are fixed by the chain alone. */
export const sealState = z.object({
  last: seal.nullable(),
  seals: z.number().int(),
  entries: z.number().int(),
  unsealed: z.number().int(),
});
export type SealState = z.infer<typeof sealState>;

/** From an entry's leaf to the root of a seal (RFC 9162, section 2.1.3). */
export const inclusion = z.object({ seq: z.number().int().min(1), hash: sha256, treeSize: z.number().int().min(1), path: z.array(sha256) });
export type Inclusion = z.infer<typeof inclusion>;

/** That a later tree begins with an earlier one (section 2.1.4). */
export const consistency = z.object({ from: z.number().int().min(1), to: z.number().int().min(1), path: z.array(sha256) });
export type Consistency = z.infer<typeof consistency>;
