/**
 * One writer a case. The lock is an open write transaction on a tiny SQLite file beside the case: the operating system
 * releases it when the process ends, however it ends, so no stale lock is ever left to clean up.
 */
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { HoldfastError } from '#shared/errors.ts';

export type WriteLock = { release(): void };

type Holder = { host: string; pid: number; since: string };

/** Takes the lock or throws `case-locked` naming who holds it. */
export function takeWriteLock(folder: string, now: Date): WriteLock {
  const lock = new Database(join(folder, 'writer.lock'), { timeout: 0 });
  try {
    lock.exec('CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), host TEXT, pid INTEGER, since TEXT) STRICT');
    lock
      .prepare(
        'INSERT INTO holder VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET host = excluded.host, pid = excluded.pid, since = excluded.since',
      )
      .run(hostname(), process.pid, now.toISOString());
    // RESERVED: others still read who holds it, nobody else can take it.
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const holder = (error as { code?: string }).code === 'SQLITE_BUSY' ? readHolder(lock) : null;
    lock.close();
    if (holder === null) throw error;
    throw new HoldfastError('case-locked', { folder, ...holder }, error);
  }
  return {
    release() {
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

function readHolder(lock: Database.Database): Holder {
  const row = lock.prepare('SELECT host, pid, since FROM holder').get() as Holder | undefined;
  return row ?? { host: 'unknown', pid: 0, since: 'unknown' };
}
