/** Each kind of block on paper. */
import type { Block, Heading } from '../blocks.ts';
import { plainWords } from '../blocks.ts';
import { inks } from '../charts/shapes.ts';
import { drawChart } from './draw-chart.ts';
import { drawTable } from './draw-table.ts';
import { COLUMN, heightOf, PAGE, styled, type Paper } from './paper.ts';
import { inStyle, type } from './pdf-style.ts';

/** Pictures by their path in the bag, and what the drawing tells whoever finishes the document. */
export type Drawing = {
  paper: Paper;
  pictures: ReadonlyMap<string, Uint8Array>;
  /** Those drawn before, so that one shown under several claims is in the file once. */
  opened: Map<string, unknown>;
  /** Anchors in order, with the page (from 0) they came to lie on. */
  placed: Map<string, number>;
  onHeading(heading: Heading): void;
  contents(): void;
};

type ImageHost = { openImage(bytes: Buffer): unknown };

export function drawBlock(drawing: Drawing, block: Block): void {
  const { paper } = drawing;
  switch (block.is) {
    case 'title':
      paper.paragraph(paper.set(inStyle(block.words, type.title), COLUMN, 'auto'));
      return paper.space(14);
    case 'heading':
      return drawHeading(drawing, block);
    case 'text':
      paper.paragraph(paper.set(inStyle(block.words, block.quiet === true ? type.quiet : type.body), COLUMN));
      return paper.space(6);
    case 'points':
      return drawPoints(paper, block);
    case 'facts':
      return drawFacts(paper, block);
    case 'table':
      return drawTable(paper, block);
    case 'quote':
      return drawQuote(paper, block);
    case 'picture':
      return drawPicture(drawing, block);
    case 'chart':
      return drawChart(paper, block);
    case 'chain':
      return drawChain(paper, block);
    case 'contents':
      return drawing.contents();
    case 'group':
      return drawGroup(drawing, block);
  }
}

function drawGroup(drawing: Drawing, { kind, blocks }: Extract<Block, { is: 'group' }>): void {
  const { paper } = drawing;
  if (kind === 'claim' || kind === 'exhibit' || kind === 'incident') {
    const isFirst = paper.y === paper.ruledAt;
    paper.space(isFirst ? 0 : 14);
    paper.need(kind === 'claim' ? 150 : 110);
    if (paper.y > PAGE.top && !isFirst) paper.rule(PAGE.side, PAGE.side + COLUMN, paper.y);
    paper.space(isFirst ? 0 : 8);
  } else if (kind === 'evidence') {
    paper.space(6);
    paper.need(roomFor(blocks));
  }
  for (const block of blocks) drawBlock(drawing, block);
}

/** An exhibit's words, their picture and their proof are best seen together; half a page is given for that, no more. */
function roomFor(blocks: readonly Block[]): number {
  const picture = blocks.find((block) => block.is === 'picture');
  return picture === undefined ? 170 : 110 + pictureSize(picture).height;
}

/** A chapter begins a page unless much of one is left; other headings keep some of what follows with them. */
function drawHeading(drawing: Drawing, heading: Heading): void {
  const { paper } = drawing;
  const { level, anchor, words } = heading;
  const style = level === 2 ? type.h2 : level === 3 ? type.h3 : type.h4;
  const paragraph = paper.set(inStyle(words, style), COLUMN);
  if (level === 2) {
    paper.space(26);
    paper.need(CHAPTER);
  } else paper.need(heightOf(paragraph.lines) + (level === 3 ? 70 : 90));
  paper.pdf.addNamedDestination(anchor, 'XYZ', 0, Math.max(0, paper.y - 12), null as unknown as number);
  drawing.placed.set(anchor, paper.pages - 1);
  drawing.onHeading(heading);
  paper.paragraph(paragraph);
  if (level === 2) paper.rule(PAGE.side, PAGE.side + COLUMN, paper.y + 3, { colour: inks.accent, width: 1.2 });
  paper.y += level === 2 ? 14 : level === 3 ? 5 : 3;
  if (level === 2) paper.ruledAt = paper.y;
}

function drawPoints(paper: Paper, { points }: Extract<Block, { is: 'points' }>): void {
  for (const point of points) {
    const paragraph = paper.set(inStyle(point, type.body), COLUMN - 14);
    paper.need(26);
    paper.line(paper.set(styled('–', type.quiet), 14).lines[0]!, { x: PAGE.side, y: paper.y });
    paper.paragraph(paragraph, { x: PAGE.side + 14, width: COLUMN - 14 });
    paper.space(4);
  }
  paper.space(4);
}

const LABEL = 92;
/** Least room under which a chapter begins on a new page. */
const CHAPTER = 380;

