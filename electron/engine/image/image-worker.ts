/** The entry of the image thread: reads size and tags, draws the thumbnail. */
import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import type { Facts } from '#shared/model/primitives.ts';
import { answerTask } from '../worker/answer-task.ts';
import { isCutOff } from './image-end.ts';
import { imageTags } from './image-tags.ts';

export type ImageTask = { path: string; mediaType: string };
/** `stored`: pixels as in the file, before its orientation is applied. `problem`: why it is not whole, null when it is. */
export type ImageContent = {
  stored: { width: number; height: number; orientation: number | null } | null;
  tags: Facts;
  thumbnail: { webp: Uint8Array; width: number; height: number } | null;
  problem: 'cut-off' | 'not-decodable' | null;
  tooManyPixels: boolean;
};

/** Pixels of the thumbnail's longer side. */
const THUMBNAIL = 480;
/** Decoded, this is 320 MB of pixels. More is a picture of a city from the air, or an attack. */
const MOST_PIXELS = 80_000_000;
const drawable = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

await answerTask<ImageTask, ImageContent>(async ({ path, mediaType }) => {
  const bytes = await readFile(path);
  const stored = size(bytes);
  const content: ImageContent = {
    stored,
    tags: imageTags(bytes),
    thumbnail: null,
    problem: isCutOff(bytes, mediaType) ? 'cut-off' : null,
    tooManyPixels: false,
  };
  // An SVG is a program for a drawing machine; nothing here runs it.
  if (!drawable.has(mediaType)) return content;
  if (stored !== null && stored.width * stored.height > MOST_PIXELS) return { ...content, tooManyPixels: true };
  if (stored === null) return { ...content, problem: content.problem ?? 'not-decodable' };
  const thumbnail = await draw(bytes);
  return { ...content, thumbnail, problem: content.problem ?? (thumbnail === null ? 'not-decodable' : null) };
});

function size(bytes: Buffer): ImageContent['stored'] {
  try {
    const { width, height, orientation } = imageSize(bytes);
    return { width, height, orientation: orientation ?? null };
  } catch {
    return null;
  }
}

/** Upright: the decoder applies the orientation that the file states. */
async function draw(bytes: Buffer): Promise<ImageContent['thumbnail']> {
  try {
    const image = await loadImage(bytes);
    const scale = Math.min(1, THUMBNAIL / Math.max(image.width, image.height));
    const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return { webp: new Uint8Array(await canvas.encode('webp', 80)), width: canvas.width, height: canvas.height };
  } catch {
    return null;
  }
}
