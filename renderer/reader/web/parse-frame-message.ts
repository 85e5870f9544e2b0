import { z } from 'zod';
import type { FromFrame } from '../annotator/frame-messages.ts';

const index = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const pixel = z.number().min(-1e6).max(1e6);
const rect = z.object({ left: pixel, top: pixel, right: pixel, bottom: pixel });

const fromFrame: z.ZodType<FromFrame> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), total: index }),
  z.object({ type: z.literal('selected'), first: index, last: index, rect }).refine(({ first, last }) => last > first),
  z.object({ type: z.literal('unselected') }),
  z.object({ type: z.literal('pressed'), index }),
  z.object({
    type: z.literal('key'),
    key: z.string().max(20),
    code: z.string().max(20),
    ctrl: z.boolean(),
    shift: z.boolean(),
    alt: z.boolean(),
    meta: z.boolean(),
  }),
]);

/** A message of the frame, or null when it is none of ours. A page in the frame may say anything. */
export function parseFrameMessage(data: unknown): FromFrame | null {
  const parsed = fromFrame.safeParse(data);
  return parsed.success ? parsed.data : null;
}
