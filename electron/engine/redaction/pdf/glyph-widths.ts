import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Widths of characters in thousandths of the size of their font, by pdf.js's name of the font. */
export type GlyphWidths = ReadonlyMap<string, ReadonlyMap<string, number>>;

type Glyph = { unicode?: string; width?: number } | number | null;

/**
 * How wide each character is that a page shows. Runs of text tell only their whole width; where a word lies in a run
 * follows from these. A ligature's width is shared by its letters.
 */
export async function glyphWidths(page: PDFPageProxy): Promise<GlyphWidths> {
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'print' });
  const fonts = new Map<string, Map<string, number>>();
  let font = '';
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    if (operator === OPS.setFont) font = String(args?.[0]);
    if (operator !== OPS.showText || !Array.isArray(args?.[0])) continue;
    const widths = fonts.get(font) ?? new Map<string, number>();
    fonts.set(font, widths);
    for (const glyph of args[0] as Glyph[]) if (glyph !== null && typeof glyph === 'object') note(widths, glyph);
  }
  return fonts;
}

function note(widths: Map<string, number>, { unicode = '', width }: { unicode?: string; width?: number }): void {
  if (typeof width !== 'number' || !Number.isFinite(width)) return;
  const characters = [...unicode.normalize('NFKC')];
  for (const character of characters) widths.set(character, Math.max(widths.get(character) ?? 0, width / characters.length));
}
