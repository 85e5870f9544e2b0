/** Dialogs and settings of the program. */
import { z } from 'zod';
import { ocrCode } from '../model/ocr.ts';
import { words } from '../model/primitives.ts';
import { tableFormats } from '../model/tables.ts';
import { mainCall, nothing, path } from './call.ts';

/** The folder with more language data for OCR, and the languages chosen last. */
const ocrSettings = { ocrData: z.string().nullable(), ocrLanguages: z.array(ocrCode).max(6) };

export const windowContract = {
  'dialogs.chooseFiles': mainCall(z.object({ folders: z.boolean().default(false) }), z.object({ paths: z.array(z.string()) })),
  'dialogs.chooseCase': mainCall(nothing, z.object({ folder: z.string().nullable() })),
  'dialogs.newCase': mainCall(z.object({ title: words }), z.object({ folder: z.string().nullable() })),
  'dialogs.saveCaseFile': mainCall(z.object({ name: z.string(), zip: z.boolean() }), z.object({ path: z.string().nullable() })),
  'dialogs.saveAnnotations': mainCall(z.object({ name: z.string() }), z.object({ path: z.string().nullable() })),
  'dialogs.chooseAnnotations': mainCall(nothing, z.object({ path: z.string().nullable() })),
  /** A name ending as the format does. */
  'dialogs.saveTable': mainCall(z.object({ name: z.string(), format: z.enum(tableFormats) }), z.object({ path: z.string().nullable() })),
  'dialogs.chooseTable': mainCall(nothing, z.object({ path: z.string().nullable() })),
  /** A name ending in .vtt or .srt. */
  'dialogs.saveTranscript': mainCall(z.object({ name: z.string() }), z.object({ path: z.string().nullable() })),
  'dialogs.chooseCaseFile': mainCall(nothing, z.object({ path: z.string().nullable() })),
  /** A program is chosen in the system's dialog and nowhere else, so that nothing in the window can name one to run. */
  'helpers.choose': mainCall(nothing, z.object({ path: z.string().nullable() })),
  'helpers.forget': mainCall(nothing, nothing),
  'files.reveal': mainCall(z.object({ path }), nothing),
  'settings.get': mainCall(
    nothing,
    z.object({ theme: z.enum(['system', 'light', 'dark']), actor: z.string(), ytDlp: z.string().nullable(), ...ocrSettings }),
  ),
  'settings.set': mainCall(
    z.object({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      actor: words.optional(),
      ocrLanguages: ocrSettings.ocrLanguages.optional(),
    }),
    nothing,
  ),
} as const;
