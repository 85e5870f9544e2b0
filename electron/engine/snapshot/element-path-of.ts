import { elementPath, type PathStep } from '#shared/anchoring/element-path.ts';
import { isPicture } from '#shared/anchoring/picture-elements.ts';
import { getAttribute, isElement, localName } from './html-tree.ts';
import type { HtmlElement, HtmlParent } from './html-tree.ts';

/** Pages nested deeper are built to do harm, and so would be their selectors. */
const DEEPEST = 400;

/** The CSS selector that names an element of a frozen page (shared/anchoring/element-path.ts); null for one too deep in it. */
export function elementPathOf(element: HtmlElement): string | null {
  const steps: PathStep[] = [];
  for (let at: HtmlElement | null = element; at !== null; at = parentOf(at)) {
    if (steps.push({ name: localName(at), nth: nthOfType(at) }) > DEEPEST) return null;
  }
  return elementPath(steps.reverse());
}

export function parentOf(element: HtmlElement): HtmlElement | null {
  const parent: HtmlParent | null = element.parentNode;
  return parent !== null && isElement(parent) ? parent : null;
}

/** Type selectors tell names apart by case only outside HTML; the tree's own names are compared. */
export function nthOfType(element: HtmlElement): number {
  let nth = 1;
  for (const sibling of element.parentNode?.childNodes ?? []) {
    if (sibling === element) return nth;
    if (isElement(sibling) && sibling.tagName === element.tagName && sibling.namespaceURI === element.namespaceURI) nth++;
  }
  return nth;
}

export function isPictureElement(element: HtmlElement): boolean {
  const name = localName(element);
  const inSvg = name === 'svg' && isInside(element, 'svg');
  return isPicture({ name, attribute: (attribute) => getAttribute(element, attribute), inSvg });
}

function isInside(element: HtmlElement, name: string): boolean {
  for (let at = parentOf(element); at !== null; at = parentOf(at)) if (localName(at) === name) return true;
  return false;
}
