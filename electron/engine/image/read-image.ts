import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { Facts } from '#shared/model/primitives.ts';
import { emptyReading, type DerivedFile, type Reading, type ReadingJob } from '../import/reading.ts';
import { runWorker } from '../worker/run-worker.ts';
import { canvasVersion as version } from './canvas-version.ts';
import type { ImageContent, ImageTask } from './image-worker.ts';

const MOST_BYTES = 256 * 1024 * 1024;
const LIMITS = { timeLimitMs: 60_000, heapMegabytes: 512 };
const decodedElsewhere = /^image\/(svg\+xml|tiff|heic|heif|jxl|x-.*|vnd\..*)$/;

/** An image: its size, what its tags say, a thumbnail. A damaged one is kept, since the rest of a picture is still evidence. */
export async function readImage({
  received: { path, size },
  sniffed: { mediaType },
  signal,
}: Pick<ReadingJob, 'received' | 'sniffed' | 'signal'>): Promise<Reading> {
  const reading = emptyReading('image');
  if (size > MOST_BYTES) return { ...reading, warnings: ['no-thumbnail'] };
  const content = await look({ path, mediaType }, signal);
  const { thumbnail, problem, tooManyPixels } = content;
  if (problem !== null) reading.gaps.push({ reason: 'image-damaged', facts: { problem } });
  if (tooManyPixels) reading.warnings.push('too-many-pixels');
  else if (thumbnail === null && (problem !== null || decodedElsewhere.test(mediaType))) reading.warnings.push('no-thumbnail');
  return { ...reading, facts: { image: factsOf(content), ...content.tags }, derived: thumbnail === null ? [] : [derived(thumbnail)] };
}

/** An image that kills or stalls its thread is kept like any damaged one. */
async function look(task: ImageTask, signal: AbortSignal): Promise<ImageContent> {
  try {
    return await runWorker<ImageContent>('image', task, { signal, ...LIMITS });
  } catch (error) {
    const { code } = toErrorData(error);
    if (!(error instanceof HoldfastError) || (code !== 'helper-failed' && code !== 'helper-timeout')) throw error;
    return { stored: null, tags: {}, thumbnail: null, problem: 'not-decodable', tooManyPixels: false };
  }
}

/** `width` and `height` as shown: orientations 5 to 8 lie on their side (EXIF 2.32, tag 0x0112). */
function factsOf({ stored }: ImageContent): Facts {
  if (stored === null) return { width: null, height: null };
  const { width, height, orientation } = stored;
  const lying = orientation !== null && orientation >= 5;
  return { width: lying ? height : width, height: lying ? width : height, orientation };
}

function derived({ webp, width, height }: NonNullable<ImageContent['thumbnail']>): DerivedFile {
  const tool = { name: '@napi-rs/canvas', version, parameters: { width, height, quality: 80 } };
  return { key: 'thumbnail', role: 'thumbnail', suffix: '.thumbnail.webp', mediaType: 'image/webp', bytes: webp, tool };
}
