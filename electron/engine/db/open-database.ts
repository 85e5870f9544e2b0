/** The one place that opens a database file, so that an encrypted build can take its place later. */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type Driver } from 'kysely';
import type { Tables } from './tables.ts';

/** 'HFCS': tells a Holdfast case from any other SQLite file. */
export const APPLICATION_ID = 0x48464353;

export type Connection = { raw: Database.Database; queries: Kysely<Tables> };

/** Opens for writing: WAL, every commit synced to disk, foreign keys on. */
export function openForWriting(file: string): Connection {
  const raw = new Database(file, { timeout: 5000 });
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  return connect(raw);
}

/** Opens for reading only; a write through it fails. */
export function openForReading(file: string): Connection {
  const raw = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  raw.pragma('query_only = ON');
  return connect(raw);
}

/** A database that is nowhere on disk and ends with its connection. */
export function openInMemory(): Database.Database {
  return new Database(':memory:');
}

function connect(raw: Database.Database): Connection {
  return { raw, queries: new Kysely<Tables>({ dialect: new Dialect(raw) }) };
}

/**
 * SQLite takes some transactions back by itself, such as one that met a full disk (lang_transaction.html, section 2.1).
 * Asking it to do so again would fail, and that failure would hide why.
 */
class Dialect extends SqliteDialect {
  readonly #raw: Database.Database;

  constructor(raw: Database.Database) {
    super({ database: raw });
    this.#raw = raw;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const rollBack = driver.rollbackTransaction.bind(driver);
    driver.rollbackTransaction = async (connection) => {
      if (this.#raw.inTransaction) await rollBack(connection);
    };
    return driver;
  }
}
