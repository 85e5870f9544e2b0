import { elementsOf, getAttribute, isElement, isText, localName, setAttribute } from './html-tree.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';

/** How Chromium's MHTML writes a shadow root, and how HTML does (`shadowrootmode`). */
const modes = ['shadowmode', 'shadowrootmode'];

/**
 * Puts an element's shadow tree in the open: its words become ordinary text that can be read, searched and cited.
 * Slots receive the children meant for them; the shadow's styles are confined to the element with `@scope`.
 */
export function flattenShadow(host: HtmlElement): void {
  const template = host.childNodes.find(isShadowTemplate);
  if (!template || !('content' in template)) return;
  const content = template.content as HtmlParent;
  const slots = [...elementsOf(content)].filter((element) => localName(element) === 'slot');
  const left: HtmlNode[] = [];
  for (const child of host.childNodes) {
    if (child === template) continue;
    const name = isElement(child) ? (getAttribute(child, 'slot') ?? '') : '';
    const slot = slots.find((one) => (getAttribute(one, 'name') ?? '') === name);
    if (!slot || (!isElement(child) && !isText(child))) left.push(child);
    else assign(slot, child);
  }
  for (const element of elementsOf(content)) confineStyle(element);
  // Children without a slot are not shown by a browser and are left out of the page, as its reader saw it.
  host.childNodes = content.childNodes;
  for (const child of host.childNodes) child.parentNode = host;
}

const assigned = new WeakSet<HtmlElement>();

function assign(slot: HtmlElement, child: HtmlNode): void {
  if (!assigned.has(slot) && isText(child) && child.value.trim() === '') return;
  if (!assigned.has(slot)) slot.childNodes = [];
  assigned.add(slot);
  slot.childNodes.push(child);
  child.parentNode = slot;
}

function isShadowTemplate(node: HtmlNode): node is HtmlElement {
  return isElement(node) && localName(node) === 'template' && modes.some((mode) => getAttribute(node, mode) !== null);
}

/** Marks a style for `freezePage`, which confines it once its addresses are inlined. */
function confineStyle(element: HtmlElement): void {
  if (['style', 'link'].includes(localName(element))) setAttribute(element, 'data-holdfast-scope', '');
}

/** `:host` is the scope itself; what `::slotted()` met are now children of the slot. */
export function unshadowSelectors(css: string): string {
  return css
    .replace(/:host-context\(/g, ':is(')
    .replace(/:host\(/g, ':scope:is(')
    .replace(/:host\b/g, ':scope')
    .replace(/(^|[\s,}>+~])::slotted\(/g, '$1slot > :is(')
    .replace(/::slotted\(/g, ' > :is(');
}
