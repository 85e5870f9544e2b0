import type Database from 'better-sqlite3';
import type { IndexedRecord } from './archive-index.ts';
import { addressKey } from './header-fields.ts';

const MOST_REDIRECTS = 10;
const MOST_CANDIDATES = 200;

/** A record that answers for an address, and the one that holds its body when the first only points to it. */
export type Answer = { record: IndexedRecord; body: IndexedRecord };

/** Looks addresses up among the records of one archive. */
export class RecordFinder {
  readonly #raw: Database.Database;
  readonly #byKey: Database.Statement;
  readonly #byDigest: Database.Statement;
  readonly #byRecordId: Database.Statement;
  readonly #byId: Database.Statement;

  constructor(raw: Database.Database) {
    this.#raw = raw;
    this.#byKey = raw.prepare(
      `SELECT * FROM record WHERE key = ? AND type IN ('response', 'resource', 'revisit') AND COALESCE(method, 'GET') = 'GET'
       ORDER BY abs(COALESCE(time, 0) - ?), id LIMIT ${MOST_CANDIDATES}`,
    );
    this.#byDigest = raw.prepare("SELECT * FROM record WHERE digest = ? AND type IN ('response', 'resource') ORDER BY id LIMIT 50");
    this.#byRecordId = raw.prepare("SELECT * FROM record WHERE recordId = ? AND type IN ('response', 'resource') LIMIT 1");
    this.#byId = raw.prepare('SELECT * FROM record WHERE id = ?');
  }

  byId(id: number): IndexedRecord | null {
    return (this.#byId.get(id) as IndexedRecord | undefined) ?? null;
  }

  /**
   * The record of an address nearest to a time (milliseconds) that has a whole body, redirects followed. An address kept
   * under the other of http and https counts when there is none of its own.
   */
  find(url: string, time: number): Answer | null {
    let key = addressKey(url);
    const seen = new Set<string>();
    for (let hop = 0; hop <= MOST_REDIRECTS && !seen.has(key); hop++) {
      seen.add(key);
      const next = this.#at(key, time) ?? this.#at(otherScheme(key), time);
      if (next === null) return null;
      if (typeof next !== 'string') return next;
      key = next;
    }
    return null;
  }

  /** The answer, or the address a redirect leads to. */
  #at(key: string | null, time: number): Answer | string | null {
    if (key === null) return null;
    const candidates = this.#byKey.all(key, time) as IndexedRecord[];
    for (const record of candidates) {
      const answer = this.answer(record);
      if (answer !== null) return answer;
      if (record.status !== null && record.status >= 300 && record.status < 400 && record.location !== null) {
        const target = URL.parse(record.location, record.url);
        if (target !== null) return addressKey(target.href);
      }
    }
    return null;
  }

  /** A record with its body, its own or that of the record it repeats; null when it has none or it is no success. */
  answer(record: IndexedRecord): Answer | null {
    if (record.type === 'revisit') {
      const body = this.original(record);
      return body === null ? null : { record, body };
    }
    if (record.type === 'resource') return { record, body: record };
    const { status, whole } = record;
    return status !== null && status >= 200 && status < 300 && whole === 1 ? { record, body: record } : null;
  }

  /** What a revisit repeats (WARC 1.1, 6.7): by record id, else by the digest of its payload, the stated address first. */
  original(revisit: IndexedRecord): IndexedRecord | null {
    const [id, key] = JSON.parse(revisit.refersTo ?? '[]') as (string | null)[];
    const named = id == null ? undefined : (this.#byRecordId.get(id) as IndexedRecord | undefined);
    const same = revisit.digest === null ? [] : (this.#byDigest.all(revisit.digest) as IndexedRecord[]);
    const found = [...(named === undefined ? [] : [named]), ...same.filter((one) => one.key === key), ...same];
    return found.find((one) => this.answer(one) !== null) ?? null;
  }

  partOf(record: Pick<IndexedRecord, 'part'>): { name: string; path: string | null; start: number } {
    return this.#raw.prepare('SELECT name, path, start FROM part WHERE id = ?').get(record.part) as {
      name: string;
      path: string | null;
      start: number;
    };
  }
}

function otherScheme(key: string): string | null {
  if (key.startsWith('https://')) return `http://${key.slice('https://'.length)}`;
  return key.startsWith('http://') ? `https://${key.slice('http://'.length)}` : null;
}
