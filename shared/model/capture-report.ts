import { z } from 'zod';

const noted = z.array(z.object({ url: z.string(), reason: z.string() }));

/** A capture measured against the page as it was: the file of role `report`. Counts are of things, shares from 0 to 1. */
export const captureReport = z.object({
  format: z.literal('holdfast-capture-report/1'),
  verdict: z.enum(['good', 'fair', 'poor']),
  warnings: z.array(z.object({ id: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })),
  resources: z.object({
    exchanges: z.number().int(),
    kept: z.number().int(),
    failed: noted,
    blocked: noted,
    /** Recorded, but not to their end. */
    cut: noted,
    /** Fetched by the browser, and not in the archive. */
    notRecorded: z.array(z.string()),
    /** Values not written down: cookies, credentials, what was marked. */
    withheld: z.number().int(),
  }),
  text: z.object({ liveWords: z.number().int(), keptWords: z.number().int(), share: z.number() }),
  images: z.object({ live: z.number().int(), inSnapshot: z.number().int() }),
  videos: z.number().int(),
});
export type CaptureReport = z.infer<typeof captureReport>;
