import type Database from 'better-sqlite3';
import { field, parseHead } from './header-fields.ts';

/**
 * Tells each answer what its request said: by `WARC-Concurrent-To` in either direction (WARC 1.1, 5.7), else by address
 * and date.
 */
export function joinRequests(raw: Database.Database): void {
  const set = 'UPDATE record SET method = q.method, dest = q.dest, script = q.script FROM record q';
  const both = "q.type = 'request' AND record.type IN ('response', 'revisit')";
  raw.exec(`${set} WHERE ${both} AND q.concurrent = record.recordId AND record.recordId IS NOT NULL`);
  raw.exec(`${set} WHERE ${both} AND record.method IS NULL AND record.concurrent = q.recordId AND q.recordId IS NOT NULL`);
  raw.exec(`${set} WHERE ${both} AND record.method IS NULL AND record.key <> '' AND q.key = record.key AND q.date = record.date`);
}

/** Heritrix says in a metadata record how it came to an address. `read` gives that record's block. */
export function joinHops(raw: Database.Database, read: (id: number) => Buffer): void {
  const rows = raw
    .prepare(
      "SELECT id, concurrent FROM record WHERE type = 'metadata' AND mime = 'application/warc-fields' AND concurrent IS NOT NULL AND blockLength < 65536",
    )
    .all() as { id: number; concurrent: string }[];
  const set = raw.prepare("UPDATE record SET hops = ? WHERE recordId = ? AND type IN ('response', 'revisit')");
  for (const { id, concurrent } of rows) {
    const { fields } = parseHead(Buffer.concat([Buffer.from('fields\r\n'), read(id)]));
    const hops = field(fields, 'hopsfromseed');
    if (hops !== null) set.run(hops.toUpperCase().slice(-100), concurrent);
  }
}
