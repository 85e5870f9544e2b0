import type { LineKind, PagePicture, PageStructure, StructuredLine } from '#shared/model/page-structure.ts';
import { elementPathOf, isPictureElement } from './element-path-of.ts';
import { getAttribute, isElement, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlElement } from './html-tree.ts';
import { snapshotText, type TextRange } from './snapshot-text.ts';

type Cell = { range: TextRange | null };

/** What the words under an element are. Each element makes its own from its parent's, so depth costs nothing. */
type Context = {
  quoted: boolean;
  heading: number | null;
  caption: boolean;
  lineOfCode: boolean;
  code: boolean;
  strong: boolean;
  em: boolean;
  item: { level: number; marker: number | null; /** Where its first line began; null before it has one. */ first: number | null } | null;
  list: { level: number; ordered: boolean; next: number } | null;
  row: { head: boolean; cells: Cell[] } | null;
  cell: Cell | null;
};

const top: Context = {
  quoted: false, heading: null, caption: false, lineOfCode: false, code: false, strong: false, em: false, item: null, list: null, row: null, cell: null,
}; // prettier-ignore

/** More pictures than anybody steps through: a page of icons. */
const MOST_PICTURES = 2000;

/** How a frozen page's canonical text is built: which of its lines are headings, list items, table rows, quotations, captions or code. */
export function pageStructure(document: HtmlDocument): PageStructure {
  const contexts: Context[] = [top];
  const pieces: { range: TextRange; context: Context }[] = [];
  const pictures: PagePicture[] = [];
  const { text } = snapshotText(document, {
    enter(element, at) {
      contexts.push(within(contexts.at(-1)!, element));
      const path = pictures.length < MOST_PICTURES && isPictureElement(element) ? elementPathOf(element) : null;
      if (path !== null) pictures.push({ at, element: path, alt: altOf(element) });
    },
    leave: () => void contexts.pop(),
    words(range) {
      const context = contexts.at(-1)!;
      pieces.push({ range, context });
      if (context.cell !== null) context.cell.range = { start: context.cell.range?.start ?? range.start, end: range.end };
    },
  });
  return { lines: linesOf(text, pieces), emphasis: emphasisOf(pieces), pictures };
}

function within(outer: Context, element: HtmlElement): Context {
  const name = localName(element);
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': // prettier-ignore
      return { ...outer, heading: Number(name[1]) };
    case 'blockquote':
      return { ...outer, quoted: true };
    case 'figcaption':
    case 'caption':
      return { ...outer, caption: true };
    case 'pre':
    case 'xmp':
    case 'listing': // prettier-ignore
      return { ...outer, lineOfCode: true };
    case 'code':
    case 'kbd':
    case 'samp': // prettier-ignore
      return { ...outer, code: !outer.lineOfCode };
    case 'b':
    case 'strong':
    case 'th': // prettier-ignore
      return { ...inCell(outer, name), strong: true };
    case 'i':
    case 'em':
    case 'cite': // prettier-ignore
      return { ...outer, em: true };
    case 'ul':
    case 'ol':
    case 'menu': // prettier-ignore
      return { ...outer, list: { level: (outer.list?.level ?? 0) + 1, ordered: name === 'ol', next: startOf(element) } };
    case 'li':
      return { ...outer, item: itemOf(outer, element) };
    case 'table':
      return { ...outer, row: null, cell: null, item: null, list: null };
    case 'tr':
      return { ...outer, row: { head: inHead(element), cells: [] }, cell: null };
    case 'td':
      return inCell(outer, name);
    default:
      return outer;
  }
}

function inCell(outer: Context, name: string): Context {
  if (outer.row === null || (name !== 'td' && name !== 'th')) return outer;
  // Its range is known once its words have been met.
  const cell: Cell = { range: null };
  outer.row.cells.push(cell);
  return { ...outer, cell };
}

function itemOf({ list }: Context, element: HtmlElement): Context['item'] {
  const value = Number.parseInt(getAttribute(element, 'value') ?? '', 10);
  const number = Number.isInteger(value) ? value : (list?.next ?? 1);
  if (list?.ordered === true) list.next = number + 1;
  return { level: list?.level ?? 1, marker: list?.ordered === true ? number : null, first: null };
}

function startOf(element: HtmlElement): number {
  const start = Number.parseInt(getAttribute(element, 'start') ?? '', 10);
  return Number.isInteger(start) ? start : 1;
}

function inHead(row: HtmlElement): boolean {
  const parent = row.parentNode;
  return parent !== null && isElement(parent) && localName(parent) === 'thead';
}

function altOf(element: HtmlElement): string {
  const said = getAttribute(element, 'alt') ?? getAttribute(element, 'aria-label') ?? getAttribute(element, 'title') ?? '';
  return said.replace(/\s+/gu, ' ').trim().slice(0, 1000);
}

type Piece = { range: TextRange; context: Context };

function linesOf(text: string, pieces: readonly Piece[]): StructuredLine[] {
  const lines: StructuredLine[] = [];
  let at = 0;
  while (at < pieces.length) {
    const { range, context } = pieces[at]!;
    const found = text.indexOf('\n', range.start);
    const end = found < 0 ? text.length : found;
    const is = kindOf(context, range.start);
    if (is.kind !== 'plain' || context.quoted) lines.push({ start: range.start, end, quoted: context.quoted, is });
    while (at < pieces.length && pieces[at]!.range.start < end) at++;
  }
  return lines;
}

function kindOf({ heading, caption, lineOfCode, row, item }: Context, start: number): LineKind {
  if (heading !== null) return { kind: 'heading', level: heading };
  if (row !== null) {
    const cells = row.cells.flatMap(({ range }) => (range === null ? [] : [range]));
    return { kind: 'row', head: row.head, cells };
  }
  if (caption) return { kind: 'caption' };
  if (lineOfCode) return { kind: 'code' };
  if (item === null) return { kind: 'plain' };
  item.first ??= start;
  return { kind: 'item', level: item.level, marker: item.marker, first: item.first === start };
}

function emphasisOf(pieces: readonly Piece[]): PageStructure['emphasis'] {
  return pieces.flatMap(({ range, context }) => {
    const as = context.code ? 'code' : context.em ? 'em' : context.strong && context.heading === null ? 'strong' : null;
    return as === null ? [] : [{ ...range, as }];
  });
}
