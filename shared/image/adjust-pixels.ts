/**
 * The one arithmetic of adjusted pictures: the window gives the table to an SVG filter, the engine applies it to pixels.
 * Order: greyscale, levels, gamma, contrast, brightness, inversion. Values are 8-bit sRGB as stored, not linear light,
 * as image editors' sliders have it.
 */
import type { Adjustments } from '../model/adjustments.ts';

/** Luma of sRGB (ITU-R BT.709), as `feColorMatrix type="saturate"` of 0 would leave it, to three decimals. */
export const luma = { red: 0.213, green: 0.715, blue: 0.072 } as const;

/** What each of the 256 values of a channel becomes. */
export function channelTable({ black, white, gamma, contrast, brightness, invert }: Adjustments): Uint8ClampedArray {
  const table = new Uint8ClampedArray(256);
  // At 100 the slope is 1/tan(0): a step; at -100 everything is middle grey.
  const slope = Math.tan(((Math.min(contrast, 99.9) + 100) * Math.PI) / 400);
  for (let value = 0; value < 256; value++) {
    const levelled = Math.min(1, Math.max(0, (value - black) / (white - black)));
    const lit = (levelled ** (1 / gamma) - 0.5) * slope + 0.5 + brightness / 100;
    table[value] = Math.round((invert ? 1 - lit : lit) * 255);
  }
  return table;
}

/** Adjusts pixels in place: RGBA, four bytes each, alpha untouched. */
export function adjustPixels(pixels: Uint8ClampedArray | Uint8Array, values: Adjustments): void {
  const table = channelTable(values);
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if (values.greyscale) {
      const grey = Math.round(luma.red * pixels[at]! + luma.green * pixels[at + 1]! + luma.blue * pixels[at + 2]!);
      pixels[at] = pixels[at + 1] = pixels[at + 2] = table[grey]!;
    } else {
      pixels[at] = table[pixels[at]!]!;
      pixels[at + 1] = table[pixels[at + 1]!]!;
      pixels[at + 2] = table[pixels[at + 2]!]!;
    }
  }
}
