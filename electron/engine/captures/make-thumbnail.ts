import { readFile } from 'node:fs/promises';
import type { Facts } from '#shared/model/primitives.ts';

export type Thumbnail = { bytes: Uint8Array; parameters: Facts };

const width = 480;
const height = 300;

export function thumbnailTool(version: string): { name: string; version: string } {
  return { name: 'holdfast-thumbnail', version };
}

/** The top of a screenshot in small. Null when the picture cannot be read: an item without one is still whole. */
export async function makeThumbnail(screenshotPath: string): Promise<Thumbnail | null> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  try {
    const image = await loadImage(await readFile(screenshotPath));
    const scale = width / image.width;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    const shown = Math.min(image.height, height / scale);
    context.drawImage(image, 0, 0, image.width, shown, 0, 0, width, shown * scale);
    const bytes = await canvas.encode('webp', 82);
    return { bytes, parameters: { width, height, format: 'webp', quality: 82 } };
  } catch {
    // A screenshot no reader takes is still kept as it is; only its small picture is missing.
    return null;
  }
}
