import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { id } from './primitives.ts';

/** Tesseract's name of a language, such as `eng`, `ara` or `chi_sim`. */
export const ocrCode = z
  .string()
  .regex(/^[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*$/)
  .max(40);

/** A language that can be read here. `origin`: in the person's folder, shipped with the program, or found on the computer. */
export const ocrLanguage = z.object({ code: ocrCode, origin: z.enum(['chosen', 'bundled', 'computer']), path: z.string() });
export type OcrLanguage = z.infer<typeof ocrLanguage>;

/** What a page gave. `confidence`: mean of its words, 0 to 100; null without words. `turned`: degrees it was turned to read it. */
export const ocrPage = z.object({
  page: z.number().int(),
  words: z.number().int(),
  confidence: z.number().nullable(),
  turned: z.number().int(),
  /** Under 1: the picture was scaled down before it was read. */
  scale: z.number(),
});

/** What came of a run. `fileId`: the text that was kept; null when no word was found, and then nothing is kept. */
export const ocrOutcome = z.object({
  fileId: id.nullable(),
  words: z.number().int(),
  confidence: z.number().nullable(),
  pages: z.array(ocrPage),
  /** Pages that could not be drawn or read, with the reason. */
  unread: z.array(z.object({ page: z.number().int(), code: z.enum(errorCodes) })),
});
export type OcrOutcome = z.infer<typeof ocrOutcome>;
