import { getAttribute, elementsOf, isElement, isHtml, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlElement, HtmlParent } from './html-tree.ts';

/** Ids longer than this are data, not names. */
const LONGEST_ID = 100;
const plainId = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const plainName = /^[a-z][a-z0-9-]*$/;

/** The ids that name one element alone. Pages in quirks mode match ids in either case (Selectors 4, 6.7), so case does not tell two apart. */
export function uniqueIds(document: HtmlDocument): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const ids: string[] = [];
  for (const element of elementsOf(document)) {
    const id = getAttribute(element, 'id');
    if (id === null) continue;
    ids.push(id);
    seen.set(id.toLowerCase(), (seen.get(id.toLowerCase()) ?? 0) + 1);
  }
  return new Set(ids.filter((id) => id.length <= LONGEST_ID && plainId.test(id) && seen.get(id.toLowerCase()) === 1));
}

/**
 * The one way down to an element as a CSS selector: from the nearest element with an id of its own, else from `html`,
 * child by child. `document.querySelector` gives exactly this element.
 */
export function cssPath(element: HtmlElement, ids: ReadonlySet<string>): string {
  const steps: string[] = [];
  for (let node: HtmlParent | null = element; node !== null && isElement(node); node = node.parentNode) {
    const id = getAttribute(node, 'id');
    if (id !== null && ids.has(id)) return [`#${id}`, ...steps].join(' > ');
    steps.unshift(step(node));
  }
  return steps.join(' > ');
}

/** Names outside HTML keep their case in one kind of document and lose it in another; the number alone says it too. */
function step(element: HtmlElement): string {
  const parent = element.parentNode;
  const name = isHtml(element) && plainName.test(localName(element)) ? localName(element) : '';
  if (parent === null || !isElement(parent)) return name === '' ? ':root' : name;
  return `${name}:nth-child(${parent.childNodes.filter(isElement).indexOf(element) + 1})`;
}
