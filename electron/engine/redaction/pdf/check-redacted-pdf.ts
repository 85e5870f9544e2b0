import { readFile } from 'node:fs/promises';
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HoldfastError } from '#shared/errors.ts';
import { openPdf } from '../../pdf/open-pdf.ts';
import { requireBarePdf } from './bare-pdf.ts';
import { requireBlack } from '../paint-boxes.ts';
import type { CheckPdfTask, PixelBox } from '../redact-task.ts';
import { drawPdfPage } from './draw-pdf-page.ts';

/** What the copy may say of itself: that it is a PDF by this program. */
const ownInfo = new Set(['PDFFormatVersion', 'Language', 'EncryptFilterName', 'IsLinearized', 'IsAcroFormPresent', 'IsXFAPresent', 'IsCollectionPresent', 'IsSignaturesPresent', 'Creator', 'Producer', 'CreationDate']); // prettier-ignore
/** Of each page: one picture, placed. Anything else (text, paths, patterns) is not ours. */
const allowed = new Set([OPS.save, OPS.restore, OPS.transform, OPS.dependency, OPS.paintImageXObject]);
/** JPEG works in squares of 16 pixels where colours are halved; at this quality it strays by less inside them. */
const JPEG = { inset: 2, darkest: 40 };

/**
 * Reads the copy's bytes, then as a stranger would: pages, text, notes, attachments, metadata, and on pages with boxes what
 * is drawn and the pixels of every box. @throws HoldfastError redaction-failed
 */
export async function checkRedactedPdf({ path, size, pages, painted }: CheckPdfTask): Promise<null> {
  if (requireBarePdf(await readFile(path)) !== pages) throw failed('the copy does not have one picture a page');
  const pdf = await openPdf(path, size);
  try {
    const { document } = pdf;
    if (document.numPages !== pages) throw failed('the copy does not have as many pages');
    await requireNothingBeside(document);
    for (let number = 1; number <= pages; number++)
      await requirePicture(document, number, painted.find(({ page }) => page === number)?.boxes ?? []);
    return null;
  } finally {
    await pdf.close();
  }
}

async function requireNothingBeside(document: PDFDocumentProxy): Promise<void> {
  const { info, metadata } = (await document.getMetadata()) as { info: Record<string, unknown>; metadata: unknown };
  if (metadata !== null || Object.keys(info).some((key) => !ownInfo.has(key) && info[key] !== null))
    throw failed('the copy has metadata of the original');
  if (info['IsAcroFormPresent'] === true || info['IsXFAPresent'] === true) throw failed('the copy has form fields');
  if ((await document.getAttachments()) !== null) throw failed('the copy has attachments');
  const outline: unknown = await document.getOutline();
  if (outline !== null) throw failed('the copy has an outline');
}

async function requirePicture(document: PDFDocumentProxy, number: number, boxes: readonly PixelBox[]): Promise<void> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  if (items.length > 0) throw failed(`page ${number} of the copy has text`);
  if ((await page.getAnnotations()).length > 0) throw failed(`page ${number} of the copy has notes or links`);
  if (boxes.length > 0) await requireBoxes(page, boxes);
  page.cleanup();
}

async function requireBoxes(page: PDFPageProxy, boxes: readonly PixelBox[]): Promise<void> {
  const { fnArray } = await page.getOperatorList({ intent: 'print' });
  const pictures = fnArray.filter((operator) => operator === OPS.paintImageXObject).length;
  if (pictures !== 1 || fnArray.some((operator) => !allowed.has(operator)))
    throw failed(`page ${page.pageNumber} of the copy is not one picture`);
  requireBlack((await drawPdfPage(page)).canvas, boxes, JPEG);
}

function failed(problem: string): HoldfastError {
  return new HoldfastError('redaction-failed', { problem });
}
