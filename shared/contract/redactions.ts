/** Redacted copies: files derived from a withheld original, and the log of what was withheld and why. */
import { z } from 'zod';
import { redaction, redactionLogEntry, redactionMade, redactionRegion } from '../model/redactions.ts';
import { id, jobId } from '../model/primitives.ts';
import { engineCall, nothing } from './call.ts';

export const redactionsContract = {
  /**
   * Makes a redacted copy of a file of the item (its original unless `fileId` names another, such as the screenshot of a
   * captured page) and of its text, checks that nothing withheld is left in them, and keeps them beside it. `password`
   * opens a locked PDF once; it is kept nowhere.
   */
  'redactions.create': engineCall(
    z.object({
      itemId: id,
      fileId: id.optional(),
      regions: z.array(redactionRegion).min(1).max(5000),
      password: z.string().max(1000).optional(),
      jobId: jobId.optional(),
    }),
    redactionMade,
    'items',
    'journal',
    'case',
  ),
  /** Of one item, or of the case; newest last. */
  'redactions.list': engineCall(z.object({ itemId: id.optional() }), z.object({ redactions: z.array(redaction) })),
  /** What was withheld where, why, by whom: without the words. */
  'redactions.log': engineCall(nothing, z.object({ entries: z.array(redactionLogEntry) })),
} as const;
