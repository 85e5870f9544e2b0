/** Search, journal, verification and the case file. */
import { z } from 'zod';
import { journalEntry } from '../model/journal.ts';
import { jobId, pageOf, pageRequest, sortDirection } from '../model/primitives.ts';
import { caseFileReport, exportResult, verifyProgress, verifyReport } from '../model/proof.ts';
import { exportSelection, selectionPreview } from '../model/selection.ts';
import { searchHit, searchKinds } from '../model/search.ts';
import { engineCall, nothing, path } from './call.ts';

export const proofContract = {
  'search.query': engineCall(
    z.object({ words: z.string().min(1).max(500), kinds: z.array(z.enum(searchKinds)).optional(), ...pageRequest }),
    pageOf(searchHit),
  ),
  'journal.list': engineCall(
    z.object({
      subject: z.string().optional(),
      action: z.string().optional(),
      direction: sortDirection.default('descending'),
      ...pageRequest,
    }),
    pageOf(journalEntry),
  ),
  'verify.run': engineCall(
    z.object({ jobId: jobId.optional(), resume: z.boolean().default(false) }),
    verifyReport,
    'proof',
    'items',
    'journal',
    'case',
  ),
  /** The verification of this case that was cancelled or cut off, when one was. */
  'verify.interrupted': engineCall(nothing, verifyProgress.nullable()),
  'verify.last': engineCall(nothing, verifyReport.nullable()),
  'export.create': engineCall(
    z.object({
      out: path,
      zip: z.boolean().default(false),
      jobId: jobId.optional(),
      selection: exportSelection.optional(),
      /** Pictures of sources marked graphic in the report; their files are in the case file either way. */
      graphic: z.enum(['left-out', 'shown']).optional(),
    }),
    exportResult,
    'journal',
    'case',
  ),
  /** What a selection would bring with it; writes nothing. */
  'export.preview': engineCall(z.object({ selection: exportSelection }), selectionPreview),
  'casefile.verify': engineCall(z.object({ path, jobId: jobId.optional() }), caseFileReport),
} as const;
