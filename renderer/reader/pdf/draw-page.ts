import { setLayerDimensions, TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inReadingOrder, type PdfRun } from '#shared/anchoring/pdf-runs.ts';
import type { PageView } from './page-view.ts';

/** Larger canvases are refused by the graphics process or eat the memory of the machine. */
const MOST_PIXELS = 16_000_000;
/** Longest side Chromium draws a canvas with. */
const LONGEST = 16_384;

/**
 * Draws a page into `holder`, replacing what was there once the new drawing is whole. Resolves with the pixels drawn for
 * each that the screen has there: under 1 the page was too large to be drawn in full. Rejects when aborted. Forms, links
 * and scripts of the page are pictures only.
 */
export async function drawPage(page: PDFPageProxy, view: PageView, holder: HTMLElement, signal: AbortSignal): Promise<number> {
  const viewport = viewportOf(page, view);
  const { width, height } = viewport;
  const screen = window.devicePixelRatio || 1;
  const sharp = Math.min(screen, Math.sqrt(MOST_PIXELS / (width * height)), LONGEST / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * sharp));
  canvas.height = Math.max(1, Math.floor(height * sharp));
  const transform = sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0];
  const task = page.render({ canvas, viewport, ...(transform === undefined ? {} : { transform }) });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
  signal.throwIfAborted();
  dropDrawing(holder);
  holder.replaceChildren(canvas);
  return sharp / screen;
}

/** Gives the memory of a drawing back at once, without waiting for it to be collected. */
export function dropDrawing(holder: HTMLElement): void {
  for (const canvas of holder.querySelectorAll('canvas')) canvas.width = canvas.height = 0;
  holder.replaceChildren();
}

/** A page at a scale and turned, as pdf.js measures it. */
export function viewportOf(page: PDFPageProxy, { scale, rotation }: PageView) {
  return page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 });
}

/**
 * Lays the page's words over its picture, selectable and unseen. The words are the same `getTextContent` gives when
 * the canonical text is fixed, put into the same order by the same rule.
 */
export async function layText(page: PDFPageProxy, view: PageView, signal: AbortSignal): Promise<HTMLDivElement> {
  const container = document.createElement('div');
  container.className = 'pdf-text';
  container.style.setProperty('--total-scale-factor', String(view.scale));
  const content = await page.getTextContent();
  const items = inReadingOrder(content.items as PdfRun[]) as typeof content.items;
  const layer = new TextLayer({ textContentSource: { ...content, items }, container, viewport: viewportOf(page, view) });
  signal.addEventListener('abort', () => layer.cancel(), { once: true });
  await layer.render();
  signal.throwIfAborted();
  for (const span of container.querySelectorAll('span')) span.dir = span.dir === '' ? 'auto' : span.dir;
  return container;
}

/** Sizes and turns words that lie already. */
export function fitText(words: HTMLDivElement, page: PDFPageProxy, view: PageView): void {
  words.style.setProperty('--total-scale-factor', String(view.scale));
  setLayerDimensions(words, viewportOf(page, view));
}
