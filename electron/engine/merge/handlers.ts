import type { CaseHandlers } from '../handlers.ts';
import { listBranches, listConflicts } from './list-conflicts.ts';
import { mergeCopy } from './merge-copy.ts';
import { settleConflict } from './settle-conflict.ts';

export const mergeCalls = {
  'case.merge': mergeCopy,
  'merge.branches': listBranches,
  'merge.conflicts': listConflicts,
  'merge.settle': settleConflict,
} satisfies Partial<CaseHandlers>;
