import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { DerivedFile, ReadingJob } from '../import/reading.ts';
import type { Probe } from './probe-media.ts';
import { pictureStream } from './media-facts.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** Pixels of the poster's longer side. */
const POSTER = 640;
const MOST_PIXELS = 80_000_000;
const TIME_LIMIT_MS = 60_000;
/** Bounded both ways without bending the picture; even sizes for JPEG's halved colours. */
const scale = `scale=w='min(${POSTER},iw)':h='min(${POSTER},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`;

/**
 * A frame of a video, a few seconds in, since films begin black; or the cover picture of a recording. Upright.
 * Null when there is no picture that can be taken; the recording is as good without.
 */
export async function drawPoster(job: PosterJob, probe: Probe, version: string): Promise<DerivedFile | null> {
  const stream = pictureStream(probe) ?? (probe.streams ?? []).find(({ codec_type }) => codec_type === 'video');
  if (stream === undefined || (stream.width ?? 0) * (stream.height ?? 0) > MOST_PIXELS) return null;
  const duration = Number(probe.format?.duration ?? 0) || 0;
  const moving = stream === pictureStream(probe);
  for (const at of moving ? [Math.min(3, duration * 0.1), 0] : [0]) {
    const path = await takeFrame(job, stream.index ?? 0, at);
    if (path === null) continue;
    const parameters = { stream: stream.index ?? 0, atSeconds: at, filter: scale };
    return {
      key: 'poster',
      role: 'poster',
      suffix: '.poster.jpg',
      mediaType: 'image/jpeg',
      stagedPath: path,
      tool: { name: 'ffmpeg', version, parameters },
    };
  }
  return null;
}

type PosterJob = Pick<ReadingJob, 'ctx' | 'received' | 'signal' | 'leftovers'>;

async function takeFrame({ ctx, received, signal, leftovers }: PosterJob, stream: number, at: number): Promise<string | null> {
  const output = await ctx.store.stagingPath(`${randomUUID()}.jpg`);
  leftovers.push(output);
  try {
    const after = [
      '-map',
      `0:${stream}`,
      '-frames:v',
      '1',
      '-vf',
      scale,
      '-an',
      '-sn',
      '-dn',
      '-map_metadata',
      '-1',
      '-flags:v',
      '+bitexact',
      '-q:v',
      '3',
      '-threads',
      '2',
      '-f',
      'mjpeg',
    ];
    await runFfmpeg({ input: received.path, before: ['-ss', at.toFixed(3)], after, output, signal, timeLimitMs: TIME_LIMIT_MS });
    if ((await stat(output)).size > 0) return output;
  } catch {
    // A picture is a convenience; only a cancelled import must not go on.
    signal.throwIfAborted();
  }
  return null;
}
