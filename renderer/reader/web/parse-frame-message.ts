import { z } from 'zod';
import type { FromFrame } from '../annotator/frame-messages.ts';

const index = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);
const pixel = z.number().min(-1e6).max(1e6);
const rect = z.object({ left: pixel, top: pixel, right: pixel, bottom: pixel });
const percent = z.number().min(0).max(100);
/** Ids of passages as the window gave them; looked up there, so a made-up one means nothing. */
const passageId = z.string().max(64);
/** Pictures of at most some 240 pixels a side; nothing but what a canvas writes. */
const picture = z
  .string()
  .max(200_000)
  .regex(/^data:image\/(webp|png);base64,[A-Za-z0-9+/=]+$/);

const fromFrame: z.ZodType<FromFrame> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), total: index }),
  z.object({ type: z.literal('selected'), first: index, last: index, rect }).refine(({ first, last }) => last > first),
  z.object({ type: z.literal('unselected') }),
  z.object({ type: z.literal('pressed'), index, rect }),
  z.object({ type: z.literal('hovered'), index: index.nullable(), rect }),
  z.object({ type: z.literal('at'), index, fraction: z.number().min(0).max(1) }),
  z.object({ type: z.literal('unseen') }),
  z.object({
    type: z.literal('area'),
    element: z.string().min(1).max(20_000),
    x: percent,
    y: percent,
    width: percent.gt(0),
    height: percent.gt(0),
    rect,
  }),
  z.object({ type: z.literal('area-pressed'), id: passageId }),
  z.object({ type: z.literal('crop'), id: passageId, picture }),
  z.object({ type: z.literal('no-pictures') }),
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
