import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { JournalEntry } from '#shared/model/journal.ts';

/** `prevHash` of the first entry. */
export const NO_HASH = '0'.repeat(64);

/**
 * SHA-256 over the canonical JSON (RFC 8785) of every field but `hash` and `signature`. Entries of versions that did
 * not sign have no salt and no key, and are hashed without these fields.
 */
export function entryHash(entry: Omit<JournalEntry, 'hash' | 'signature'>): string {
  const { seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash, salt, keyId } = entry;
  const signed = keyId === null || salt === null ? {} : { salt, keyId };
  const text = canonicalJson({ seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash, ...signed });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** An entry as a line of an exported journal: the bytes its hash is taken over, and hash and signature. */
export function entryLine({ salt, keyId, signature, ...rest }: JournalEntry): string {
  return canonicalJson(keyId === null || salt === null || signature === null ? rest : { ...rest, salt, keyId, signature });
}
