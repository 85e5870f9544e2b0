import { attributeName, isHtml, localName } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';
import type { PageResources } from './page-resources.ts';
import { rewriteCss } from './rewrite-css.ts';

/** The prefix under which a neutralised address is kept: `data-holdfast-href="https://…"`. */
export const keptPrefix = 'data-holdfast-';

/** A link keeps its look (`:link`) but leads nowhere: no element has this id, so the view does not even scroll. */
export const deadLink = '#holdfast-link';

/** Addresses that a browser would ask for, follow, or send to. The kept ones document the page. */
const addresses = new Set([
  'href', 'xlink:href', 'src', 'srcset', 'poster', 'data', 'background', 'lowsrc', 'dynsrc', 'action', 'formaction',
  'longdesc', 'cite', 'codebase', 'classid', 'archive', 'profile', 'manifest', 'icon', 'imagesrcset',
]); // prettier-ignore

/** Dropped: they act, ask the network, or no longer hold in the frozen page. */
const dropped = new Set([
  'ping', 'attributionsrc', 'nonce', 'integrity', 'crossorigin', 'referrerpolicy', 'loading', 'fetchpriority',
  'autofocus', 'autoplay', 'contenteditable', 'srcdoc', 'sandbox', 'allow', 'allowfullscreen', 'csp', 'target',
  'download', 'http-equiv', 'is', 'popovertarget', 'commandfor', 'command', 'shadowmode', 'shadowrootmode', 'sizes',
]); // prettier-ignore

/** Attributes the element's own freezing has already set; they are trusted here. */
export type Settled = ReadonlySet<string>;

const none: Settled = new Set();

/**
 * Makes every attribute of an element harmless: handlers go, addresses outside the page move to `data-holdfast-…`,
 * styles have their addresses inlined.
 */
export function freezeAttributes(element: HtmlElement, base: string | null, resources: PageResources, settled: Settled = none): void {
  const kept: HtmlElement['attrs'] = [];
  const add = (name: string, value: string) => {
    if (!kept.some((attribute) => attribute.name === name && !attribute.prefix)) kept.push({ name, value });
  };
  for (const attribute of element.attrs) {
    const name = attributeName(attribute);
    const { value } = attribute;
    if (settled.has(name)) kept.push(attribute);
    else if (!isSafeName(name) || name.startsWith('on') || name.startsWith(keptPrefix) || dropped.has(name)) continue;
    else if (name === 'style') kept.push({ ...attribute, value: freezeStyle(value, base, resources) });
    else if (addresses.has(name)) freezeAddress(element, attribute, name, add, kept);
    else if (/(?:url|src|image-set)\s*\(|\\/i.test(value) && !isHtml(element))
      kept.push({ ...attribute, value: freezeStyle(value, base, resources) });
    else kept.push(attribute);
  }
  element.attrs = kept;
}

function freezeAddress(
  element: HtmlElement,
  attribute: HtmlElement['attrs'][number],
  name: string,
  add: (name: string, value: string) => void,
  kept: HtmlElement['attrs'],
): void {
  const value = attribute.value.trim();
  if (value.startsWith('#') && /href$/.test(name)) {
    kept.push({ ...attribute, value });
    return;
  }
  add(keptPrefix + name.replace(':', '-'), value.length > 4000 ? value.slice(0, 4000) : value);
  if (/href$/.test(name) && ['a', 'area'].includes(localName(element))) add('href', deadLink);
}

/** Inside `style="…"` a brace would end the block for the tokens after it; declarations have none at top level. */
function freezeStyle(value: string, base: string | null, resources: PageResources): string {
  return /url|src|image-set|[{}\\]/i.test(value) ? rewriteCss(value, base, resources.css()) : value;
}

/** Names a serialiser cannot write back unchanged could become something else when read again. */
function isSafeName(name: string): boolean {
  return /^[^\s"'<>/=\u0000-\u001f\u007f]+$/.test(name);
}
