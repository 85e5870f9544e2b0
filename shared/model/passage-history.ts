import { z } from 'zod';
import { json, timestamp } from './primitives.ts';

/** One act on a passage as the journal has it. `changes`: the fields a person wrote, each before and after; the first entry has what it began with. */
export const passageEvent = z.object({
  /** Number of the journal entry. */
  seq: z.number().int(),
  at: timestamp,
  actor: z.string(),
  action: z.string(),
  /** Given with a removal, and with the taking back of one. */
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: json, after: json })),
});
export type PassageEvent = z.infer<typeof passageEvent>;
