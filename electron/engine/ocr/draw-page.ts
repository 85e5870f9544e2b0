import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { imageSize } from 'image-size';
import { HoldfastError } from '#shared/errors.ts';
import { asPdfError, openPdf } from '../pdf/open-pdf.ts';
import { toGrey, type Grey } from './grey.ts';
import type { PageSource } from './page-model.ts';

export const fullDpi = 300;
/** An A3 page at 300 dpi and a bit more. Beyond it Tesseract gets slower and not better. */
export const mostPixels = 20_000_000;
/** Pictures up to this size are read at twice their size: screenshots have letters of 10 pixels, Tesseract wants 20. */
const SMALL_PIXELS = 2_500_000;
/** Tesseract counts pixels in 16 bits. */
const MOST_SIDE = 30_000;
/** A decoded picture takes 4 bytes a pixel; one that would take more than this share of what is free is not begun. */
const MEMORY_SHARE = 0.6;

export type DrawnPage = { grey: Grey; dpi: number | null; scale: number };
/** `draw` answers pages upright: by the page's own rotation, by the picture's EXIF orientation. */
export type PageSupply = { pages: number; draw(page: number): Promise<DrawnPage>; close(): Promise<void> };

type Canvas = typeof import('@napi-rs/canvas');
/** In the thread alone, and only when something is drawn. */
const canvasPackage = () => createRequire(import.meta.url)('@napi-rs/canvas') as Canvas;

/** @throws HoldfastError pdf-password, pdf-damaged, ocr-picture, ocr-picture-large */
export async function openPages(source: PageSource): Promise<PageSupply> {
  return source.kind === 'pdf' ? pdfPages(source) : onePicture(source);
}

async function pdfPages({ path, size }: PageSource): Promise<PageSupply> {
  const pdf = await openPdf(path, size);
  const draw = async (number: number): Promise<DrawnPage> => {
    const page = await pdf.document.getPage(number);
    try {
      const natural = page.getViewport({ scale: 1 });
      const full = fullDpi / 72;
      const scale = Math.min(1, fit(natural.width * full, natural.height * full));
      const viewport = page.getViewport({ scale: full * scale });
      const canvas = canvasPackage().createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
      await page.render({ canvas: canvas as never, viewport, intent: 'print', background: '#ffffff' }).promise;
      return { grey: greyOf(canvas), dpi: Math.round(fullDpi * scale), scale };
    } catch (error) {
      throw asPdfError(error);
    } finally {
      page.cleanup();
    }
  };
  return { pages: pdf.document.numPages, draw, close: () => pdf.close() };
}

async function onePicture({ path }: PageSource): Promise<PageSupply> {
  const bytes = await readFile(path);
  refuseTooLarge(bytes);
  const draw = async (): Promise<DrawnPage> => {
    const { loadImage, createCanvas } = canvasPackage();
    const image = await loadImage(bytes).catch((error: unknown) => {
      throw new HoldfastError('ocr-picture', {}, error);
    });
    const { width, height } = image;
    const scale = width * height <= SMALL_PIXELS ? Math.min(2, fit(width, height)) : Math.min(1, fit(width, height));
    const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { grey: greyOf(canvas), dpi: null, scale };
  };
  return { pages: 1, draw, close: () => Promise.resolve() };
}

/** The size stands in the head of the file, so nothing is decoded to learn that it cannot be. */
function refuseTooLarge(bytes: Buffer): void {
  let pixels: number;
  try {
    const { width, height } = imageSize(bytes);
    pixels = width * height;
  } catch (error) {
    throw new HoldfastError('ocr-picture', {}, error);
  }
  if (pixels * 4 > process.availableMemory() * MEMORY_SHARE)
    throw new HoldfastError('ocr-picture-large', { megapixels: Math.round(pixels / 1e6) });
}

/** The factor that brings a picture within the bounds. */
function fit(width: number, height: number): number {
  return Math.min(Math.sqrt(mostPixels / (width * height)), MOST_SIDE / Math.max(width, height));
}

function greyOf(canvas: import('@napi-rs/canvas').Canvas): Grey {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return toGrey(data, width, height);
}
