/** Restore: a case to work in, out of a backup, with every byte hashed on its way. */
import { open, rename, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { BackupRecord, BackupState, RestoreResult } from '#shared/model/backup.ts';
import { DATABASE, makeCaseFolder } from '../case/case-folder.ts';
import { openCase } from '../case/open-case.ts';
import type { EngineState } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate } from '../journal/mutate.ts';
import { BlobStore } from '../store/blob-store.ts';
import { syncFolder } from '../store/sync-folder.ts';
import { readRecord } from './backup-record.ts';
import { copyBlobs, type CopiedBlobs } from './copy-blobs.ts';

/**
 * Makes a case at `folder`, new or empty, out of a backup, which is only read. The rows must be, byte for byte, those that
 * backup.json names; blobs that are gone or altered in the backup are listed, not copied. The act `case.restored` says
 * where this copy of the case began. Nothing is left when it fails.
 * @throws HoldfastError not-a-case, case-exists, backup-unfinished, backup-damaged, case-newer, disk-full, cancelled
 */
export async function restoreCase(engine: EngineState, { backup, folder, jobId }: ParsedInput<'case.restore'>): Promise<RestoreResult> {
  const [from, to] = [resolve(backup), resolve(folder)];
  const record = await readRecord(from);
  if (record === null) throw new HoldfastError('not-a-case', { folder: from, reason: 'no-backup' });
  if (record.state === null && record.next === null) throw new HoldfastError('backup-unfinished', { path: from });
  return engine.jobs.run({ id: jobId, kind: 'restore', subject: record.title, unit: 'bytes' }, async (job) => {
    const undo = await makeCaseFolder(to, record.title);
    try {
      const { state, copied } = await write(from, to, record, job);
      await begin(engine, to, record, state, copied);
      return toResult(to, record, state, copied);
    } catch (error) {
      await undo();
      throw error;
    }
  });
}

type Written = { state: BackupState; copied: CopiedBlobs };

/** The rows get their name last: until then the folder is no case. */
async function write(from: string, to: string, record: BackupRecord, job: JobHandle): Promise<Written> {
  const part = join(to, `${DATABASE}.part`);
  const database = await copyHashed(join(from, DATABASE), part, job.signal, from);
  const state = [record.state, record.next].find((one) => one?.database.sha256 === database);
  if (state == null) throw new HoldfastError('backup-damaged', { path: from, problem: 'case.sqlite is not the one it was made with' });
  const store = new BlobStore(to);
  const copied = await copyBlobs({ from: new BlobStore(from), to: store, database: part, check: false }, job);
  job.signal.throwIfAborted();
  await store.emptyStaging();
  await rm(store.arriving, { recursive: true, force: true });
  await rename(part, join(to, DATABASE));
  await syncFolder(to);
  return { state, copied };
}

async function copyHashed(from: string, to: string, signal: AbortSignal, backup: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(to, 'wx');
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new HoldfastError('backup-damaged', { path: backup, problem: 'case.sqlite is gone' }, error);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function begin(engine: EngineState, to: string, record: BackupRecord, state: BackupState, copied: CopiedBlobs): Promise<void> {
  const ctx = await openCase(engine, to, 'write');
  try {
    const { at, journal, database } = state;
    const lost = copied.lost.map(({ sha256 }) => sha256);
    const payload = {
      backedUpAt: at,
      journal,
      databaseSha256: database.sha256,
      blobs: copied.blobs,
      bytes: copied.bytes,
      lost,
      folder: basename(to),
    };
    await mutate(ctx, { action: 'case.restored', subject: record.caseId, payload }, async () => {});
  } finally {
    await ctx.close();
  }
}

function toResult(folder: string, { caseId, title }: BackupRecord, state: BackupState, { blobs, bytes, lost }: CopiedBlobs): RestoreResult {
  return { folder, caseId, title, backedUpAt: state.at, journal: state.journal, blobs, bytes, lost };
}
