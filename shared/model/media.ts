import { z } from 'zod';

/** `from` and `to` in seconds of the recording's own time: the time stamps in the file, which are also what a player counts. */
export const mediaStretch = z
  .object({ from: z.number().min(0), to: z.number().min(0) })
  .refine(({ from, to }) => to > from && to - from <= 120, { message: 'a stretch is at most 120 seconds long' });

/** When frames are shown. `pts` are whole ticks of `timeBase` ("1/90000"), `times` the same in seconds; the last lasts until `end`. */
export const mediaFrames = z.object({
  /** Read from the file; worked out by the decoder where the file is silent; or `assumed` from the rate of a raw stream. */
  origin: z.enum(['presentation', 'decoder', 'assumed']),
  timeBase: z.string(),
  pts: z.array(z.number().int()),
  times: z.array(z.number()),
  end: z.number(),
});
export type MediaFrames = z.infer<typeof mediaFrames>;

/** What reading every packet of a recording tells of its time. Seconds unless said otherwise. */
export const mediaScan = z.object({
  start: z.number(),
  end: z.number(),
  /** Frames of the picture; null without one. */
  frames: z.number().int().nullable(),
  /** How many frames are shown before `index * step` seconds: from it the number of any frame follows. */
  before: z.array(z.number().int()),
  step: z.number(),
  /** Frames a second as a fraction, when every frame lasts equally long; null when they do not, or it cannot be told. */
  rate: z.object({ num: z.number().int(), den: z.number().int() }).nullable(),
  /** Where the times come from: `presentation` time stamps, `decoding` ones, or `assumed` from the rate (a raw stream has none). */
  times: z.enum(['presentation', 'decoding', 'assumed']),
  /** The time code the camera wrote for the first frame ("01:00:00;00"), if there is one. */
  timeCode: z.string().nullable(),
});
export type MediaScan = z.infer<typeof mediaScan>;

/** Loudness of stretches of equal length (`cell` seconds) from `from` on: the largest swing in each, 0 to 255. */
export const waveform = z.object({ from: z.number(), cell: z.number(), peaks: z.array(z.number().int()) });
export type Waveform = z.infer<typeof waveform>;

/** Where the picture changes at once, in seconds. `keyFramesOnly`: only frames that stand by themselves were compared. */
export const mediaScenes = z.object({ times: z.array(z.number()), keyFramesOnly: z.boolean() });
export type MediaScenes = z.infer<typeof mediaScenes>;

/** Fewest and most stretches a waveform is made of. */
export const waveformCells = { least: 16, most: 8192 } as const;
