import { z } from 'zod';
import { json, sha256, timestamp } from './primitives.ts';

/**
 * One entry of the journal. `hash` is SHA-256 over the RFC 8785 canonical JSON of all other fields of the entry
 * (`seq`, `at`, `utcOffsetMinutes`, `actor`, `action`, `subject`, `payload`, `prevHash`); `prevHash` is the hash of
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
});
export type JournalEntry = z.infer<typeof journalEntry>;
