import type { MediaScenes } from '#shared/model/media.ts';
import { parseTimeBase, toSeconds } from '../frames/time-base.ts';
import { requirePicture, type MediaSource } from '../media-source.ts';
import { byLine, streamHelper } from '../stream-helper.ts';

const TIME_LIMIT_MS = 3_600_000;
/** How unlike the frame before it a frame must be, 0 to 1 (ffmpeg-filters, select `scene`). */
const THRESHOLD = 0.3;
/** From here on only key frames are compared: decoding all of a long recording takes as long as watching part of it. */
const LONG_SECONDS = 1200;
const MOST_SCENES = 5000;

/**
 * Where the picture changes at once. It is a help for finding one's way, not a finding: a slow change is not seen,
 * and in long recordings a change is placed on the next key frame.
 * @throws HoldfastError media-no-picture, helper-missing, helper-failed, helper-timeout; AbortError
 */
export async function findScenes(source: MediaSource, signal: AbortSignal, onTime: (seconds: number) => void): Promise<MediaScenes> {
  const stream = requirePicture(source);
  const keyFramesOnly = !(Number(source.probe.format?.duration) < LONG_SECONDS);
  const base = parseTimeBase(stream.time_base) ?? { num: 1, den: 1000 };
  const times: number[] = [];
  const onOutput = byLine((line) => {
    // Ticks, because the seconds beside them are cut to six figures.
    const told = /^frame:\d+\s+pts:\s*(-?\d+)/.exec(line)?.[1];
    if (told !== undefined && times.length < MOST_SCENES) times.push(toSeconds(Number(told), base));
    const reached = /^out_time_us=(\d+)/.exec(line)?.[1];
    if (reached !== undefined) onTime(Number(reached) / 1e6);
  });
  const filter = `scale=128:-2:flags=fast_bilinear,select='gt(scene,${THRESHOLD})',metadata=mode=print:file=-`;
  await streamHelper({
    helper: 'ffmpeg',
    input: source.path,
    before: ['-an', '-sn', '-dn', '-copyts', ...(keyFramesOnly ? ['-skip_frame', 'nokey'] : [])],
    after: ['-map', `0:${stream.index ?? 0}`, '-vf', filter, '-fps_mode', 'passthrough', '-progress', '-', '-f', 'null', '-'],
    onOutput,
    signal,
    timeLimitMs: TIME_LIMIT_MS,
  });
  return { times, keyFramesOnly };
}
