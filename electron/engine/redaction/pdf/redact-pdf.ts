/** A PDF of nothing but pictures of the pages, with boxes painted into them. Runs in the redaction thread. */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HoldfastError } from '#shared/errors.ts';
import { openPdf } from '../../pdf/open-pdf.ts';
import { toPixels, within } from '../area-box.ts';
import { paintBoxes } from '../paint-boxes.ts';
import type { CoveredWords, PageArea, PageWordsToHide, PdfTask, PixelBox, RedactedPdf } from '../redact-task.ts';
import { drawPdfPage, type DrawnPage } from './draw-pdf-page.ts';
import { growOverInk } from './grow-over-ink.ts';
import { PageLayout, type PageWord } from './page-layout.ts';

const QUALITY = 88;
/** A PDF wants a date; the copy's true one stands in the journal, and this one makes the same pages the same bytes. */
const NO_DATE = new Date(0);
/** A word of which an area covers less than these shares of its height and, in heights, of its width is readable still. */
const COVERED = { height: 0.25, width: 0.05 };

/**
 * Draws every page, blackens the areas and words of it, and writes the pictures as a new PDF to `output`. Nothing of the
 * original's objects goes in: no text, fonts, links, notes, forms, layers, attachments or metadata.
 * @throws HoldfastError pdf-password, pdf-password-wrong, pdf-damaged; redaction-failed when a page cannot be drawn, is
 *   not there, or does not hold the words
 */
export async function redactPdf(task: PdfTask, onPage: (share: number) => void): Promise<RedactedPdf> {
  const pdf = await openPdf(task.path, task.size, task.password);
  const output = createWriteStream(task.output, { flags: 'wx', mode: 0o600 });
  const written = finished(output);
  written.catch(() => {}); // Awaited below; a failure before that is told by what failed.
  try {
    const pages = pdf.document.numPages;
    requirePages(task, pages);
    const copy = emptyPdf();
    copy.pipe(output);
    const made: RedactedPdf = { pages, painted: [], covered: [] };
    for (let number = 1; number <= pages; number++) {
      const page = await pdf.document.getPage(number);
      await addPage(copy, page, task, made);
      page.cleanup();
      onPage(number / pages);
    }
    copy.end();
    await written;
    return made;
  } finally {
    output.destroy();
    await pdf.close();
  }
}

function emptyPdf(): PDFKit.PDFDocument {
  const info = { Producer: 'Holdfast', Creator: 'Holdfast', CreationDate: NO_DATE };
  // Uncompressed, so that the check reads all of it; pictures are compressed by themselves. `font: null` keeps a font, which the copy has no use for, from being added; the types do not know it.
  return new PDFDocument({ autoFirstPage: false, margin: 0, compress: false, info, font: null as unknown as string });
}

function requirePages({ areas, words }: PdfTask, pages: number): void {
  const beyond = [...areas, ...words].find(({ page }) => page > pages);
  if (beyond !== undefined)
    throw new HoldfastError('redaction-failed', { problem: `there is no page ${beyond.page}; the last is ${pages}` });
}

async function addPage(copy: PDFKit.PDFDocument, page: PDFPageProxy, task: PdfTask, made: RedactedPdf): Promise<void> {
  const number = page.pageNumber;
  const drawn = await drawPdfPage(page).catch((error: unknown) => {
    throw new HoldfastError('redaction-failed', { problem: `page ${number} cannot be drawn` }, error);
  });
  const areas = task.areas.filter((area) => area.page === number);
  const words = task.words.filter((one) => one.page === number);
  if (areas.length + words.length > 0) {
    const layout = await PageLayout.of(page, drawn.viewport);
    const boxes = [...areas.map(({ area }) => toPixels(area, drawn.canvas)), ...boxesOfWords(drawn, layout, words)];
    made.covered.push(...coveredWords(drawn, layout, areas, number));
    paintBoxes(drawn.canvas, boxes);
    made.painted.push({ page: number, boxes });
  }
  const { width, height } = drawn.points;
  copy.addPage({ size: [width, height], margin: 0 });
  copy.image(await drawn.canvas.encode('jpeg', QUALITY), 0, 0, { width, height });
}

function boxesOfWords({ canvas }: DrawnPage, layout: PageLayout, words: readonly PageWordsToHide[]): PixelBox[] {
  if (words.length === 0) return [];
  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return words.flatMap(({ page, start, end, words: expected }) => {
    const boxes = layout.nonSpace.slice(start, end) === expected ? layout.boxesOf({ start, end }) : [];
    if (boxes.length === 0)
      throw new HoldfastError('redaction-failed', { problem: `the words on page ${page} cannot be found on its picture` });
    return boxes.map((box) => within(growOverInk(box, pixels), canvas));
  });
}

function coveredWords({ canvas }: DrawnPage, layout: PageLayout, areas: readonly PageArea[], page: number): CoveredWords[] {
  if (areas.length === 0) return [];
  const words = layout.words();
  return areas.flatMap(({ area, region }) => {
    const box = toPixels(area, canvas);
    return words.filter((word) => isCovered(word, box)).map(({ start, end, words: text }) => ({ page, start, end, words: text, region }));
  });
}

function isCovered({ boxes }: PageWord, area: PixelBox): boolean {
  return boxes.some((box) => {
    const wide = Math.min(box.right, area.right) - Math.max(box.left, area.left);
    const high = Math.min(box.bottom, area.bottom) - Math.max(box.top, area.top);
    const [along, across] = box.along === 'x' ? [wide, high] : [high, wide];
    const height = box.along === 'x' ? box.bottom - box.top : box.right - box.left;
    return along > 0 && across > 0 && across >= height * COVERED.height && along >= height * COVERED.width;
  });
}
