/** Cuts a part out of a drawn picture, with what is marked on it. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';

export type Box = { x: number; y: number; width: number; height: number };
export type Crop = { jpeg: Uint8Array; width: number; height: number };

/** As wide as a printed column needs at 180 dots an inch. */
export const MOST_SIDE = 1240;
const QUALITY = 88;
const FILL = 'rgb(255, 226, 138)';
const LINE = 'rgb(148, 101, 10)';

/** `boxes` are outlined; `polygons` are laid over like a marker pen. All in pixels of `picture`. */
export async function cutOut(
  picture: Canvas,
  {
    region,
    boxes = [],
    polygons = [],
  }: { region: Box; boxes?: readonly Box[]; polygons?: readonly (readonly (readonly [number, number])[])[] },
): Promise<Crop> {
  const scale = Math.min(1, MOST_SIDE / Math.max(region.width, region.height));
  const canvas = createCanvas(Math.max(1, Math.round(region.width * scale)), Math.max(1, Math.round(region.height * scale)));
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(scale, scale);
  pen.translate(-region.x, -region.y);
  pen.drawImage(picture, 0, 0);
  pen.globalCompositeOperation = 'multiply';
  pen.fillStyle = FILL;
  for (const points of polygons) {
    pen.beginPath();
    points.forEach(([x, y], at) => (at === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
    pen.fill();
  }
  pen.globalCompositeOperation = 'source-over';
  for (const [colour, width] of [
    ['rgba(255, 255, 255, 0.9)', 6],
    [LINE, 2.5],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width / scale;
    for (const { x, y, width: across, height } of boxes) pen.strokeRect(x, y, across, height);
  }
  return { jpeg: new Uint8Array(await canvas.encode('jpeg', QUALITY)), width: canvas.width, height: canvas.height };
}
