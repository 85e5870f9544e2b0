/** Draws pictures of passages. Runs in the crop thread. */
import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import type { FragmentArea } from '#shared/anchoring/parse-fragment.ts';
import { HoldfastError } from '#shared/errors.ts';
import { getAttribute, parseHtml } from '../../../snapshot/html-tree.ts';
import { selectElements } from '../../../snapshot/select-elements.ts';
import { cutOut, type Box, type Crop } from './cut-out.ts';
import { drawPdfArea, drawPdfMarks, drawPdfWords } from './draw-pdf.ts';
import type { MarkedPage } from './picture-plan.ts';

export type CropTask = { path: string; size: number } & (
  | { how: 'pdf-marks'; pages: MarkedPage[] }
  | { how: 'pdf-area'; page: number; areas: FragmentArea[] }
  | { how: 'pdf-words'; quote: string; before: string; after: string }
  | { how: 'picture'; areas: FragmentArea[] }
  | { how: 'element'; element: string; areas: FragmentArea[] }
);
/** `page`: of a PDF. `marked`: whether the place is known and marked; `more`: pages the passage goes on to that are not drawn. */
export type DrawnCrop = Crop & { page: number | null; marked: boolean };
/** `problem`: why there is none, or what to know of those there are. */
export type CropAnswer = { crops: DrawnCrop[]; more: number; problem: string | null };

/** Decoded, 320 MB of pixels, as for other pictures. */
const MOST_PIXELS = 80_000_000;

export async function answerCrop(task: CropTask): Promise<CropAnswer> {
  switch (task.how) {
    case 'pdf-marks':
      return drawPdfMarks(task, task.pages);
    case 'pdf-area':
      return drawPdfArea(task, task.page, task.areas);
    case 'pdf-words':
      return drawPdfWords(task, task);
    case 'picture':
      return drawPicture(await readFile(task.path), task.areas);
    case 'element':
      return drawPicture(await elementPicture(task.path, task.element), task.areas);
  }
}

async function drawPicture(bytes: Buffer, areas: readonly FragmentArea[]): Promise<CropAnswer> {
  const { width, height } = imageSize(bytes);
  if (width * height > MOST_PIXELS)
    throw new HoldfastError('image-too-large', { megapixels: Math.round((width * height) / 1e6), most: MOST_PIXELS / 1e6 });
  // The decoder puts it upright, as the window does.
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const boxes = areas.map((area): Box => percentBox(area, canvas));
  const crop = await cutOut(canvas, { region: aroundBoxes(boxes, canvas), boxes });
  return { crops: [{ ...crop, page: null, marked: boxes.length > 0 }], more: 0, problem: null };
}

export function percentBox({ x, y, width, height }: FragmentArea, whole: { width: number; height: number }): Box {
  const [across, down] = [whole.width / 100, whole.height / 100];
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}

/** What is marked with enough round it to see where in the picture it is. */
export function aroundBoxes(boxes: readonly Box[], whole: { width: number; height: number }): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: whole.width, height: whole.height };
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.width)), Math.max(...boxes.map((box) => box.y + box.height))];
  const [across, down] = [Math.max(whole.width * 0.15, (right - left) * 0.4), Math.max(whole.height * 0.15, (bottom - top) * 0.4)];
  const [x, y] = [Math.max(0, left - across), Math.max(0, top - down)];
  return { x, y, width: Math.min(whole.width, right + across) - x, height: Math.min(whole.height, bottom + down) - y };
}

/** The bytes of a picture that lies inside a frozen page. Drawings (SVG) are programs and are not run. */
async function elementPicture(path: string, selector: string): Promise<Buffer> {
  const [element] = selectElements(parseHtml(await readFile(path, 'utf8')), selector, 1);
  const source = element === undefined ? null : (getAttribute(element, 'src') ?? getAttribute(element, 'poster'));
  const data = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp)(?:;[^,;]*)*;base64,([A-Za-z0-9+/=\s]+)$/.exec(source ?? '');
  if (data === null) throw new HoldfastError('image-unreadable', { name: selector, problem: 'no picture of pixels lies there' });
  return Buffer.from(data[1] ?? '', 'base64');
}
