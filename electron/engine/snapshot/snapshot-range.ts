/** Words of the canonical text as a range of the frozen page, so that any browser can find them without our code. */
import { withoutWhiteSpace } from '#shared/anchoring/text-rules.ts';
import { isSpace, nonSpaceMap } from '#shared/anchoring/non-space-map.ts';
import type { Selector } from '#shared/model/passages.ts';
import { cssPath, uniqueIds } from './css-path.ts';
import { textNodes } from './text-nodes.ts';
import { isElement, isText, textOf } from './html-tree.ts';
import type { HtmlDocument, HtmlElement, HtmlText } from './html-tree.ts';
import { snapshotText, type TextRange } from './snapshot-text.ts';

export type RangeSelector = Extract<Selector, { type: 'RangeSelector' }>;

/** A point of the page: an element and an offset in its text content. */
type Place = { element: HtmlElement; offset: number };

/**
 * Each range of the canonical text as a RangeSelector (Web Annotation Data Model, section 4.2.9): from a point, included,
 * to a point, excluded. A point is a CssSelector of the innermost element round the first or last character, refined by
 * a TextPositionSelector of no length: an offset in UTF-16 code units into that element's text content.
 *
 * Anyone can check it in a plain browser. `document.querySelector(value)` gives the element; counting `textContent` up
 * to `start` gives the point. What lies between the two points, but for text under elements that are no text of a page
 * (scripts, styles: shared/anchoring/text-rules.ts), is the quote, white space apart.
 *
 * A range is null when the page does not hold those words there, as when its text was taken by another rule.
 */
export function snapshotRanges(document: HtmlDocument, canonical: string, ranges: readonly TextRange[]): (RangeSelector | null)[] {
  const page = snapshotText(document).text;
  const counts = nonSpaceMap(canonical);
  if (withoutWhiteSpace(page) !== withoutWhiteSpace(canonical)) return ranges.map(() => null);
  const wanted = ranges.map(({ start, end }) => ({ first: counts.before(start), last: counts.before(end) - 1 }));
  const places = placesOf(document, new Set(wanted.flatMap(({ first, last }) => [first, last])));
  const ids = uniqueIds(document);
  return wanted.map(({ first, last }) => {
    const [start, end] = [places.get(first), places.get(last)];
    if (last < first || start === undefined || end === undefined) return null;
    return { type: 'RangeSelector', startSelector: selectorOf(start, 0, ids), endSelector: selectorOf(end, 1, ids) };
  });
}

function selectorOf({ element, offset }: Place, more: 0 | 1, ids: ReadonlySet<string>): RangeSelector['startSelector'] {
  const at = offset + more;
  return { type: 'CssSelector', value: cssPath(element, ids), refinedBy: { type: 'TextPositionSelector', start: at, end: at } };
}

/** Where the characters with these numbers stand, counting all of the page's text that is not white space. */
function placesOf(document: HtmlDocument, numbers: ReadonlySet<number>): Map<number, Place> {
  const places = new Map<number, Place>();
  let count = 0;
  for (const node of textNodes(document)) {
    const { value } = node;
    for (let at = 0; at < value.length; at++) {
      if (isSpace(value.charCodeAt(at))) continue;
      if (numbers.has(count)) places.set(count, placeOf(node, at));
      count++;
    }
  }
  return places;
}

/** In the element that holds the text node: what precedes it there counts, text that is none of the page's included. */
function placeOf(node: HtmlText, at: number): Place {
  const element = node.parentNode as HtmlElement;
  let offset = at;
  for (const child of element.childNodes) {
    if (child === node) break;
    if (isText(child)) offset += child.value.length;
    else if (isElement(child)) offset += textOf(child).length;
  }
  return { element, offset };
}
