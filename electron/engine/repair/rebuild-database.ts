import Database from 'better-sqlite3';
import type { SalvageReport } from '#shared/model/backup.ts';
import type { Facts } from '#shared/model/primitives.ts';
import { indexJournal } from '../custody/index-journal.ts';
import { migrate, type Migration } from '../db/migrate.ts';
import { syncFileNow } from '../store/sync-folder.ts';
import type { PageSource } from './page-source.ts';
import { salvageRows, type SalvagedRows } from './salvage-rows.ts';

export type Rebuilt = {
  rows: SalvagedRows;
  sealsBeyond: Facts[];
  layout: number;
  identity: 'kept' | 'journal' | 'new';
  caseId: string;
  title: string;
} | null;

type Given = { migrations: Migration[]; newId: () => string; now: string; title: string; madeWith: string };

/**
 * A new database at `to` with every row that could be read, in the layout the damaged one had. Null when it had none.
 * Rules of single rows hold; foreign keys and triggers do not while rows go in, because what they ask for may be lost.
 */
export async function rebuildDatabase(source: PageSource, to: string, given: Given, signal: AbortSignal): Promise<Rebuilt> {
  const known = given.migrations.map(({ number }) => number);
  const layout = known.includes(source.layout) ? source.layout : (known.at(-1) ?? 0);
  const raw = new Database(to);
  try {
    raw.pragma('foreign_keys = OFF');
    raw.pragma('synchronous = OFF'); // Synced as a whole below.
    migrate(raw, given.migrations.filter(({ number }) => number <= layout), () => {}); // prettier-ignore
    const triggers = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
    raw.exec('BEGIN');
    const rows = await run(salvageRows(source, raw), signal);
    raw.exec('COMMIT');
    if (rows.tables.every((table) => table.rows === 0)) return null;
    const identity = identify(raw, given);
    const sealsBeyond = takeSealsBeyond(raw);
    indexJournal(raw);
    for (const { sql } of triggers) raw.exec(sql);
    return {
      rows,
      sealsBeyond,
      layout,
      identity,
      ...(raw.prepare('SELECT caseId, title FROM caseRecord').get() as { caseId: string; title: string }),
    };
  } finally {
    raw.close();
    syncFileNow(to);
  }
}

async function run<Result>(work: Generator<string, Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const step = work.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The next entries take the numbers of the lost ones, which a seal over these would then seem to cover. */
function takeSealsBeyond(raw: Database.Database): Facts[] {
  if (raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'seal'").get() === undefined) return [];
  const beyond = 'FROM seal WHERE treeSize > (SELECT coalesce(max(seq), 0) FROM journal)';
  const rows = raw.prepare(`SELECT * ${beyond} ORDER BY treeSize`).all() as Facts[];
  raw.exec(`DELETE ${beyond}`);
  return rows;
}

/** The case's own row, from wherever it still stands. */
function identify(raw: Database.Database, { newId, now, title, madeWith }: Given): Exclude<SalvageReport['identity'], 'none'> {
  if (raw.prepare('SELECT 1 FROM caseRecord').get() !== undefined) return 'kept';
  const put = raw.prepare('INSERT INTO caseRecord (one, caseId, title, createdAt, madeWith) VALUES (1, ?, ?, ?, ?)');
  const told = raw.prepare("SELECT payload FROM journal WHERE action = 'case.created' ORDER BY seq").pluck().get() as string | undefined;
  if (told !== undefined) {
    const record = JSON.parse(told) as { caseId: string; title: string; createdAt: string; madeWith: string };
    put.run(record.caseId, record.title, record.createdAt, record.madeWith);
    return 'journal';
  }
  put.run(newId(), title, now, madeWith);
  return 'new';
}
