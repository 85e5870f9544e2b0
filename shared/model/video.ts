import { z } from 'zod';
import { captureResult } from './capture.ts';
import { sha256 } from './primitives.ts';

/** What on a page says that there is a video worth fetching; see engine/video/find-video.ts for the rule. */
export const videoSigns = ['video-element', 'open-graph', 'twitter-player', 'json-ld', 'embed', 'address'] as const;
export const videoSign = z.enum(videoSigns);
export type VideoSign = z.infer<typeof videoSign>;

/** Bounds of one fetch. `proxy`: the way the page itself went (`http://host:port`, `socks5://…`), null for none. */
export const videoLimits = z.object({
  sizeLimitBytes: z.number().int().min(1024),
  timeLimitMs: z.number().int().min(1000).max(3_600_000),
  proxy: z
    .string()
    .regex(/^(https?|socks4|socks5h?):\/\/[^\s/]+$/)
    .nullable()
    .default(null),
});
export type VideoLimits = z.infer<typeof videoLimits>;

/** What a fetch adds to a capture: files beside its own in the staging folder, or why there are none. */
export const fetchedVideo = z.object({
  files: captureResult.shape.files,
  gaps: captureResult.shape.gaps,
});
export type FetchedVideo = z.infer<typeof fetchedVideo>;

/** Where a helper was found: chosen by the person, named by an environment variable, beside the program, on PATH. */
export const helperOrigin = z.enum(['chosen', 'environment', 'bundle', 'path']);

/** The yt-dlp of this computer. `sha256` is of the file that is run; for a launcher script that is the script alone. */
export const videoHelper = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready'), path: z.string(), origin: helperOrigin, version: z.string(), sha256 }),
  z.object({ state: z.literal('broken'), path: z.string(), origin: helperOrigin, problem: z.string() }),
  /** `path`: what was named and is not there; null when none was found. `command` adds it on this system. */
  z.object({ state: z.literal('missing'), path: z.string().nullable(), command: z.string() }),
]);
export type VideoHelper = z.infer<typeof videoHelper>;
