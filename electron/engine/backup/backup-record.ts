/** `backup.json`: what tells the folder of a backup from a case somebody works in. */
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { BACKUP_RECORD, backupRecord, type BackupRecord } from '#shared/model/backup.ts';
import { syncFolder, writeFileSynced } from '../store/sync-folder.ts';

/** What the folder says of itself; null when it is no backup. @throws HoldfastError backup-damaged */
export async function readRecord(folder: string): Promise<BackupRecord | null> {
  const path = join(folder, BACKUP_RECORD);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return backupRecord.parse(JSON.parse(text));
  } catch (error) {
    throw new HoldfastError('backup-damaged', { path: folder, problem: `${BACKUP_RECORD} cannot be read` }, error);
  }
}

/** True for the folder of a backup, whatever state it is in. */
export async function isBackup(folder: string): Promise<boolean> {
  return readFile(join(folder, BACKUP_RECORD)).then(
    () => true,
    () => false,
  );
}

/** In one step, so that a crash leaves the old record or the new one. */
export async function writeRecord(folder: string, record: BackupRecord): Promise<void> {
  const part = join(folder, `${BACKUP_RECORD}.part`);
  await rm(part, { force: true });
  await writeFileSynced(part, `${JSON.stringify(record, null, 2)}\n`);
  await rename(part, join(folder, BACKUP_RECORD));
  await syncFolder(folder);
}
