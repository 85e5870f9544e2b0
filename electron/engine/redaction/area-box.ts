import type { z } from 'zod';
import type { areaBox } from '#shared/model/passages.ts';
import type { PixelBox } from './redact-task.ts';

/** Percent of the upright page or picture. */
export type AreaBox = z.infer<typeof areaBox>;

/** Whole pixels that hold the box, never less of it. */
export function toPixels({ x, y, width, height }: AreaBox, size: { width: number; height: number }): PixelBox {
  return within(
    {
      left: (x / 100) * size.width,
      top: (y / 100) * size.height,
      right: ((x + width) / 100) * size.width,
      bottom: ((y + height) / 100) * size.height,
    },
    size,
  );
}

/** Grown to whole pixels and cut to the picture. */
export function within({ left, top, right, bottom }: PixelBox, { width, height }: { width: number; height: number }): PixelBox {
  return {
    left: Math.max(0, Math.floor(left + 1e-6)),
    top: Math.max(0, Math.floor(top + 1e-6)),
    right: Math.min(width, Math.ceil(right - 1e-6)),
    bottom: Math.min(height, Math.ceil(bottom - 1e-6)),
  };
}
