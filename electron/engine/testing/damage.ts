/** For tests: what a bad disk does to the database of a closed case. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export const PAGE = 4096;

/** A copy of a case folder, its log written back into case.sqlite, changed by `change`. Gives the folder. */
export async function damagedCopy(from: string, to: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  await cp(from, to, { recursive: true });
  await rm(join(to, 'writer.lock'), { force: true });
  const file = join(to, 'case.sqlite');
  const raw = new Database(file);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  await writeFile(file, change(await readFile(file)));
  return to;
}

export function zeroPages(bytes: Buffer, ...pages: number[]): Buffer {
  const changed = Buffer.from(bytes);
  for (const page of pages) changed.fill(0, (page - 1) * PAGE, page * PAGE);
  return changed;
}

/** First page of a table or index. */
export function rootOf(folder: string, name: string): number {
  const raw = new Database(join(folder, 'case.sqlite'), { readonly: true });
  try {
    return raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number;
  } finally {
    raw.close();
  }
}

/** Pages of a table other than its first, as SQLite's own statistics name them. */
export function pagesOf(folder: string, name: string, kind: 'leaf' | 'internal' = 'leaf'): number[] {
  const raw = new Database(join(folder, 'case.sqlite'), { readonly: true });
  try {
    return raw.prepare('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY pageno').pluck().all(name, kind) as number[];
  } finally {
    raw.close();
  }
}
