/** Where words lie on the pages of an opened PDF. Runs in the PDF thread. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isSpace } from '#shared/anchoring/non-space-map.ts';
import { pageQuads, type CropBox, type LaidRun, type Quad } from '#shared/anchoring/pdf-quads.ts';
import { inReadingOrder } from '#shared/anchoring/pdf-runs.ts';

/**
 * A page, and which of its words: from the `start`-th to before the `end`-th character that is not white space, which
 * must be `words`. Without words only the page is measured.
 */
export type PageWords = { page: number; start: number; end: number; words: string };
export type PlacesTask = { act: 'places'; path: string; size: number; places: readonly PageWords[] };
/** `width` and `height` of the crop box in points as it lies in the file, `rotate` clockwise in degrees as it is shown. */
export type PlaceOnPage = { width: number; height: number; rotate: number; quads: Quad[] };

/** Each in the order asked; null where the page cannot be read or does not hold those words there. */
export async function findPlaces(document: PDFDocumentProxy, places: readonly PageWords[]): Promise<(PlaceOnPage | null)[]> {
  const found: (PlaceOnPage | null)[] = [];
  for (const place of places) found.push(await findPlace(document, place).catch(() => null));
  return found;
}

async function findPlace(document: PDFDocumentProxy, { page: number, start, end, words }: PageWords): Promise<PlaceOnPage | null> {
  const page = await document.getPage(number);
  try {
    const cropBox = page.view as unknown as CropBox;
    const size = { width: cropBox[2] - cropBox[0], height: cropBox[3] - cropBox[1], rotate: page.rotate };
    if (words === '') return { ...size, quads: [] };
    const { items, styles } = await page.getTextContent();
    const runs = items as LaidRun[];
    if (nonSpaceOf(runs).slice(start, end) !== words) return null;
    return { ...size, quads: pageQuads({ runs, styles: styles, cropBox }, { start, end }) };
  } finally {
    page.cleanup();
  }
}

function nonSpaceOf(runs: readonly LaidRun[]): string {
  const text = inReadingOrder(runs)
    .map(({ str = '' }) => str)
    .join('');
  return [...text].filter((character) => !isSpace(character.charCodeAt(0))).join('');
}
