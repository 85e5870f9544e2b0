/** The way back from a RangeSelector to words, for whoever checks a passage: written apart from the way there. */
import { withoutWhiteSpace } from '#shared/anchoring/text-rules.ts';
import { elementsOf, getAttribute, isElement, isText, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent, HtmlText } from './html-tree.ts';
import type { RangeSelector } from './snapshot-range.ts';
import { textNodes } from './text-nodes.ts';

/** The words between the two points, white space left out; null when a point is not in this page. */
export function wordsOfRange(document: HtmlDocument, { startSelector, endSelector }: RangeSelector): string | null {
  const start = pointOf(document, startSelector, 'start');
  const end = pointOf(document, endSelector, 'end');
  if (start === null || end === null) return null;
  const parts: string[] = [];
  let within = false;
  for (const node of textNodes(document)) {
    within ||= node === start.node;
    if (within) parts.push(node.value.slice(node === start.node ? start.at : 0, node === end.node ? end.at : undefined));
    if (node === end.node) return withoutWhiteSpace(parts.join(''));
  }
  return null;
}

function pointOf(
  document: HtmlDocument,
  { value, refinedBy }: RangeSelector['startSelector'],
  side: 'start' | 'end',
): { node: HtmlText; at: number } | null {
  const element = elementAt(document, value);
  if (element === null || refinedBy?.type !== 'TextPositionSelector') return null;
  let left = refinedBy.start;
  for (const node of textBelow(element)) {
    if (side === 'start' ? left < node.value.length : left <= node.value.length) return { node, at: left };
    left -= node.value.length;
  }
  return null;
}

/** The element at a path as css-path.ts writes it; null for any other selector. */
export function elementAt(document: HtmlDocument, path: string): HtmlElement | null {
  const [first = '', ...steps] = path.split(' > ');
  let element = first.startsWith('#') ? byId(document, first.slice(1)) : rootOf(document, first);
  for (const step of steps) {
    const [, name, number] = /^([a-z][a-z0-9-]*)?:nth-child\((\d+)\)$/.exec(step) ?? [];
    const child: HtmlNode | undefined = number === undefined ? undefined : element?.childNodes.filter(isElement)[Number(number) - 1];
    if (child === undefined || !isElement(child) || (name !== undefined && localName(child) !== name)) return null;
    element = child;
  }
  return element;
}

function byId(document: HtmlDocument, id: string): HtmlElement | null {
  for (const element of elementsOf(document)) if (getAttribute(element, 'id') === id) return element;
  return null;
}

function rootOf(document: HtmlDocument, name: string): HtmlElement | null {
  const root = document.childNodes.find(isElement);
  return root !== undefined && (name === ':root' || name === localName(root)) ? root : null;
}

/** All text below an element, as `textContent` has it. */
function* textBelow(element: HtmlElement): Generator<HtmlText> {
  const stack: (HtmlParent | HtmlNode)[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) yield node;
    else if ('childNodes' in node) for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!);
  }
}
