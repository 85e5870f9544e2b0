/** The entry of the picture thread: makes new pictures from the pixels of kept ones. */
import { readFile } from 'node:fs/promises';
import { createCanvas, ImageData, loadImage, type Canvas } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { HoldfastError } from '#shared/errors.ts';
import { adjustPixels } from '#shared/image/adjust-pixels.ts';
import type { Adjustments } from '#shared/model/adjustments.ts';
import { answerTask } from '../worker/answer-task.ts';
import { shrinkPng } from './shrink-png.ts';

export type PictureTask =
  | { make: 'adjusted'; path: string; adjustments: Adjustments }
  /** `orientation` as EXIF tag 0x0112 has it; the small picture is upright. */
  | { make: 'small-png'; path: string; mostSide: number; orientation: number | null };
export type MadePicture = { png: Uint8Array; width: number; height: number };

/** As in image-worker.ts: decoded, 320 MB of pixels. */
export const MOST_PIXELS = 80_000_000;

await answerTask<PictureTask, MadePicture>((task) => (task.make === 'adjusted' ? adjust(task) : shrink(task)));

async function adjust({ path, adjustments }: PictureTask & { make: 'adjusted' }): Promise<MadePicture> {
  const bytes = await readFile(path);
  const { width, height } = imageSize(bytes);
  if (width * height > MOST_PIXELS)
    throw new HoldfastError('image-too-large', { megapixels: Math.round((width * height) / 1e6), most: MOST_PIXELS / 1e6 });
  // The decoder puts it upright, as the window does.
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  adjustPixels(pixels.data, adjustments);
  pen.putImageData(pixels, 0, 0);
  return encoded(canvas);
}

async function shrink({ path, mostSide, orientation }: PictureTask & { make: 'small-png' }): Promise<MadePicture> {
  const { width, height, pixels } = await shrinkPng(path, mostSide);
  const flat = createCanvas(width, height);
  flat.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return encoded(upright(flat, orientation ?? 1));
}

/** EXIF 2.32, tag 0x0112: which way up the stored rows are. */
function upright(stored: Canvas, orientation: number): Canvas {
  if (orientation < 2 || orientation > 8) return stored;
  const { width, height } = stored;
  const lies = orientation >= 5;
  const canvas = createCanvas(lies ? height : width, lies ? width : height);
  const pen = canvas.getContext('2d');
  const turns: Record<number, [number, number, number, number, number, number]> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  pen.setTransform(...turns[orientation]!);
  pen.drawImage(stored, 0, 0);
  return canvas;
}

async function encoded(canvas: Canvas): Promise<MadePicture> {
  return { png: new Uint8Array(await canvas.encode('png')), width: canvas.width, height: canvas.height };
}
