import { readdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import Database from 'better-sqlite3';
import { HoldfastError } from '#shared/errors.ts';
import { BACKUP_RECORD, type BackupRecord, type JournalHead } from '#shared/model/backup.ts';
import { DATABASE } from '../case/case-folder.ts';
import type { CaseContext } from '../context.ts';
import { readRecord } from './backup-record.ts';

/**
 * What a backup of this case may be written over: nothing, or an earlier backup of it whose journal is a beginning of
 * ours. The record of that one, or null.
 * @throws HoldfastError wrong-input inside the case, file-missing, backup-target, backup-other-case, backup-diverged
 */
export async function checkTarget(ctx: CaseContext, target: string, caseId: string): Promise<BackupRecord | null> {
  await refuseInside(ctx.folder, target);
  const inside = await readdir(target).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR') throw new HoldfastError('backup-target', { path: target }, error);
    throw error;
  });
  if (inside === null || inside.every((name) => name === `${BACKUP_RECORD}.part`)) return null;
  const record = await readRecord(target);
  if (record === null) throw new HoldfastError('backup-target', { path: target });
  if (record.caseId !== caseId) throw new HoldfastError('backup-other-case', { path: target, title: record.title });
  await refuseDiverged(ctx, target, record);
  return record;
}

async function refuseInside(folder: string, target: string): Promise<void> {
  const real = await realpath(folder);
  // A folder that is not there yet lies where its parent does.
  let at = target;
  let name = '';
  for (;;) {
    const found = await realpath(at).catch(() => null);
    if (found !== null) {
      const whole = join(found, name);
      if (whole !== real && !whole.startsWith(real + sep)) return;
      throw new HoldfastError('wrong-input', { name: 'case.backup', field: 'out', problem: 'lies inside the case folder' });
    }
    name = join(at.slice(dirname(at).length), name);
    if (dirname(at) === at) return;
    at = dirname(at);
  }
}

async function refuseDiverged(ctx: CaseContext, target: string, record: BackupRecord): Promise<void> {
  const theirs = entriesOf(target) ?? [record.state, record.next].flatMap((state) => (state === null ? [] : [state.journal]));
  const hashAt = async (seq: number) =>
    (await ctx.read.selectFrom('journal').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash;
  for (const { seq, hash } of theirs) {
    if ((await hashAt(seq)) !== hash) throw new HoldfastError('backup-diverged', { path: target, seq });
  }
}

/** Entries of the backup's journal, oldest first; each hash covers all before it, so the first that differs is where it parts. */
function entriesOf(target: string): JournalHead[] | null {
  try {
    const raw = new Database(join(target, DATABASE), { readonly: true, fileMustExist: true });
    try {
      const rows = raw.prepare('SELECT seq, hash FROM journal ORDER BY seq').all() as JournalHead[];
      return rows.length === 0 ? null : rows;
    } finally {
      raw.close();
    }
  } catch {
    return null; // Absent or damaged: then what backup.json says of it is compared.
  }
}
