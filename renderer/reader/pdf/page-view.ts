import type { Rotation } from '../areas/area-box.ts';

/** Width and height in points, upright: the page's own rotation applied, the view's not. */
export type PageSize = { width: number; height: number };

/** How pages are looked at: CSS pixels a point, and how far the view is turned. Nothing of it is kept. */
export type PageView = { scale: number; rotation: Rotation };

/** The size as it is seen in a turned view. */
export function seenSize({ width, height }: PageSize, rotation: Rotation): PageSize {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
