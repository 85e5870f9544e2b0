/** The entry of the PDF thread: reads text and facts, draws the cover, or takes out what lies inside. */
import { createRequire } from 'node:module';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfRun } from '#shared/anchoring/pdf-runs.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Facts } from '#shared/model/primitives.ts';
import { answerTask } from '../worker/answer-task.ts';
import { asPdfError, openPdf, type OpenedPdf } from './open-pdf.ts';
import { listAttachments, takeAttachment, type PdfAttachment, type TakenAttachment } from './pdf-attachments.ts';
import { pdfFacts } from './pdf-facts.ts';
import { findPlaces, type PlacesTask, type PlaceOnPage } from './pdf-places.ts';
import { pageText } from './pdf-text.ts';

export type PdfTask = { path: string; size: number; password?: string } & (
  { act: 'read' | 'cover' | 'attachments' } | { act: 'attachment'; index: number } | Pick<PlacesTask, 'act' | 'places'>
);
export type PdfAnswer = PdfContent | PdfCover | PdfAttachment[] | TakenAttachment | (PlaceOnPage | null)[] | null;
/** `sizes`: how many pages have which size, in points (1/72 inch), in the order they first occur. */
export type PdfContent = {
  pages: string[];
  sizes: { width: number; height: number; pages: number }[];
  unreadable: number[];
  facts: Facts;
  complaints: string[];
};
export type PdfCover = { jpeg: Uint8Array; width: number; height: number };

/** Pixels of the cover's box. */
const COVER = { width: 480, height: 640 };

async function read(pdf: OpenedPdf): Promise<PdfContent> {
  const { document, complaints } = pdf;
  if (document.numPages === 0) throw new HoldfastError('pdf-damaged', { reason: 'no-pages' });
  const content: PdfContent = { pages: [], sizes: [], unreadable: [], facts: {}, complaints };
  for (let number = 1; number <= document.numPages; number++) {
    content.pages.push(await readPage(pdf, number, content));
  }
  if (content.unreadable.length === document.numPages) throw new HoldfastError('pdf-damaged', { reason: 'no-page-readable' });
  content.facts = await pdfFacts(document);
  return content;
}

/** A page that cannot be read is empty and on the list; the others still count. */
async function readPage({ document }: OpenedPdf, number: number, content: PdfContent): Promise<string> {
  let page: PDFPageProxy | null = null;
  try {
    page = await document.getPage(number);
    noteSize(page, content.sizes);
    const { items } = await page.getTextContent();
    return pageText(items as PdfRun[]);
  } catch {
    content.unreadable.push(number);
    return '';
  } finally {
    page?.cleanup();
  }
}

function noteSize(page: PDFPageProxy, sizes: PdfContent['sizes']): void {
  const { width, height } = page.getViewport({ scale: 1 });
  const size = { width: Math.round(width * 100) / 100, height: Math.round(height * 100) / 100 };
  const known = sizes.find((one) => one.width === size.width && one.height === size.height);
  if (known !== undefined) known.pages++;
  else sizes.push({ ...size, pages: 1 });
}

async function cover({ document }: OpenedPdf): Promise<PdfCover> {
  const page = await document.getPage(1);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(COVER.width / natural.width, COVER.height / natural.height) });
  const { createCanvas } = createRequire(import.meta.url)('@napi-rs/canvas') as typeof import('@napi-rs/canvas');
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  await page.render({ canvas: canvas as never, viewport, intent: 'print', background: '#ffffff' }).promise;
  return { jpeg: new Uint8Array(await canvas.encode('jpeg', 82)), width: canvas.width, height: canvas.height };
}

function perform(task: PdfTask, pdf: OpenedPdf): Promise<PdfAnswer> {
  switch (task.act) {
    case 'read':
      return read(pdf);
    case 'cover':
      return cover(pdf);
    case 'attachments':
      return listAttachments(pdf.document);
    case 'attachment':
      return takeAttachment(pdf.document, task.index);
    case 'places':
      return findPlaces(pdf.document, task.places);
  }
}

await answerTask<PdfTask, PdfAnswer>(async (task) => {
  const pdf = await openPdf(task.path, task.size, task.password);
  try {
    return await perform(task, pdf);
  } catch (error) {
    throw asPdfError(error);
  } finally {
    await pdf.close();
  }
});
