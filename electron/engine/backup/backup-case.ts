/** Backup: a copy of the case, made while it is open, that is a case folder itself. */
import { readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import type { BackupRecord, BackupResult, BackupState } from '#shared/model/backup.ts';
import { caseReadme, DATABASE } from '../case/case-folder.ts';
import { takeWriteLock } from '../case/write-lock.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate } from '../journal/mutate.ts';
import { BlobStore } from '../store/blob-store.ts';
import { makeFolderSynced, renameSynced, writeFileSynced } from '../store/sync-folder.ts';
import { writeRecord } from './backup-record.ts';
import { backupReadme } from './backup-words.ts';
import { checkTarget } from './check-target.ts';
import { copyBlobs, type CopiedBlobs } from './copy-blobs.ts';
import { copyDatabase } from './copy-database.ts';

/**
 * Backs the case up into `out`: a new or empty folder, or the folder of an earlier backup of it, where only new blobs
 * are copied. Rows first, then the blobs they name, and only then the rows take the place of the earlier ones, so that
 * whatever interrupts it, the folder holds the earlier backup whole; it can be repeated. The act `case.backedUp` names
 * the head of the journal that was backed up, and so comes after it; when it cannot be written the call fails, and the
 * backup stands.
 * @throws HoldfastError wrong-input, backup-target, backup-other-case, backup-diverged, case-damaged, disk-full, cancelled
 */
export async function backupCase(ctx: CaseContext, { out, check, jobId }: ParsedInput<'case.backup'>): Promise<BackupResult> {
  const target = resolve(out);
  const { caseId, title } = await ctx.read.selectFrom('caseRecord').selectAll().executeTakeFirstOrThrow();
  const earlier = await checkTarget(ctx, target, caseId);
  return ctx.jobs.run({ id: jobId, kind: 'backup', subject: basename(target), unit: 'bytes' }, async (job) => {
    await makeFolderSynced(target);
    const record = earlier ?? firstRecord(ctx, caseId, title);
    // Before anything else, so that whatever interrupts it the folder says what it is and the next run goes on.
    if (earlier === null) await writeRecord(target, record);
    const lock = takeWriteLock(target, ctx.ports.now());
    try {
      const made = await write(ctx, target, record, check, job);
      await recordAct(ctx, caseId, target, made);
      const { state, copied } = made;
      return { path: target, ...copied, at: state.at, journal: state.journal, recorded: ctx.writer !== null };
    } finally {
      lock.release();
    }
  });
}

function firstRecord(ctx: CaseContext, caseId: string, title: string): BackupRecord {
  return { format: 'holdfast-backup/1', caseId, title, madeWith: ctx.settings.version, state: null, next: null };
}

type Made = { state: BackupState; copied: CopiedBlobs };

async function write(ctx: CaseContext, target: string, record: BackupRecord, check: boolean, job: JobHandle): Promise<Made> {
  const part = join(target, `${DATABASE}.part`);
  const store = new BlobStore(target);
  await store.emptyStaging();
  await makeFolderSynced(store.folder);
  try {
    const at = ctx.ports.now().toISOString();
    const { journal, ...database } = await copyDatabase(ctx, part, job.signal);
    const copied = await copyBlobs({ from: ctx.store, to: store, database: part, check }, job);
    job.signal.throwIfAborted();
    const { blobs, bytes, lost } = copied;
    const state: BackupState = { at, journal, database, blobs, bytes, lost };
    const named = { ...record, madeWith: ctx.settings.version };
    await writeReadme(target, record.title);
    await writeRecord(target, { ...named, next: state });
    await renameSynced(part, join(target, DATABASE));
    await writeRecord(target, { ...named, state, next: null });
    return { state, copied };
  } finally {
    await rm(part, { force: true });
    await store.emptyStaging();
    await rm(store.arriving, { recursive: true, force: true });
  }
}

async function writeReadme(target: string, title: string): Promise<void> {
  if ((await readdir(target)).includes('README.txt')) return;
  await writeFileSynced(join(target, 'README.txt'), backupReadme(title, caseReadme(title)));
}

async function recordAct(ctx: CaseContext, caseId: string, target: string, { state, copied }: Made): Promise<void> {
  if (ctx.writer === null) return;
  const { blobs, bytes, lost, database, journal } = state;
  const payload = {
    name: basename(target),
    journal,
    databaseSha256: database.sha256,
    blobs,
    bytes,
    copied: copied.copied,
    mended: copied.mended,
    lost: lost.map(({ sha256 }) => sha256),
  };
  await mutate(ctx, { action: 'case.backedUp', subject: caseId, payload }, async () => {});
}
