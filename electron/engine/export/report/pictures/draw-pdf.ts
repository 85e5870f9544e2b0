/** Pictures of pages of a PDF, with what is marked on them. Runs in the crop thread. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FragmentArea } from '#shared/anchoring/parse-fragment.ts';
import { pageQuads, type CropBox, type LaidRun, type Point } from '#shared/anchoring/pdf-quads.ts';
import { isSpace } from '#shared/anchoring/non-space-map.ts';
import { inReadingOrder } from '#shared/anchoring/pdf-runs.ts';
import { asPdfError, openPdf } from '../../../pdf/open-pdf.ts';
import { cutOut, MOST_SIDE, type Box } from './cut-out.ts';
import type { CropAnswer, DrawnCrop } from './draw-crops.ts';
import { aroundBoxes, percentBox } from './draw-crops.ts';
import { findAlike, findPlace } from './find-place.ts';
import type { MarkedPage } from './picture-plan.ts';

type PdfFile = { path: string; size: number };
/** Pages of one passage that are shown; a longer one says how many more there are. */
const MOST_PAGES = 3;
/** Points above and below the marked lines, and the least height shown. */
const ROUND = 64;
const LEAST = 170;
/** Longest side of a drawn page in pixels, whatever size the page claims. */
const MOST_PAGE = 4000;

export async function drawPdfMarks(file: PdfFile, pages: readonly MarkedPage[]): Promise<CropAnswer> {
  return withPdf(file, async (document) => {
    const crops: DrawnCrop[] = [];
    for (const marked of pages.slice(0, MOST_PAGES)) crops.push(await drawMarked(document, marked));
    return { crops, more: Math.max(0, pages.length - MOST_PAGES), problem: null };
  });
}

export async function drawPdfArea(file: PdfFile, number: number, areas: readonly FragmentArea[]): Promise<CropAnswer> {
  return withPdf(file, async (document) => {
    const { canvas } = await drawPage(await document.getPage(number));
    const boxes = areas.map((area) => percentBox(area, canvas));
    const crop = await cutOut(canvas, { region: aroundBoxes(boxes, canvas), boxes });
    return { crops: [{ ...crop, page: number, marked: true }], more: 0, problem: null };
  });
}

type Sought = { quote: string; before: string; after: string };

/** The words wherever they stand in the print of a page; the place is told by what stands round them when they occur twice. */
export async function drawPdfWords(file: PdfFile, sought: Sought): Promise<CropAnswer> {
  return withPdf(file, async (document) => {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await lettersOf(await document.getPage(number)));
    const place = findPlace(pages, { quote: letters(sought.quote), before: letters(sought.before), after: letters(sought.after) });
    const alike = place === null ? findAlike(pages, letters(sought.quote)) : null;
    const parts = place ?? alike;
    if (parts === null) return { crops: [], more: 0, problem: 'the words were not found in the print of the page' };
    const crops: DrawnCrop[] = [];
    for (const { page, start, end } of parts.slice(0, MOST_PAGES)) {
      const polygons = await quadsOn(await document.getPage(page), { start, end });
      crops.push(await drawMarked(document, { page, polygons }));
    }
    const problem =
      alike === null ? null : 'The print does not tell every letter of these words; what is marked is the one place much like them.';
    return { crops, more: Math.max(0, parts.length - MOST_PAGES), problem };
  });
}

async function withPdf(file: PdfFile, work: (document: PDFDocumentProxy) => Promise<CropAnswer>): Promise<CropAnswer> {
  const pdf = await openPdf(file.path, file.size);
  try {
    return await work(pdf.document);
  } catch (error) {
    throw asPdfError(error);
  } finally {
    await pdf.close();
  }
}

async function drawMarked(document: PDFDocumentProxy, { page: number, polygons }: MarkedPage): Promise<DrawnCrop> {
  const page = await document.getPage(number);
  const { canvas, viewport } = await drawPage(page);
  const box = page.view as unknown as CropBox;
  const shapes = polygons.map((points) =>
    points.map(([x, y]) => viewport.convertToViewportPoint(box[0] + x, box[3] - y) as unknown as Point),
  );
  const crop = await cutOut(canvas, { region: strip(shapes, canvas, viewport.scale), polygons: shapes });
  return { ...crop, page: number, marked: shapes.length > 0 };
}

/** The page's whole width, and as much above and below the marked lines as shows where they stand. */
function strip(shapes: readonly (readonly Point[])[], { width, height }: Canvas, scale: number): Box {
  const tops = shapes.flat().map(([, y]) => y);
  if (tops.length === 0) return { x: 0, y: 0, width, height };
  const [first, last] = [Math.min(...tops), Math.max(...tops)];
  const round = Math.max(ROUND * scale, (LEAST * scale - (last - first)) / 2);
  const top = Math.max(0, first - round);
  return { x: 0, y: top, width, height: Math.min(height, last + round) - top };
}

async function drawPage(page: PDFPageProxy): Promise<{ canvas: Canvas; viewport: PageViewport }> {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(MOST_SIDE / natural.width, MOST_PAGE / natural.height);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  await page.render({ canvas: canvas as never, viewport, intent: 'print', background: '#ffffff' }).promise;
  page.cleanup();
  return { canvas, viewport };
}

async function lettersOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return inReadingOrder(items as LaidRun[])
    .map(({ str = '' }) => letters(str))
    .join('');
}

async function quadsOn(page: PDFPageProxy, range: { start: number; end: number }): Promise<Point[][]> {
  const { items, styles } = await page.getTextContent();
  return pageQuads({ runs: items as LaidRun[], styles, cropBox: page.view as unknown as CropBox }, range) as unknown as Point[][];
}

/** Without white space, which is where a page and its print differ. */
function letters(text: string): string {
  return text
    .split('')
    .filter((unit) => !isSpace(unit.charCodeAt(0)))
    .join('');
}
