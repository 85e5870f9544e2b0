import type { Point, Quad } from '#shared/anchoring/pdf-quads.ts';
import type { Box } from '#shared/anchoring/text-places.ts';

/**
 * Boxes in percent of the upright page as quads in points of the page as it lies in the file: origin in the upper left
 * corner of the crop box, `rotate` degrees (clockwise) not yet applied.
 */
export function boxQuads(boxes: readonly Box[], { width, height, rotate }: { width: number; height: number; rotate: number }): Quad[] {
  const lying = (u: number, v: number): Point => {
    switch ((((rotate / 90) % 4) + 4) % 4) {
      case 1:
        return [v * width, (1 - u) * height];
      case 2:
        return [(1 - u) * width, (1 - v) * height];
      case 3:
        return [(1 - v) * width, u * height];
      default:
        return [u * width, v * height];
    }
  };
  return boxes.map(({ x, y, width: w, height: h }) => {
    const [left, top, right, bottom] = [x / 100, y / 100, (x + w) / 100, (y + h) / 100];
    return [lying(left, top), lying(right, top), lying(right, bottom), lying(left, bottom)];
  });
}
