/** Case files opened again, copies of a case merged, and what both of them changed. */
import { z } from 'zod';
import { caseInfo } from '../model/case.ts';
import { mergeConflict, mergedBranch, mergeReport } from '../model/merges.ts';
import { id, jobId, pageOf, pageRequest } from '../model/primitives.ts';
import { engineCall, nothing, path, reason } from './call.ts';

const everything = ['case', 'items', 'passages', 'claims', 'parties', 'incidents', 'journal', 'proof', 'vocabulary'] as const;

export const mergesContract = {
  /** Opens a case file, folder or zip, for reading. It is checked first and never changed. */
  'casefile.open': engineCall(z.object({ path, jobId: jobId.optional() }), caseInfo, 'case'),
  /** Makes a case from a case file in a new or empty folder, and opens it. */
  'casefile.import': engineCall(z.object({ path, folder: path, jobId: jobId.optional() }), caseInfo, 'case'),
  /** `path`: a case folder, a backup of one, or a case file, of this very case. A dry run writes nothing. */
  'case.merge': engineCall(z.object({ path, dryRun: z.boolean().default(false), jobId: jobId.optional() }), mergeReport, ...everything),
  'merge.branches': engineCall(nothing, z.object({ branches: z.array(mergedBranch) })),
  /** Open ones first, each kind in the order found. */
  'merge.conflicts': engineCall(z.object({ settled: z.boolean().default(false), ...pageRequest }), pageOf(mergeConflict)),
  /** `fields`: for each field that differs, whose value it shall have; needed for that choice alone. */
  'merge.settle': engineCall(
    z.object({
      id,
      choice: z.enum(['ours', 'theirs', 'fields']),
      fields: z.record(z.string(), z.enum(['ours', 'theirs'])).optional(),
      reason,
    }),
    mergeConflict,
    ...everything,
  ),
} as const;
