import { z } from 'zod';

/** Helper programs that the person chose; kept among their settings, because a path belongs to a computer and not to a case. */
export const helperPaths = z.object({
  ytDlp: z.string().min(1).nullable().default(null),
  /** A folder with Tesseract's language data. */
  ocrData: z.string().min(1).nullable().default(null),
});
