/** What can be taken out of a PDF after it was kept. */
import { z } from 'zod';
import { id } from '../model/primitives.ts';
import { engineCall } from './call.ts';

/** Used for one reading and forgotten: it is in no answer, error, journal entry or file. */
const password = z.string().min(1).max(1000);

export const pdfContract = {
  /** Reads the words of a locked PDF. They become a derived text of kind `unlocked`. */
  'pdf.readText': engineCall(z.object({ itemId: id, password }), z.object({ fileId: id }), 'items', 'journal', 'case'),
  /** Keeps a file that lies inside a PDF as a file of its item. `index`: its place in the list of `facts.pdf.attachments`, from 0. */
  'pdf.extractAttachment': engineCall(
    z.object({ itemId: id, index: z.number().int().min(0), password: password.optional() }),
    z.object({ fileId: id }),
    'items',
    'journal',
    'case',
  ),
} as const;
