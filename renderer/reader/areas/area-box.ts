/** Boxes on a picture or page, and the same boxes while the view is turned. Percent of width and height, pure. */

/** Of the upright picture when kept; of the turned one while it is shown. */
export type AreaBox = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };
/** How far the view is turned clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** The smallest box a keyboard makes, in percent. */
const LEAST = 0.5;

/** Where a box of the upright picture lies when the view is turned. */
export function turnBox({ x, y, width, height }: AreaBox, rotation: Rotation): AreaBox {
  if (rotation === 90) return { x: 100 - y - height, y: x, width: height, height: width };
  if (rotation === 180) return { x: 100 - x - width, y: 100 - y - height, width, height };
  if (rotation === 270) return { x: y, y: 100 - x - width, width: height, height: width };
  return { x, y, width, height };
}

/** The box of the upright picture that lies here in the turned view, to a thousandth of a percent. */
export function uprightBox(box: AreaBox, rotation: Rotation): AreaBox {
  const { x, y, width, height } = turnBox(box, ((360 - rotation) % 360) as Rotation);
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

/** The next quarter turn clockwise, or back. */
export function turned(rotation: Rotation, by: 90 | -90): Rotation {
  return ((rotation + by + 360) % 360) as Rotation;
}

/** The box between two corners, no part of it off the picture. */
export function boxBetween(one: Point, other: Point): AreaBox {
  const x = within(Math.min(one.x, other.x), 0, 100);
  const y = within(Math.min(one.y, other.y), 0, 100);
  return { x, y, width: within(Math.max(one.x, other.x), 0, 100) - x, height: within(Math.max(one.y, other.y), 0, 100) - y };
}

/** Moved, as far as it stays on the picture whole. */
export function moveBox(box: AreaBox, by: Point): AreaBox {
  return { ...box, x: within(box.x + by.x, 0, 100 - box.width), y: within(box.y + by.y, 0, 100 - box.height) };
}

/** Made larger or smaller at its far corner. */
export function growBox(box: AreaBox, by: Point): AreaBox {
  return { ...box, width: within(box.width + by.x, LEAST, 100 - box.x), height: within(box.height + by.y, LEAST, 100 - box.y) };
}

/** Larger first, so that a box inside another lies over it and can be pressed. */
export function largestFirst(one: AreaBox, other: AreaBox): number {
  return other.width * other.height - one.width * one.height;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
