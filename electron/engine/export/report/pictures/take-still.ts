import { HoldfastError } from '#shared/errors.ts';
import { framesBetween } from '../../../media/frames/frames-between.ts';
import { parseTimeBase } from '../../../media/frames/time-base.ts';
import { requirePicture, type MediaSource } from '../../../media/media-source.ts';
import { takeFrame } from '../../../media/still/take-frame.ts';

/** Half a tick of the finest time base in use, as for stills that are kept. */
const SLACK = 0.000_005;

/**
 * Writes the frame shown at `time` (seconds) as a PNG at `output`, chosen by its own time stamp. Nothing is kept.
 * @throws HoldfastError frame-missing, media-no-picture, helper-…; AbortError
 */
export async function takeStill({
  source,
  time,
  output,
  signal,
}: {
  source: MediaSource;
  time: number;
  output: string;
  signal: AbortSignal;
}): Promise<void> {
  const stream = requirePicture(source);
  const { pts, times, timeBase, origin } = await framesBetween(source, { from: time, to: time + 0.2 }, signal);
  const index = times.findLastIndex((one) => one <= time + SLACK);
  if (index === -1) throw new HoldfastError('frame-missing', { seconds: time });
  const frame = origin === 'assumed' ? { number: pts[index]! } : { pts: pts[index]! };
  await takeFrame({ path: source.path, stream, base: parseTimeBase(timeBase)!, frame, output, signal });
}
