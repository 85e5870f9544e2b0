import { sql, type Kysely } from 'kysely';
import type Database from 'better-sqlite3';
import type { CaseContext, Received } from '../context.ts';
import { openForReading } from '../db/open-database.ts';
import type { Tables } from '../db/tables.ts';

/** One unchanging view of the case's rows, on a connection of its own, however long the reader takes and whatever is written meanwhile. */
export type CaseSnapshot = {
  file: string;
  raw: Database.Database;
  queries: Kysely<Tables>;
  /** What the case got from case files, where it did. */
  received: Received;
  /** Every row of a query that ends in `rowid > ? ORDER BY rowid LIMIT ?` and selects `rowid AS "cursor"`; lets others run in between. */
  rows<Row extends object>(query: string, signal: AbortSignal, page?: number): AsyncGenerator<Row>;
  close(): void;
};

export async function openSnapshot(ctx: CaseContext): Promise<CaseSnapshot> {
  const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(ctx.read);
  const file = rows[0]?.file ?? '';
  const { raw, queries } = openForReading(file);
  // The view is fixed by the first read of the transaction, not by BEGIN.
  raw.exec('BEGIN');
  raw.prepare('SELECT count(*) FROM caseRecord').get();
  const received = ctx.caseFile?.received ?? receivedIn(raw);
  // For queries about rows that could not come along.
  raw.function('isAbsent', { deterministic: true }, (sha256: unknown) => (received.absent.has(String(sha256)) ? 1 : 0));
  return {
    file,
    received,
    raw,
    queries,
    async *rows<Row extends object>(query: string, signal: AbortSignal, page = 500) {
      const statement = raw.prepare(query);
      let after = Number.MIN_SAFE_INTEGER;
      for (;;) {
        signal.throwIfAborted();
        const found = statement.all(after, page) as (Row & { cursor: number })[];
        yield* found;
        const last = found.at(-1);
        if (last === undefined || found.length < page) return;
        after = last.cursor;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: () => raw.close(),
  };
}

/** Acts that took in a case file name the bytes that it did not hold. */
function receivedIn(raw: Database.Database): Received {
  const acts = raw
    .prepare(
      `SELECT seq, action, payload FROM journal WHERE action IN ('case.received', 'merge.done') AND json_valid(payload) ORDER BY seq`,
    )
    .all() as { seq: number; action: string; payload: string }[];
  const absent = acts.flatMap(({ payload }) => (JSON.parse(payload) as { absent?: string[] }).absent ?? []);
  return { entries: acts.findLast(({ action }) => action === 'case.received')?.seq ?? 0, absent: new Set(absent) };
}
