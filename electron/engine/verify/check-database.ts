import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';

type Answer = { integrity: string[]; foreignKeys: { table: string; parent: string; rows: number }[] } | { failed: string };

export type DatabaseCheck = {
  damage: Finding[];
  /** Rows that point at rows that are gone. A fall-back: checks that know what the rows mean say it better. */
  broken: Finding[];
};

/** SQLite's own checks of its pages, indexes and foreign keys, on a thread because they cannot be paused. */
export async function checkDatabase(file: string, signal: AbortSignal): Promise<DatabaseCheck> {
  signal.throwIfAborted();
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const worker = new Worker(`(${body.toString()})()`, { eval: true, workerData: { file, driver } });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  worker.on('message', resolve).on('error', reject);
  try {
    return toFindings(await promise);
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function toFindings(answer: Answer): DatabaseCheck {
  const damaged = (problem: string) => makeFinding('database-damaged', 'case.sqlite', { facts: { problem } });
  if ('failed' in answer) return { damage: [damaged(answer.failed)], broken: [] };
  // A row that breaks a CHECK was changed by hand; the file itself is whole.
  const byHand = (line: string) => line.startsWith('CHECK constraint failed');
  return {
    damage: answer.integrity.filter((line) => line !== 'ok' && !byHand(line)).map(damaged),
    broken: [
      ...answer.integrity.filter(byHand).map(damaged),
      ...answer.foreignKeys.map(({ table, parent, rows }) => makeFinding('reference-dangling', table, { facts: { parent, rows } })),
    ],
  };
}

/** Self-contained: may use nothing from outside its own braces. */
function body(): void {
  const threads = process.getBuiltinModule('node:worker_threads');
  const { parentPort } = threads;
  const { file, driver } = threads.workerData as { file: string; driver: string };
  const Database = process.getBuiltinModule('node:module').createRequire(driver)(driver) as typeof import('better-sqlite3');
  try {
    const raw = new Database(file, { readonly: true, fileMustExist: true });
    const integrity = (raw.pragma('integrity_check(20)') as { integrity_check: string }[]).map((row) => row.integrity_check);
    const counts = new Map<string, { table: string; parent: string; rows: number }>();
    for (const { table, parent } of raw.pragma('foreign_key_check') as { table: string; parent: string }[]) {
      const key = `${table} ${parent}`;
      counts.set(key, { table, parent, rows: (counts.get(key)?.rows ?? 0) + 1 });
    }
    raw.close();
    parentPort?.postMessage({ integrity, foreignKeys: [...counts.values()] });
  } catch (error) {
    parentPort?.postMessage({ failed: String((error as { message?: unknown }).message ?? error) });
  }
}
