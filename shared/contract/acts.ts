/** Acts on passages and claims taken back and done again. */
import { z } from 'zod';
import { engineCall, nothing } from './call.ts';

/** An act as the journal names it, the thing it was about, and how many entries it made. */
const turned = z.object({ action: z.string(), subject: z.string(), count: z.number().int() }).nullable();

export const actsContract = {
  /** What would be taken back and done again next; of this opening of the case. */
  'acts.undoable': engineCall(nothing, z.object({ undo: turned, redo: turned })),
  'acts.undo': engineCall(nothing, z.object({ turned }), 'passages', 'items', 'claims', 'incidents', 'parties', 'journal', 'case'),
  'acts.redo': engineCall(nothing, z.object({ turned }), 'passages', 'items', 'claims', 'incidents', 'parties', 'journal', 'case'),
} as const;
