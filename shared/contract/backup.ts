/** Backup of a case, a case out of a backup, and a new case out of what can be read of a damaged one. */
import { z } from 'zod';
import { backupResult, restoreResult, salvageReport } from '../model/backup.ts';
import { jobId } from '../model/primitives.ts';
import { engineCall, mainCall, nothing, path } from './call.ts';

export const backupContract = {
  /** `check` also hashes the copies that are in the backup already. */
  'case.backup': engineCall(
    z.object({ out: path, check: z.boolean().default(false), jobId: jobId.optional() }),
    backupResult,
    'journal',
    'case',
  ),
  /** Into a new or empty folder; the case is not opened. */
  'case.restore': engineCall(z.object({ backup: path, folder: path, jobId: jobId.optional() }), restoreResult),
  /** What can be read of `damaged` goes into a new case at `folder`; `damaged` itself is only read. */
  'case.repair': engineCall(z.object({ damaged: path, folder: path, jobId: jobId.optional() }), salvageReport),
  'dialogs.backupTarget': mainCall(z.object({ title: z.string() }), z.object({ path: z.string().nullable() })),
  'dialogs.chooseBackup': mainCall(nothing, z.object({ folder: z.string().nullable() })),
} as const;
