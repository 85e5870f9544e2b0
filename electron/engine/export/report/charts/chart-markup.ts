import type { Block } from '../blocks.ts';
import { html, type Html } from '../html.ts';
import { inks, type Shape } from './shapes.ts';

/** An inline drawing with its numbers in words for those who do not see it. */
export function chartMarkup({ caption, width, height, shapes, words }: Extract<Block, { is: 'chart' }>): Html {
  return html`<figure class="chart">
    <figcaption>${caption}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}">${shapes.map(shapeMarkup)}</svg>
  </figure> `;
}

function shapeMarkup(shape: Shape): Html {
  const colour = inks[shape.colour];
  switch (shape.is) {
    case 'line':
      return html`<line
        x1="${at(shape.x1)}"
        y1="${at(shape.y1)}"
        x2="${at(shape.x2)}"
        y2="${at(shape.y2)}"
        stroke="${colour}"
        stroke-width="${shape.width}"
        ${shape.dashed === true ? html` stroke-dasharray="4 3"` : null}
      />`;
    case 'box':
      return html`<rect x="${at(shape.x)}" y="${at(shape.y)}" width="${at(shape.width)}" height="${at(shape.height)}" fill="${colour}" />`;
    case 'dot':
      return html`<circle
        cx="${at(shape.x)}"
        cy="${at(shape.y)}"
        r="${shape.radius}"
        fill="${shape.hollow ? '#ffffff' : colour}"
        stroke="${colour}"
        stroke-width="1.4"
      />`;
    case 'arrow':
      return html`<path
        d="M${at(shape.x)} ${at(shape.y - 4)} l${6 * shape.towards} 4 l${-6 * shape.towards} 4"
        fill="none"
        stroke="${colour}"
        stroke-width="1.4"
      />`;
    case 'text':
      return html`<text x="${at(shape.x)}" y="${at(shape.y)}" font-size="${shape.size}" text-anchor="${shape.at}" fill="${colour}"
        >${shortened(shape)}</text
      >`;
  }
}

/** Hundredths are finer than any screen, and the same on every machine. */
export function at(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/** A label that is too long for its room, by the usual width of letters; all of it stands in the table. */
export function shortened({ text, most, size }: Pick<Extract<Shape, { is: 'text' }>, 'text' | 'most' | 'size'>): string {
  if (most === undefined) return text;
  const room = Math.max(4, Math.floor(most / (size * 0.54)));
  const letters = [...text];
  return letters.length <= room
    ? text
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
}
