import { rm, stat } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';
import { toSeconds, type TimeBase } from '../frames/time-base.ts';
import type { ProbedStream } from '../probe-media.ts';
import { byLine, streamHelper } from '../stream-helper.ts';
import { pictureFilter } from './picture-filter.ts';

const TIME_LIMIT_MS = 600_000;
/** Decoding begins at the key frame at or before a mark this much before the frame, in seconds. */
const LEAD = 1;

/** Which frame: by the ticks of its time stamp, or by its number where the recording carries no time stamps. */
export type FrameName = { pts: number } | { number: number };
export type TakenFrame = {
  /** MD5 of the decoded frame before it was turned or its colours changed, as ffmpeg's `framemd5` gives it. */
  frameMd5: string;
  filter: string;
  isQuarterTurn: boolean;
  matrix: string;
};

type Job = { path: string; stream: ProbedStream; base: TimeBase; frame: FrameName; output: string; signal: AbortSignal };

/**
 * Decodes one frame of a recording and writes it as a PNG, upright. The frame is chosen by its own time stamp, so it
 * is that frame or none: no nearest key frame, no rounding.
 * @throws HoldfastError frame-missing when there is no such frame; helper-missing, helper-failed, helper-timeout; AbortError
 */
export async function takeFrame(job: Job): Promise<TakenFrame> {
  const { frame, base, output } = job;
  const { filter, isQuarterTurn, matrix } = pictureFilter(job.stream);
  const start = 'pts' in frame ? toSeconds(frame.pts, base) - LEAD : 0;
  // A seek in a container without an index may land behind its mark: then all of it is decoded from the beginning.
  for (const from of start > 0 ? [start, null] : [null]) {
    const frameMd5 = await decode(job, filter, from);
    const size = await stat(output).then(
      (found) => found.size,
      () => 0,
    );
    if (frameMd5 !== null && size > 0) return { frameMd5, filter, isQuarterTurn, matrix };
    await rm(output, { force: true });
  }
  throw new HoldfastError('frame-missing', { seconds: 'pts' in frame ? toSeconds(frame.pts, base) : null });
}

async function decode({ path, stream, frame, output, signal }: Job, filter: string, from: number | null): Promise<string | null> {
  let frameMd5: string | null = null;
  const chosen = 'pts' in frame ? `eq(pts,${frame.pts})` : `eq(n,${frame.number})`;
  const graph = `[0:${stream.index ?? 0}]select='${chosen}',split[coded][shown];[shown]${filter}[picture]`;
  await streamHelper({
    helper: 'ffmpeg',
    input: path,
    before: [
      '-an', '-sn', '-dn', '-copyts', '-noautorotate', '-flags', '+bitexact',
      ...(from === null ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', from.toFixed(6)]),
    ], // prettier-ignore
    after: [
      '-filter_complex', graph,
      '-map', '[coded]', '-frames:v', '1', '-fps_mode', 'passthrough', '-f', 'framemd5', '-',
      '-map', '[picture]', '-frames:v', '1', '-fps_mode', 'passthrough', '-map_metadata', '-1', '-fflags', '+bitexact',
      '-c:v', 'png', '-f', 'image2', '-update', '1', '-y', output,
    ], // prettier-ignore
    onOutput: byLine((line) => (frameMd5 = /^0,.*,\s*([0-9a-f]{32})$/.exec(line)?.[1] ?? frameMd5)),
    signal,
    timeLimitMs: TIME_LIMIT_MS,
  });
  return frameMd5;
}
