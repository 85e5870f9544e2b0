import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inReadingOrder, type PdfRun } from '#shared/anchoring/pdf-runs.ts';

/** Larger canvases are refused by the graphics process or eat the memory of the machine. */
const MOST_PIXELS = 16_000_000;

/**
 * Draws a page at `scale` (CSS pixels a point) into `holder`, replacing what was there once the new drawing is whole.
 * Rejects when aborted. Forms, links and scripts of the page are pictures only.
 */
export async function drawPage(page: PDFPageProxy, scale: number, holder: HTMLElement, signal: AbortSignal): Promise<void> {
  const viewport = page.getViewport({ scale });
  const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width * sharp));
  canvas.height = Math.max(1, Math.floor(viewport.height * sharp));
  const transform = sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0];
  const task = page.render({ canvas, viewport, ...(transform === undefined ? {} : { transform }) });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
  signal.throwIfAborted();
  holder.replaceChildren(canvas);
}

/**
 * Lays the page's words over its picture, selectable and unseen. The words are the same `getTextContent` gives when
 * the canonical text is fixed, put into the same order by the same rule.
 */
export async function layText(page: PDFPageProxy, scale: number, signal: AbortSignal): Promise<HTMLElement> {
  const container = document.createElement('div');
  container.className = 'pdf-text';
  container.style.setProperty('--total-scale-factor', String(scale));
  const content = await page.getTextContent();
  const items = inReadingOrder(content.items as PdfRun[]) as typeof content.items;
  const layer = new TextLayer({
    textContentSource: { ...content, items },
    container,
    viewport: page.getViewport({ scale }),
  });
  signal.addEventListener('abort', () => layer.cancel(), { once: true });
  await layer.render();
  signal.throwIfAborted();
  for (const span of container.querySelectorAll('span')) span.dir = span.dir === '' ? 'auto' : span.dir;
  return container;
}
