import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { JournalEntry } from '#shared/model/journal.ts';

/** `prevHash` of the first entry. */
export const NO_HASH = '0'.repeat(64);

/** SHA-256 over the canonical JSON (RFC 8785) of every field but `hash`. */
export function entryHash(entry: Omit<JournalEntry, 'hash'>): string {
  const { seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash } = entry;
  const text = canonicalJson({ seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
