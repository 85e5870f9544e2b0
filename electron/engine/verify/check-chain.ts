import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { Json } from '#shared/model/primitives.ts';
import { entryHash, NO_HASH } from '../journal/entry-hash.ts';

/** An entry as stored: `payload` still the text the hash was taken over. */
export type StoredEntry = Omit<JournalEntry, 'payload'> & { payload: string };

/** Where a chain stands after the entries seen so far. */
export type Chain = { seq: number; hash: string; entries: number; lastBroken: boolean };

export const emptyChain: Chain = { seq: 0, hash: NO_HASH, entries: 0, lastBroken: false };

/**
 * One step along the journal: recomputes the hash of `entry` and its link to the entry before. An altered entry is
 * named once, by its own number; removed entries are named as a gap, without blaming the entry after them.
 */
export function checkLink(chain: Chain, entry: StoredEntry): { chain: Chain; finding: Finding | null } {
  const gap = entry.seq !== chain.seq + 1;
  const whole = ownHash(entry) === entry.hash;
  const linked = gap || chain.lastBroken || entry.prevHash === chain.hash;
  const next = { seq: entry.seq, hash: entry.hash, entries: chain.entries + 1, lastBroken: !whole };
  return { chain: next, finding: describe(chain, entry, { gap, whole, linked }) };
}

function describe(chain: Chain, entry: StoredEntry, is: { gap: boolean; whole: boolean; linked: boolean }): Finding | null {
  if (!is.whole) return makeFinding('journal-broken', String(entry.seq), { facts: { problem: 'its content was changed' } });
  if (is.gap) return makeFinding('journal-gap', String(chain.seq + 1), { facts: { from: chain.seq + 1, to: entry.seq - 1 } });
  if (!is.linked) return makeFinding('journal-broken', String(entry.seq), { facts: { problem: 'the entry before it was replaced' } });
  return null;
}

/** The hash the entry should have, or null when its payload is not even canonical JSON. */
function ownHash(entry: StoredEntry): string | null {
  try {
    const payload = JSON.parse(entry.payload) as Json;
    return canonicalJson(payload) === entry.payload ? entryHash({ ...entry, payload }) : null;
  } catch {
    return null;
  }
}

export function sha256Of(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
