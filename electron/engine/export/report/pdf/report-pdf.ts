/** The report as a PDF: made by plain code from bundled fonts, so that the same case gives the same bytes on every machine. */
import { listedHeadings, type Block, type Heading } from '../blocks.ts';
import { inks } from '../charts/shapes.ts';
import { drawBlock, outlineWords, type Drawing } from './draw-block.ts';
import { COLUMN, PAGE, Paper, styled } from './paper.ts';
import { inStyle, type } from './pdf-style.ts';

export type PdfReport = {
  title: string;
  /** Stands in the file as its date: that of the case, not of the day it is written. */
  asOf: string;
  blocks: readonly Block[];
  /** JPEGs by their path in the bag. */
  pictures: ReadonlyMap<string, Uint8Array>;
  signal: AbortSignal;
};

/** AbortError when the signal fires between two blocks. */
export async function reportPdf({ title, asOf, blocks, pictures, signal }: PdfReport): Promise<Buffer> {
  const paper = new Paper({ title: `${title}: report`.toWellFormed(), made: new Date(asOf) });
  const waiting: { heading: Heading; page: number; y: number }[] = [];
  const outline = outliner(paper);
  const drawing: Drawing = {
    paper,
    pictures,
    opened: new Map(),
    placed: new Map(),
    onHeading: outline,
    contents: () => waiting.push(...drawContents(paper, listedHeadings(blocks))),
  };
  for (const [at, block] of blocks.entries()) {
    signal.throwIfAborted();
    drawBlock(drawing, block);
    // Lets others run, and a cancellation be heard.
    if (at % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { heading, page, y } of waiting) {
    paper.pdf.switchToPage(page);
    const number = paper.set(styled(String((drawing.placed.get(heading.anchor) ?? 0) + 1), type.body), 60).lines[0]!;
    paper.line(number, { x: PAGE.side + COLUMN - number.width, y });
  }
  runningWords(paper, { title, asOf });
  return paper.bytes();
}

/** Chapters, and under them incidents, claims and exhibits. */
function outliner(paper: Paper): (heading: Heading) => void {
  let chapter: PDFKit.PDFOutline | null = null;
  return (heading) => {
    if (heading.level === 2) chapter = paper.pdf.outline.addItem(outlineWords(heading));
    else if (heading.level === 3) chapter?.addItem(outlineWords(heading));
  };
}

/** Lines whose page numbers are written when all pages are known. */
function drawContents(paper: Paper, headings: readonly Heading[]): { heading: Heading; page: number; y: number }[] {
  paper.space(10);
  paper.paragraph(paper.set(styled('Contents', type.caption), COLUMN));
  paper.space(4);
  return headings.map((heading) => {
    const inset = (heading.level - 2) * 14;
    const spans = inStyle(heading.words, type.body).map((span) => ({ ...span, to: { anchor: heading.anchor } }));
    const [line] = paper.set(spans, COLUMN - 60 - inset).lines;
    paper.need(16);
    const at = { heading, page: paper.pages - 1, y: paper.y };
    if (line !== undefined) paper.line(line, { x: PAGE.side + inset, y: paper.y });
    paper.y += 15;
    return at;
  });
}

function runningWords(paper: Paper, { title, asOf }: { title: string; asOf: string }): void {
  const [name] = paper.set([{ text: title.slice(0, 90), style: type.running, isolated: true, to: undefined }], 1000).lines;
  for (let page = 0; page < paper.pages; page++) {
    paper.pdf.switchToPage(page);
    const at = (y: number, words: string) => {
      const line = paper.set(styled(words, type.running), 400).lines[0]!;
      paper.line(line, { x: PAGE.side + COLUMN - line.width, y });
    };
    if (page > 0 && name !== undefined) {
      paper.line(name, { x: PAGE.side, y: 32 });
      at(32, 'Case file: report');
      paper.rule(PAGE.side, PAGE.side + COLUMN, 46);
    }
    paper.rule(PAGE.side, PAGE.side + COLUMN, PAGE.height - 46, { colour: inks.line });
    paper.line(paper.set(styled(`As the case stood at ${asOf}`, type.running), 400).lines[0]!, { x: PAGE.side, y: PAGE.height - 42 });
    at(PAGE.height - 42, `${page + 1} of ${paper.pages}`);
  }
}
