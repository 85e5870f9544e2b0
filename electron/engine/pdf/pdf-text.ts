import { inReadingOrder, type PdfRun } from '#shared/anchoring/pdf-runs.ts';
import type { TextMap } from '#shared/model/items.ts';

/** Rule of the canonical text, as recorded with it. A change of the rule is a new number: passages stand on the old one. */
export const pdfTextRule = 'pages-1';

/**
 * The text of one page: its runs in the order in which they are read (shared/anchoring/pdf-runs.ts), each followed by a line feed
 * where pdf.js ends a line. White space at line ends is dropped, more than one blank line becomes one. Characters are
 * those of `getTextContent()` with normalization on (ligatures as their letters), Arabic shapes as letters.
 */
export function pageText(runs: readonly PdfRun[]): string {
  const raw = inReadingOrder(runs)
    .map(({ str = '', hasEOL = false }) => (hasEOL ? `${str}\n` : str))
    .join('');
  return raw
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Pages joined by a blank line; the map gives each page its stretch, empty pages an empty one. Pages count from 1. */
export function joinPages(pages: readonly string[]): { text: string; map: Extract<TextMap, { kind: 'pages' }> } {
  const map: Extract<TextMap, { kind: 'pages' }> = { kind: 'pages', pages: [] };
  let at = 0;
  pages.forEach((page, index) => {
    map.pages.push({ start: at, end: at + page.length, page: index + 1 });
    at += page.length + 2;
  });
  return { text: pages.join('\n\n'), map };
}
