/**
 * Brings a case's schema up to this version: each migration file in its own transaction, numbered by file name.
 * Kysely's Migrator is not used because it does not wrap SQLite migrations in a transaction.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { HoldfastError } from '#shared/errors.ts';
import { addEdtfFunctions } from './edtf-functions.ts';
import { APPLICATION_ID } from './open-database.ts';

export type Migration = { number: number; name: string; sql: string };

/** Migrations in a folder, in order. Names are `NNNN-what.sql`. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/** The number of the last migration a database has had; 0 for a new one. */
export function schemaVersion(raw: Database.Database): number {
  return raw.pragma('user_version', { simple: true }) as number;
}

/** Refuses a database made by a newer Holdfast: migrating down would lose what it cannot name. */
export function refuseNewer(raw: Database.Database, migrations: Migration[], folder: string): void {
  const known = migrations.at(-1)?.number ?? 0;
  const found = schemaVersion(raw);
  if (found > known) throw new HoldfastError('case-newer', { folder, found, known });
}

/** Runs what is missing; `backUp` is called once before an existing case is changed. */
export function migrate(raw: Database.Database, migrations: Migration[], backUp: (from: number) => void): void {
  const version = schemaVersion(raw);
  const pending = migrations.filter((migration) => migration.number > version);
  if (pending.length === 0) return;
  if (version > 0) backUp(version);
  addEdtfFunctions(raw);
  for (const migration of pending) {
    raw.transaction(() => {
      raw.exec(migration.sql);
      raw.pragma(`user_version = ${migration.number}`);
      raw.pragma(`application_id = ${APPLICATION_ID}`);
    })();
  }
}
