import type { Block } from '../blocks.ts';
import { shortened } from '../charts/chart-markup.ts';
import { inks, type Shape } from '../charts/shapes.ts';
import { COLUMN, PAGE, styled, type Paper } from './paper.ts';
import { inStyle, type } from './pdf-style.ts';

/** The same shapes as in the page, as wide as the column. */
export function drawChart(paper: Paper, { caption, width, height, shapes }: Extract<Block, { is: 'chart' }>): void {
  const scale = COLUMN / width;
  paper.need(Math.min(height * scale + 34, PAGE.height - PAGE.top - PAGE.bottom));
  paper.paragraph(paper.set(inStyle(caption, type.caption), COLUMN));
  paper.y += 4;
  for (const shape of shapes) drawShape(paper, shape, scale);
  paper.y += height * scale;
  paper.space(8);
}

function drawShape(paper: Paper, shape: Shape, scale: number): void {
  const { pdf } = paper;
  const x = (value: number) => PAGE.side + value * scale;
  const y = (value: number) => paper.y + value * scale;
  const colour = inks[shape.colour];
  switch (shape.is) {
    case 'line':
      pdf
        .moveTo(x(shape.x1), y(shape.y1))
        .lineTo(x(shape.x2), y(shape.y2))
        .lineWidth(shape.width * scale)
        .strokeColor(colour);
      if (shape.dashed === true)
        pdf
          .dash(4 * scale, { space: 3 * scale })
          .stroke()
          .undash();
      else pdf.stroke();
      return;
    case 'box':
      return paper.box(x(shape.x), y(shape.y), shape.width * scale, shape.height * scale, colour);
    case 'dot':
      pdf
        .circle(x(shape.x), y(shape.y), shape.radius * scale)
        .lineWidth(1.4 * scale)
        .fillAndStroke(shape.hollow ? '#ffffff' : colour, colour);
      return;
    case 'arrow': {
      const reach = 6 * shape.towards;
      pdf
        .moveTo(x(shape.x), y(shape.y - 4))
        .lineTo(x(shape.x + reach), y(shape.y))
        .lineTo(x(shape.x), y(shape.y + 4));
      pdf
        .lineWidth(1.4 * scale)
        .strokeColor(colour)
        .stroke();
      return;
    }
    case 'text':
      return drawText(paper, shape, { x: x(shape.x), y: y(shape.y), scale });
  }
}

function drawText(paper: Paper, shape: Extract<Shape, { is: 'text' }>, { x, y, scale }: { x: number; y: number; scale: number }): void {
  const size = shape.size * scale;
  const line = paper.set(styled(shortened(shape), { family: 'ui', size, colour: inks[shape.colour] }), 1000, 'auto').lines[0];
  if (line === undefined) return;
  const left = shape.at === 'start' ? x : shape.at === 'middle' ? x - line.width / 2 : x - line.width;
  paper.line(line, { x: left, y: y - size * 1.02 });
}
