import type { Turn } from './page-model.ts';

/** A picture as Tesseract wants it: one byte a pixel, 0 black. */
export type Grey = { pixels: Uint8Array; width: number; height: number };

/** Brightness by the weights of ITU-R BT.601, in whole numbers so that every machine gets the same picture. */
export function toGrey(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < pixels.length; i++, j += 4) {
    pixels[i] = ((rgba[j] ?? 0) * 77 + (rgba[j + 1] ?? 0) * 150 + (rgba[j + 2] ?? 0) * 29) >> 8;
  }
  return { pixels, width, height };
}

/** Turned clockwise. */
export function turnGrey(grey: Grey, turn: Turn): Grey {
  if (turn === 0) return grey;
  const { width, height, pixels } = grey;
  const turned = turn === 180 ? { width, height } : { width: height, height: width };
  const target = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) target[placeOf(x, y, width, height, turn)] = pixels[y * width + x] ?? 0;
  }
  return { pixels: target, ...turned };
}

function placeOf(x: number, y: number, width: number, height: number, turn: Turn): number {
  if (turn === 90) return x * height + (height - 1 - y);
  if (turn === 180) return (height - 1 - y) * width + (width - 1 - x);
  return (width - 1 - x) * height + y;
}

/** Half as wide and high, each pixel the mean of four. */
export function halve({ pixels, width, height }: Grey): Grey {
  const half = { width: width >> 1, height: height >> 1 };
  const target = new Uint8Array(half.width * half.height);
  for (let y = 0, at = 0; y < half.height; y++) {
    for (let x = 0, from = y * 2 * width; x < half.width; x++, from += 2) {
      const sum = (pixels[from] ?? 0) + (pixels[from + 1] ?? 0) + (pixels[from + width] ?? 0) + (pixels[from + width + 1] ?? 0);
      target[at++] = sum >> 2;
    }
  }
  return { pixels: target, ...half };
}

/** Portable graymap, binary (netpbm P5): the picture behind a line of sizes, so nothing is spent on packing. */
export function asPgm({ pixels, width, height }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}
