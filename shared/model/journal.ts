import { z } from 'zod';
import { json, sha256, timestamp } from './primitives.ts';
import { signature } from './seals.ts';

/**
 * One entry of the journal. `hash` is SHA-256 over the RFC 8785 canonical JSON of all other fields of the entry
 * but `signature` (`seq`, `at`, `utcOffsetMinutes`, `actor`, `action`, `subject`, `payload`, `prevHash`, `salt`, `keyId`); `prevHash` is the hash of
 * the entry before, 64 zeros for the first.
 */
export const journalEntry = z.object({
  seq: z.number().int().min(1),
  at: timestamp,
  /** The machine's offset from UTC at the act, in minutes. */
  utcOffsetMinutes: z.number().int(),
  actor: z.string(),
  /** `feature.verb`, such as `item.kept`. */
  action: z.string(),
  /** Id of the thing the act is about. */
  subject: z.string(),
  payload: json,
  prevHash: sha256,
  hash: sha256,
  /** 16 random bytes in hex, so that a withheld entry cannot be guessed from its hash; null in entries of older versions. */
  salt: z.string().length(32).nullable().default(null),
  /** Whose key signed: hex SHA-256 of the public key. */
  keyId: sha256.nullable().default(null),
  /** Ed25519 over `holdfast-entry/1`, a line feed and `hash`; base64. */
  signature: signature.nullable().default(null),
});
export type JournalEntry = z.infer<typeof journalEntry>;
