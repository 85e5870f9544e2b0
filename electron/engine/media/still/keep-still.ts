import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { clockCode } from '#shared/media/clock-code.ts';
import type { ItemFile } from '#shared/model/items.ts';
import type { MediaFrames } from '#shared/model/media.ts';
import type { CaseContext } from '../../context.ts';
import { filesOf, getFile } from '../../items/get-file.ts';
import { keepDerived } from '../../items/keep-derived.ts';
import { framesBetween } from '../frames/frames-between.ts';
import { parseTimeBase } from '../frames/time-base.ts';
import { rotation } from '../media-facts.ts';
import { openSource, requirePicture, type MediaSource } from '../media-source.ts';
import { ffmpegVersion } from '../probe-media.ts';
import { frameNumber } from './frame-number.ts';
import { takeFrame } from './take-frame.ts';

/** Half a tick of the finest time base in use: a time that was a frame's own is not taken for the frame before. */
const SLACK = 0.000_005;

type Frame = { pts: number; time: number; timeBase: string; origin: MediaFrames['origin'] };

/**
 * Keeps the frame shown at a time as a PNG, a derived file of role `still`, and answers it. The same frame kept
 * before is answered again and nothing is written.
 * @throws HoldfastError not-found, case-read-only, blob-missing, media-no-picture, frame-missing, helper-…
 */
export async function keepStill(ctx: CaseContext, { itemId, fileId, time }: ParsedInput<'media.still'>): Promise<ItemFile> {
  const { signal } = new AbortController();
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { reason: ctx.readOnlyReason ?? 'asked' });
  const source = await openSource(ctx, fileId, signal);
  const frame = await frameAt(source, time, signal);
  const known = (await filesOf(ctx, itemId)).find((file) => isStillOf(file, fileId, frame));
  if (known !== undefined) return known;
  const output = await ctx.store.stagingPath(`${randomUUID()}.png`);
  try {
    const parameters = await describe(source, frame, output, signal);
    const tool = { name: 'ffmpeg', version: await ffmpegVersion(signal), parameters };
    const blob = await ctx.store.keepStaged(output);
    const name = `${source.file.name}.${clockCode(frame.time).replaceAll(':', '-')}.png`;
    const still = { role: 'still' as const, blob, name, mediaType: 'image/png', parentFileId: fileId, tool };
    const [kept] = await keepDerived(ctx, itemId, [still]);
    return await getFile(ctx, kept!);
  } finally {
    await rm(output, { force: true });
  }
}

async function frameAt(source: MediaSource, time: number, signal: AbortSignal): Promise<Frame> {
  requirePicture(source);
  const { pts, times, timeBase, origin } = await framesBetween(source, { from: time, to: time + 0.2 }, signal);
  const index = times.findLastIndex((one) => one <= time + SLACK);
  if (index === -1) throw new HoldfastError('frame-missing', { seconds: time });
  return { pts: pts[index]!, time: times[index]!, timeBase, origin };
}

function isStillOf({ role, parentFileId, toolParameters }: ItemFile, fileId: string, { pts, timeBase }: Frame): boolean {
  return role === 'still' && parentFileId === fileId && toolParameters?.['pts'] === pts && toolParameters['timeBase'] === timeBase;
}

/** Takes the frame and says everything by which another can take the very same one. */
async function describe(source: MediaSource, frame: Frame, output: string, signal: AbortSignal) {
  const stream = requirePicture(source);
  const { pts, time, timeBase, origin } = frame;
  const isAssumed = origin === 'assumed';
  const name = isAssumed ? { number: pts } : { pts };
  const base = parseTimeBase(timeBase)!;
  const { frameMd5, filter, isQuarterTurn, matrix } = await takeFrame({ path: source.path, stream, base, frame: name, output, signal });
  return {
    timeSeconds: time,
    timeCode: clockCode(time),
    pts,
    timeBase,
    times: origin,
    frameNumber: isAssumed ? pts : await frameNumber(source, pts, signal),
    stream: stream.index ?? 0,
    frameMd5,
    filter,
    colourMatrix: matrix,
    rotation: rotation(stream),
    turned: isQuarterTurn,
  };
}
