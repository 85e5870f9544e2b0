/** Pictures with boxes painted into them, written anew. Runs in the redaction thread. */
import { readFile, writeFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { HoldfastError } from '#shared/errors.ts';
import { toPixels } from '../area-box.ts';
import { paintBoxes, requireBlack } from '../paint-boxes.ts';
import type { CheckPictureTask, PictureTask, RedactedPicture } from '../redact-task.ts';

/** As for adjusted pictures: decoded, 320 MB of pixels. */
const MOST_PIXELS = 80_000_000;
/** What a picture needs to be shown. Words, EXIF, profiles and dates have chunks of other names (PNG 3rd edition, section 11). */
const needed = new Set(['IHDR', 'sBIT', 'sRGB', 'IDAT', 'IEND']);
const SIGNATURE = 8;

/**
 * Decodes the picture upright, blackens the areas and writes a PNG: without loss, so that nothing else of it changes, and
 * without any of the file's other data. Of a moving picture the first frame.
 * @throws HoldfastError image-too-large, image-unreadable
 */
export async function redactPicture({ path, areas, output }: PictureTask): Promise<RedactedPicture> {
  const bytes = await readFile(path);
  const { width, height } = sizeOf(bytes);
  if (width * height > MOST_PIXELS)
    throw new HoldfastError('image-too-large', { megapixels: Math.round((width * height) / 1e6), most: MOST_PIXELS / 1e6 });
  const image = await loadImage(bytes).catch((error: unknown) => {
    throw new HoldfastError('image-unreadable', { problem: 'it cannot be decoded' }, error);
  });
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const boxes = areas.map((area) => toPixels(area, canvas));
  paintBoxes(canvas, boxes);
  await writeFile(output, await canvas.encode('png'), { flag: 'wx', mode: 0o600 });
  return { width: canvas.width, height: canvas.height, boxes };
}

function sizeOf(bytes: Buffer): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch (error) {
    throw new HoldfastError('image-unreadable', { problem: 'its size cannot be read' }, error);
  }
}

/** Reads the copy back: no chunk that tells anything, nothing behind its end, and every box black. @throws HoldfastError redaction-failed */
export async function checkRedactedPicture({ path, width, height, boxes }: CheckPictureTask): Promise<null> {
  const bytes = await readFile(path);
  for (const name of chunksOf(bytes))
    if (!needed.has(name)) throw new HoldfastError('redaction-failed', { problem: `the copy has metadata (${name})` });
  const image = await loadImage(bytes);
  if (image.width !== width || image.height !== height)
    throw new HoldfastError('redaction-failed', { problem: 'the copy has another size' });
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  requireBlack(canvas, boxes, { inset: 0, darkest: 0 });
  return null;
}

/** Names of a PNG's chunks; what is behind its end counts as one. */
function chunksOf(bytes: Buffer): string[] {
  const names: string[] = [];
  let at = SIGNATURE;
  while (at + 12 <= bytes.length && names.at(-1) !== 'IEND') {
    names.push(bytes.toString('latin1', at + 4, at + 8));
    at += 12 + bytes.readUInt32BE(at);
  }
  if (at !== bytes.length || names.at(-1) !== 'IEND') names.push('bytes behind its end');
  return names;
}
