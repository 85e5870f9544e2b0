import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalHead } from '#shared/model/backup.ts';
import type { CaseContext } from '../context.ts';
import { syncFileNow } from '../store/sync-folder.ts';
import { openSnapshot } from '../verify/case-snapshot.ts';
import { checkDatabase } from '../verify/check-database.ts';

/** Pages copied before others may run: some 4 MB. */
const PAGES_A_STEP = 1000;

export type CopiedDatabase = { journal: JournalHead; sha256: string; size: number };

/**
 * Copies the rows as they are at one moment, while the case goes on being written (SQLite's online backup, over a read
 * transaction that fixes the moment). The copy needs no write-ahead log, so it can be read where nothing may be
 * written. Every page and index of it is checked: a damaged case never takes the place of a good backup.
 * @throws HoldfastError case-damaged, disk-full, cancelled
 */
export async function copyDatabase(ctx: CaseContext, to: string, signal: AbortSignal): Promise<CopiedDatabase> {
  await rm(to, { force: true });
  try {
    const journal = await copyRows(ctx, to, signal);
    signal.throwIfAborted();
    const copy = new Database(to);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    const [damage] = (await checkDatabase(to, signal)).damage;
    if (damage !== undefined) throw new HoldfastError('case-damaged', { path: ctx.folder, problem: damage.facts['problem'] as string });
    syncFileNow(to);
    return { journal, ...(await hashOf(to, signal)) };
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

async function copyRows(ctx: CaseContext, to: string, signal: AbortSignal): Promise<JournalHead> {
  const snapshot = await openSnapshot(ctx);
  try {
    const head = snapshot.raw.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() as JournalHead;
    await snapshot.raw.backup(to, {
      progress: () => {
        signal.throwIfAborted();
        return PAGES_A_STEP;
      },
    });
    return head;
  } finally {
    snapshot.close();
  }
}

export async function hashOf(path: string, signal: AbortSignal): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}
