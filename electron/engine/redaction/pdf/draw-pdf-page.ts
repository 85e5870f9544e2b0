import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { redactedDpi } from './page-size.ts';

/** A sheet larger than A2 is drawn at fewer dots. */
const MOST_PIXELS = 40_000_000;

export type DrawnPage = { canvas: Canvas; viewport: PageViewport; points: { width: number; height: number } };

/** The page upright as a reader sees it, on white; `points` in 1/72 inch. */
export async function drawPdfPage(page: PDFPageProxy): Promise<DrawnPage> {
  const natural = page.getViewport({ scale: 1 });
  const full = redactedDpi / 72;
  const scale = full * Math.min(1, Math.sqrt(MOST_PIXELS / (natural.width * natural.height * full * full)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas: canvas as never, viewport, intent: 'print', background: '#ffffff' }).promise;
  return { canvas, viewport, points: { width: natural.width, height: natural.height } };
}
