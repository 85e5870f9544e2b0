/** For tests: what somebody does to a case behind the program's back. */
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CaseContext } from '../context.ts';

/** Runs SQL with every guard taken off and put back after: triggers dropped, constraints and foreign keys ignored. */
export function tamperRows(folder: string, ...statements: string[]): void {
  const raw = new Database(join(folder, 'case.sqlite'));
  try {
    raw.pragma('foreign_keys = OFF');
    raw.pragma('ignore_check_constraints = ON');
    unguarded(raw, () => statements.forEach((statement) => raw.exec(statement)));
  } finally {
    raw.close();
  }
}

/** Takes the triggers off, and puts them back as they were. */
export function unguarded(raw: Database.Database, work: () => void): void {
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of triggers) raw.exec(sql);
}

/** Changes the bytes of a kept blob. */
export async function tamperBlob(ctx: CaseContext, sha256: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const path = ctx.store.pathOf(sha256);
  await chmod(path, 0o644);
  await writeFile(path, change(await readFile(path)));
}

export function flipBit(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

export async function loseBlob(ctx: CaseContext, sha256: string): Promise<void> {
  await rm(ctx.store.pathOf(sha256));
}
