/** A4 pages that fill from the top, and what is drawn on them. All sizes in points (1/72 inch). */
import PDFDocument from 'pdfkit';
import { inks } from '../charts/shapes.ts';
import { setParagraph, shown, type Line, type Paragraph, type Piece, type Style, type StyledSpan } from './bidi-line.ts';
import { Fonts, MISSING, scaleOf, type FontHost } from './fonts.ts';

export const PAGE = { width: 595.28, height: 841.89, side: 54, top: 62, bottom: 62 };
export const COLUMN = PAGE.width - 2 * PAGE.side;
const LEADING = 1.42;

export type PaperInfo = { title: string; made: Date };

export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  y = PAGE.top;
  /** Where a chapter's rule was drawn, so that none is drawn again right under it. */
  ruledAt = -1;
  /** Pages so far. */
  pages = 1;

  constructor({ title, made }: PaperInfo) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: 'en',
      displayTitle: true,
      // The file's identifier is made from these, so the same case gives the same bytes.
      info: { Title: title, Creator: 'Holdfast', Producer: 'Holdfast', CreationDate: made, ModDate: made },
    });
    this.fonts = new Fonts(this.pdf as unknown as FontHost);
  }

  get room(): number {
    return PAGE.height - PAGE.bottom - this.y;
  }

  newPage(): void {
    this.pdf.addPage({ size: 'A4', margin: 0 });
    this.pages += 1;
    this.y = PAGE.top;
  }

  /** Begins a new page when less than `height` is left, unless the page is new. */
  need(height: number): void {
    if (this.room < height && this.y > PAGE.top) this.newPage();
  }

  space(height: number): void {
    if (this.y > PAGE.top) this.y += height;
  }

  set(spans: readonly StyledSpan[], width: number, direction: 'auto' | 'ltr' = 'ltr'): Paragraph {
    return setParagraph(spans, { width, direction, fonts: this.fonts });
  }

  /** Draws a paragraph, over as many pages as it takes. */
  paragraph(
    paragraph: Paragraph,
    { x = PAGE.side, width = COLUMN, beside }: { x?: number; width?: number; beside?: (top: number, height: number) => void } = {},
  ): void {
    for (const line of paragraph.lines) {
      const height = lineHeight(line);
      this.need(height);
      beside?.(this.y, height);
      this.line(line, { x: paragraph.rightToLeft ? x + width - line.width : x, y: this.y });
      this.y += height;
    }
  }

  /** Draws one line whose upper edge is at `y`. */
  line(line: Line, at: { x: number; y: number }): void {
    const height = lineHeight(line);
    const base = at.y + height * 0.72;
    let x = at.x;
    for (const piece of line.pieces) {
      if (!piece.space) this.#piece(piece, x, base);
      if (piece.to !== undefined) this.#link(piece, { x, y: at.y, height });
      x += piece.width;
    }
  }

  #piece(piece: Piece, x: number, base: number): void {
    const { size, colour, bold } = piece.style;
    if (piece.font === MISSING) {
      const width = piece.width / Math.max(1, [...piece.text].length);
      [...piece.text].forEach((_, at) =>
        this.pdf
          .lineWidth(0.5)
          .strokeColor(inks.faint)
          .rect(x + at * width + 0.6, base - size * 0.68, Math.max(1, width - 1.2), size * 0.7)
          .stroke(),
      );
      return;
    }
    this.fonts.use(piece.font);
    this.pdf.fontSize(size * scaleOf(piece.font)).fillColor(colour);
    if (bold === true) this.pdf.strokeColor(colour).lineWidth(size * 0.028);
    this.pdf.text(shown(piece), x, base, { lineBreak: false, baseline: 'alphabetic', fill: true, stroke: bold === true });
  }

  #link({ to, width }: Piece, { x, y, height }: { x: number; y: number; height: number }): void {
    if (to === undefined) return;
    if ('anchor' in to) this.pdf.goTo(x, y, width, height, to.anchor);
    else this.pdf.link(x, y, width, height, `../${to.file.replace(/^data\//, '')}`);
  }

  rule(x1: number, x2: number, y: number, { colour = inks.line, width = 0.6 }: { colour?: string; width?: number } = {}): void {
    this.pdf.moveTo(x1, y).lineTo(x2, y).lineWidth(width).strokeColor(colour).stroke();
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.pdf.rect(x, y, width, height).fill(colour);
  }

  /** The finished file. */
  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = [];
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.pdf
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', resolve)
      .on('error', reject);
    this.pdf.end();
    await promise;
    return Buffer.concat(parts);
  }
}

export function lineHeight({ pieces }: Line): number {
  const largest = Math.max(0, ...pieces.map(({ style, font }) => (style.leading ?? style.size) * (1 + (scaleOf(font) - 1) / 2)));
  return (largest === 0 ? 9.5 : largest) * LEADING;
}

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + lineHeight(line), 0);
}

export function styled(text: string, style: Style): StyledSpan[] {
  return [{ text, style, isolated: false, to: undefined }];
}
