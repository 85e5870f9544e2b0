/** Words read from pictures and scanned pages. */
import { z } from 'zod';
import { ocrCode, ocrLanguage, ocrOutcome } from '../model/ocr.ts';
import { id, jobId } from '../model/primitives.ts';
import { engineCall, mainCall, nothing } from './call.ts';

export const ocrContract = {
  'ocr.languages': engineCall(nothing, z.object({ languages: z.array(ocrLanguage) })),
  /**
   * Reads a PDF or picture of an item (`fileId`; its original unless another is named) and keeps the text. `pages` from 1;
   * all unless given. Earlier languages weigh more where scripts mix.
   */
  'ocr.run': engineCall(
    z.object({
      itemId: id,
      fileId: id.optional(),
      pages: z.array(z.number().int().min(1)).min(1).max(100_000).optional(),
      languages: z.array(ocrCode).min(1).max(6),
      jobId: jobId.optional(),
    }),
    ocrOutcome,
    'items',
    'journal',
    'case',
  ),
  /** The folder is chosen in the system's dialog and nowhere else. */
  'ocr.chooseData': mainCall(nothing, z.object({ folder: z.string().nullable() })),
  'ocr.forgetData': mainCall(nothing, nothing),
} as const;