function drawFacts(paper: Paper, { rows }: Extract<Block, { is: 'facts' }>): void {
  const set = rows.map(
    ([name, value]) => [paper.set(styled(name, type.label), LABEL), paper.set(inStyle(value, type.fact), COLUMN - LABEL)] as const,
  );
  paper.need(
    Math.min(
      220,
      set.reduce((sum, [, value]) => sum + heightOf(value.lines) + 1.5, 0),
    ),
  );
  for (const [name, value] of set) {
    paper.need(14);
    paper.line(name.lines[0]!, { x: PAGE.side, y: paper.y });
    paper.paragraph(value, { x: PAGE.side + LABEL, width: COLUMN - LABEL });
    paper.space(1.5);
  }
  paper.space(7);
}

/** The words themselves stand out from what stands round them; in their own direction. */
function drawQuote(paper: Paper, { text, before, after }: Extract<Block, { is: 'quote' }>): void {
  const [lead, tail] = [before.trim() === '' ? '' : `…${before}`, after.trim() === '' ? '' : `${after}…`];
  const isBetween = lead !== '' || tail !== '';
  const spans = [
    ...styled(lead, type.around),
    ...styled(text, isBetween ? { ...type.quote, bold: true } : type.quote),
    ...styled(tail, type.around),
  ];
  const [inset, width] = [14, COLUMN - 28];
  const paragraph = paper.set(spans, width, 'auto');
  paper.space(3);
  paper.need(44);
  const bar = paragraph.rightToLeft ? PAGE.side + COLUMN - 2.4 : PAGE.side;
  const beside = (top: number, height: number) => {
    paper.box(PAGE.side, top - 0.3, COLUMN, height + 0.6, inks.sunken);
    paper.box(bar, top - 0.3, 2.4, height + 0.6, inks.accent);
  };
  beside(paper.y, 6);
  paper.y += 6;
  paper.paragraph(paragraph, { x: PAGE.side + inset, width, beside });
  beside(paper.y, 6);
  paper.y += 6;
  paper.space(7);
  const missing = paper.fonts.missing(before + text + after, 'read');
  if (missing > 0)
    paper.paragraph(
      paper.set(
        styled(
          `${missing} letters of these words are in scripts whose fonts are not part of this program; they are drawn as boxes here. report.html and the text file have them.`,
          type.quiet,
        ),
        COLUMN,
      ),
    );
}

const MOST_HEIGHT = 330;

function pictureSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(COLUMN / width, MOST_HEIGHT / height, 1);
  return { width: width * scale, height: height * scale };
}

function drawPicture({ paper, pictures, opened }: Drawing, { file, width, height, caption }: Extract<Block, { is: 'picture' }>): void {
  const bytes = pictures.get(file);
  if (bytes === undefined) return;
  const { width: across, height: down } = pictureSize({ width, height });
  paper.need(down + 34);
  const image = opened.get(file) ?? (paper.pdf as unknown as ImageHost).openImage(Buffer.from(bytes));
  opened.set(file, image);
  paper.pdf.image(image as PDFKit.Mixins.ImageSrc, PAGE.side, paper.y, { width: across, height: down });
  paper.pdf.rect(PAGE.side, paper.y, across, down).lineWidth(0.5).strokeColor(inks.strong).stroke();
  paper.y += down + 4;
  paper.paragraph(paper.set(inStyle(caption, type.quiet), COLUMN));
  paper.space(8);
}

/** Boxes with arrows between them, from the mouth to the exhibit. */
function drawChain(paper: Paper, { steps }: Extract<Block, { is: 'chain' }>): void {
  let x: number = PAGE.side;
  for (const [at, step] of steps.entries()) {
    const paragraph = paper.set(inStyle(step, type.quiet), COLUMN - 40);
    const width = Math.max(0, ...paragraph.lines.map((line) => line.width)) + 12;
    const height = heightOf(paragraph.lines) + 4;
    if (x > PAGE.side && x + width + 18 > PAGE.side + COLUMN) {
      x = PAGE.side;
      paper.y += 20;
    }
    paper.need(height + 4);
    if (at > 0) {
      drawArrow(paper, x);
      x += 16;
    }
    paper.pdf.roundedRect(x, paper.y, width, height, 3).lineWidth(0.6).fillAndStroke(inks.sunken, inks.line);
    let y = paper.y + 2;
    for (const line of paragraph.lines) {
      paper.line(line, { x: x + 6, y });
      y += heightOf([line]);
    }
    if (paragraph.lines.length > 1) paper.y += height - 16;
    x += width + 4;
  }
  paper.y += 24;
}

function drawArrow(paper: Paper, x: number): void {
  const y = paper.y + 8;
  paper.pdf
    .moveTo(x + 1, y)
    .lineTo(x + 11, y)
    .moveTo(x + 8, y - 2.5)
    .lineTo(x + 11, y)
    .lineTo(x + 8, y + 2.5);
  paper.pdf.lineWidth(0.8).strokeColor(inks.soft).stroke();
}

/** What a reader of the outline sees. */
export function outlineWords(heading: Heading): string {
  return plainWords(heading.words).toWellFormed().slice(0, 120);
}
