/** Blocks as one HTML page that stands alone: no script, no network, pictures beside it. */
import { listedHeadings, spansOf, type Block, type Span, type Words } from './blocks.ts';
import { chartMarkup } from './charts/chart-markup.ts';
import { arabicFace } from './html-font.ts';
import { fromReport, Html, html } from './html.ts';
import { reportStyle } from './report-style.ts';

/** Nothing may be fetched or run. `file:` and `'self'` are the pictures beside the page, wherever it was opened from. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; font-src data:; base-uri 'none'; form-action 'none'";

export function reportHtml(title: string, blocks: readonly Block[]): string {
  const body = html`${blocks.map((block) => blockMarkup(block, blocks))}`.markup;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}: report</title>
        <style>
          ${new Html(arabicFace(body) + reportStyle)}
        </style>
      </head>
      <body>
        <main>${new Html(body)}</main>
      </body>
    </html> `;
  return page.markup;
}

function blockMarkup(block: Block, all: readonly Block[]): Html {
  switch (block.is) {
    case 'title':
      return html`<h1 dir="auto">${words(block.words)}</h1> `;
    case 'heading':
      return headingMarkup(block);
    case 'text':
      return block.quiet === true ? html`<p class="quiet">${words(block.words)}</p> ` : html`<p>${words(block.words)}</p> `;
    case 'points':
      return html`<ul>
        ${block.points.map((point) => html`<li>${words(point)}</li> `)}
      </ul> `;
    case 'facts':
      return html`<dl>
        ${block.rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${words(value)}</dd> `,
        )}
      </dl> `;
    case 'table':
      return tableMarkup(block);
    case 'quote':
      return quoteMarkup(block);
    case 'picture':
      return html`<figure>
        <img src="${fromReportFolder(block.file)}" width="${block.width}" height="${block.height}" alt="${block.alt}" />
        <figcaption>${words(block.caption)}</figcaption>
      </figure> `;
    case 'chart':
      return chartMarkup(block);
    case 'chain':
      return html`<ol class="chain" aria-label="Attribution">
        ${block.steps.map((step) => html`<li>${words(step)}</li>`)}
      </ol> `;
    case 'contents':
      return contentsMarkup(all);
    case 'group': {
      const inside = block.blocks.map((one) => blockMarkup(one, all));
      return html`<section class="${block.kind}">${inside}</section> `;
    }
  }
}

function headingMarkup({ level, anchor, words: said }: Extract<Block, { is: 'heading' }>): Html {
  const tag = new Html(`h${level}`);
  return html`<${tag} id="${anchor}">${words(said)}</${tag}>\n`;
}

/** What stands round the words is shown faintly, so that nobody takes it for the quotation. */
function quoteMarkup({ text, before, after, language }: Extract<Block, { is: 'quote' }>): Html {
  const lang = language === null || language === '' ? null : html` lang="${language}"`;
  return html`<blockquote dir="auto" ${lang}>${around(before, 'before')}<strong>${text}</strong>${around(after, 'after')}</blockquote> `;
}

function around(text: string, side: 'before' | 'after'): Html | null {
  if (text.trim() === '') return null;
  return side === 'before' ? html`<span class="around">…${text}</span>` : html`<span class="around">${text}…</span>`;
}

function tableMarkup({ caption, columns, rows }: Extract<Block, { is: 'table' }>): Html {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <colgroup>
      ${columns.map(({ share }) => html`<col style="inline-size:${Math.round((share / total) * 1000) / 10}%" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(({ head, numeric }) => html`<th scope="col" ${numeric === true ? html` class="number"` : null}>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, at) => html`<td${columns[at]?.numeric === true ? html` class="number"` : null}>${words(cell)}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table> `;
}

function contentsMarkup(all: readonly Block[]): Html {
  return html`<nav aria-label="Contents">
    <ol>
      ${listedHeadings(all).map(
        ({ level, anchor, words: said }) => html`<li class="level-${level}"><a href="#${anchor}">${words(said)}</a></li> `,
      )}
    </ol>
  </nav> `;
}

function words(said: Words): Html[] {
  return spansOf(said).map(spanMarkup);
}

function spanMarkup({ text, as, to }: Span): Html {
  const inside = styled(text, as);
  if (to === undefined) return inside;
  const href = 'anchor' in to ? `#${to.anchor}` : fromReport(to.file);
  return html`<a href="${href}">${inside}</a>`;
}

function styled(text: string, as: Span['as']): Html {
  switch (as) {
    case 'code':
      return html`<code>${text}</code>`;
    case 'quiet':
      return html`<span class="quiet">${text}</span>`;
    case 'strong':
      return html`<strong>${text}</strong>`;
    case 'foreign':
      return text === '' ? html`` : html`<bdi>${text}</bdi>`;
    case undefined:
      return html`${text}`;
  }
}

/** Pictures lie beside the page. */
function fromReportFolder(bagPath: string): string {
  return bagPath.replace(/^data\/report\//, '');
}
