import type { Canvas } from '@napi-rs/canvas';
import { HoldfastError } from '#shared/errors.ts';
import type { PixelBox } from './redact-task.ts';

/** Opaque black on whole pixels: nothing of what was there goes into what is encoded. */
export function paintBoxes(canvas: Canvas, boxes: readonly PixelBox[]): void {
  const pen = canvas.getContext('2d');
  pen.save();
  pen.resetTransform();
  pen.globalAlpha = 1;
  pen.globalCompositeOperation = 'source-over';
  pen.imageSmoothingEnabled = false;
  pen.fillStyle = '#000000';
  for (const { left, top, right, bottom } of boxes) pen.fillRect(left, top, right - left, bottom - top);
  pen.restore();
}

/**
 * Reads the pixels of every box back. `inset`: pixels at a box's edge into which a lossy encoding carries its
 * surroundings; `darkest`: the largest value (0 to 255) of any colour that still counts as black.
 * @throws HoldfastError redaction-failed
 */
export function requireBlack(canvas: Canvas, boxes: readonly PixelBox[], { inset, darkest }: { inset: number; darkest: number }): void {
  const pen = canvas.getContext('2d');
  for (const { left, top, right, bottom } of boxes) {
    const [width, height] = [right - left - 2 * inset, bottom - top - 2 * inset];
    if (width < 1 || height < 1) continue;
    const { data } = pen.getImageData(left + inset, top + inset, width, height);
    for (let at = 0; at < data.length; at += 4)
      if (data[at]! > darkest || data[at + 1]! > darkest || data[at + 2]! > darkest || data[at + 3] !== 255)
        throw new HoldfastError('redaction-failed', { problem: 'a box in the copy is not black' });
  }
}
