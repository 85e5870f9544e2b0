import type { Block } from '../blocks.ts';
import { inks } from '../charts/shapes.ts';
import type { Line, Paragraph } from './bidi-line.ts';
import { COLUMN, heightOf, lineHeight, PAGE, styled, type Paper } from './paper.ts';
import { inStyle, type } from './pdf-style.ts';

type Table = Extract<Block, { is: 'table' }>;
type Cell = { paragraph: Paragraph; x: number; width: number };

const GAP = 8;

/** Rows may go over pages; the head is drawn again on each. */
export function drawTable(paper: Paper, table: Table): void {
  paper.space(4);
  paper.need(74);
  paper.paragraph(paper.set(inStyle(table.caption, type.caption), COLUMN));
  paper.y += 2;
  const total = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => (share / total) * COLUMN - GAP);
  const head = cellsOf(
    paper,
    table.columns.map(({ head: words }) => styled(words, type.head)),
    widths,
  );
  drawHead(paper, head);
  for (const row of table.rows)
    drawRow(
      paper,
      cellsOf(
        paper,
        row.map((cell) => inStyle(cell, type.cell)),
        widths,
      ),
      head,
    );
  paper.space(10);
}

function cellsOf(paper: Paper, cells: readonly ReturnType<typeof styled>[], widths: readonly number[]): Cell[] {
  let x: number = PAGE.side;
  return cells.map((spans, at) => {
    const width = widths[at] ?? 0;
    const cell = { paragraph: paper.set(spans, width), x, width };
    x += width + GAP;
    return cell;
  });
}

function drawHead(paper: Paper, head: readonly Cell[]): void {
  drawLines(
    paper,
    head.map((cell) => ({ ...cell, lines: cell.paragraph.lines })),
  );
  paper.rule(PAGE.side, PAGE.side + COLUMN, paper.y + 1, { colour: inks.strong, width: 0.8 });
  paper.y += 3.5;
}

/** A row that fits a page stays whole; a longer one goes on after it. */
function drawRow(paper: Paper, cells: readonly Cell[], head: readonly Cell[]): void {
  let left = cells.map((cell) => ({ ...cell, lines: cell.paragraph.lines }));
  const height = Math.max(0, ...left.map(({ lines }) => heightOf(lines)));
  const whole = PAGE.height - PAGE.top - PAGE.bottom - 40;
  while (left.some(({ lines }) => lines.length > 0)) {
    if (paper.room < Math.min(height, whole) + 6 && paper.room < whole) startPage(paper, head);
    const fits = left.map((cell) => ({ ...cell, lines: linesWithin(cell.lines, paper.room - 6) }));
    drawLines(paper, fits);
    left = left.map((cell, at) => ({ ...cell, lines: cell.lines.slice(fits[at]!.lines.length) }));
    if (fits.every(({ lines }) => lines.length === 0)) startPage(paper, head);
  }
  paper.rule(PAGE.side, PAGE.side + COLUMN, paper.y + 1.5);
  paper.y += 4;
}

function startPage(paper: Paper, head: readonly Cell[]): void {
  paper.newPage();
  drawHead(paper, head);
}

function drawLines(paper: Paper, cells: readonly (Cell & { lines: readonly Line[] })[]): void {
  for (const { lines, x } of cells) {
    let y = paper.y;
    for (const line of lines) {
      paper.line(line, { x, y });
      y += lineHeight(line);
    }
  }
  paper.y += Math.max(0, ...cells.map(({ lines }) => heightOf(lines)));
}

function linesWithin(lines: readonly Line[], room: number): readonly Line[] {
  let [height, count] = [0, 0];
  while (count < lines.length && height + lineHeight(lines[count]!) <= room) height += lineHeight(lines[count++]!);
  return lines.slice(0, count);
}
