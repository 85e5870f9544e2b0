import { decodeCss, decodeHtml } from './decode-html.ts';
import { flattenShadow, unshadowSelectors } from './flatten-shadow.ts';
import { freezeAttributes, keptPrefix } from './freeze-attributes.ts';
import { freezeImage } from './freeze-images.ts';
import { attributeName, elementsOf, getAttribute, isElement, isText, localName, makeElement, parseHtml, removeAttribute, setAttribute, textOf } from './html-tree.ts'; // prettier-ignore
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import { baseOf as resourceBase, dataUrl } from './page-resources.ts';
import type { PageResources, Resource } from './page-resources.ts';
import { rewriteCss } from './rewrite-css.ts';
import { serializeHtml } from './serialize-html.ts';

/**
 * What a frozen page may ask for when it is opened by itself in any browser: nothing outside itself. Scripts are
 * removed, and kept out by the policy of the view that shows the snapshot, which adds its own annotator.
 */
const policy =
  "img-src data:; style-src 'unsafe-inline' data:; font-src data:; media-src data:; frame-src data:; connect-src 'none'; " +
  "object-src 'none'; form-action 'none'; base-uri 'none'; worker-src 'none'; manifest-src 'none'";

const removed = new Set([
  'script', 'noscript', 'base', 'object', 'embed', 'applet', 'param', 'portal', 'fencedframe', 'template', 'noembed',
  'noframes', 'keygen', 'bgsound',
]); // prettier-ignore
const quietLinks = new Set(['canonical', 'alternate', 'author', 'license', 'shortlink', 'amphtml']);
const deepestFrame = 5;

/** A page on its way into the snapshot. */
type Frame = { base: string | null; resources: PageResources; outer: readonly Resource[] };

/**
 * Freezes a parsed page in place and returns it as one static HTML text.
 * @param outer the pages this one is nested in, so that a page framing itself comes to an end
 */
export function freezePage(document: HtmlDocument, url: string | null, resources: PageResources, outer: readonly Resource[] = []): string {
  const frame: Frame = { base: baseOf(document, url), resources, outer };
  const stack: HtmlParent[] = [document];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    if (isElement(parent)) flattenShadow(parent);
    const children: HtmlNode[] = [];
    for (const child of parent.childNodes) {
      const frozen = freezeNode(child, frame);
      if (frozen) children.push(frozen);
    }
    parent.childNodes = children;
    for (const child of children) child.parentNode = parent;
    for (const child of children.filter(isElement).reverse()) stack.push(child);
  }
  for (const element of elementsOf(document)) if (localName(element) === 'head') element.childNodes.unshift(...headOf(element));
  return serializeHtml(document);
}

function headOf(head: HtmlElement): HtmlElement[] {
  const first = [
    makeElement('meta', { charset: 'utf-8' }),
    makeElement('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
  ];
  for (const element of first) element.parentNode = head;
  return first;
}

function baseOf(document: HtmlDocument, url: string | null): string | null {
  for (const element of elementsOf(document)) {
    const href = localName(element) === 'base' ? getAttribute(element, 'href') : null;
    if (href !== null) return URL.parse(href, url ?? undefined)?.href ?? url;
  }
  return url;
}

/** The node as it may stay, or null. Children are frozen when their parent's turn comes. */
function freezeNode(node: HtmlNode, frame: Frame): HtmlNode | null {
  if (isText(node) || node.nodeName === '#documentType') return node;
  if (!isElement(node)) return null;
  const name = localName(node);
  if (removed.has(name) || !/^[a-z][^\s"'<>/=\u0000-\u001f]*$/.test(name)) return null;
  switch (name) {
    case 'meta':
      return freezeMeta(node, frame);
    case 'link':
      return freezeLink(node, frame);
    case 'style':
      return freezeStyle(node, frame);
    case 'img':
      freezeImage(node, frame.base, frame.resources);
      return settle(node, frame, ['src', `${keptPrefix}src`, `${keptPrefix}shown`, `${keptPrefix}scope`]);
    case 'source':
      return parentName(node) === 'picture' ? null : inlineAddress(node, 'src', frame);
    case 'image':
    case 'feimage':
      return inlineAddress(node, getAttribute(node, 'href') === null ? 'xlink:href' : 'href', frame);
    case 'input':
      return getAttribute(node, 'type')?.toLowerCase() === 'image' ? inlineAddress(node, 'src', frame) : settle(node, frame);
    case 'video':
    case 'audio':
    case 'track':
      return freezeMedia(node, frame);
    case 'iframe':
    case 'frame':
      return freezeFrame(node, name, frame);
    case 'animate':
    case 'set':
      return /href$/i.test(getAttribute(node, 'attributename') ?? '') ? null : settle(node, frame);
    case 'plaintext':
      node.tagName = node.nodeName = 'pre';
      return settle(node, frame);
    default:
      return freezeOther(node, frame);
  }
}

function settle(element: HtmlElement, frame: Frame, settled: string[] = []): HtmlElement {
  freezeAttributes(element, frame.base, frame.resources, new Set(settled));
  return element;
}

function parentName(element: HtmlElement): string {
  return element.parentNode && isElement(element.parentNode) ? localName(element.parentNode) : '';
}

function freezeOther(element: HtmlElement, frame: Frame): HtmlElement {
  const background = getAttribute(element, 'background');
  if (background === null) return settle(element, frame);
  return inlineAddress(element, 'background', frame);
}

function inlineAddress(element: HtmlElement, name: string, frame: Frame): HtmlElement {
  return settle(element, frame, inlineValue(element, name, frame));
}

/** Inlines one attribute and answers the names that are thereby settled. */
function inlineValue(element: HtmlElement, name: string, frame: Frame): string[] {
  const value = getAttribute(element, name);
  if (value === null || value.startsWith('#')) return [];
  const inlined = frame.resources.inline(value, frame.base, localName(element));
  const kept = keptPrefix + name.replace(':', '-');
  if (!/^data:/i.test(value)) setAttribute(element, kept, value);
  if (inlined === null) removeAttribute(element, name);
  else for (const attribute of element.attrs) if (attributeName(attribute) === name) attribute.value = inlined;
  return [name, kept];
}

function freezeMedia(element: HtmlElement, frame: Frame): HtmlElement {
  return settle(element, frame, [...inlineValue(element, 'src', frame), ...inlineValue(element, 'poster', frame)]);
}

function freezeMeta(element: HtmlElement, frame: Frame): HtmlElement | null {
  if (getAttribute(element, 'http-equiv') !== null || getAttribute(element, 'charset') !== null) return null;
  if (/^(referrer|monetization)$/i.test(getAttribute(element, 'name') ?? '')) return null;
  return settle(element, frame);
}

function freezeLink(element: HtmlElement, frame: Frame): HtmlElement | null {
  const relations = (getAttribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = getAttribute(element, 'href') ?? '';
  if (relations.includes('stylesheet')) {
    if (relations.includes('alternate') || getAttribute(element, 'disabled') !== null) return null;
    const sheet = frame.resources.get(href, frame.base, 'style');
    if (!sheet) return null;
    const css = rewriteCss(decodeCss(sheet.bytes, sheet.charset), resourceBase(sheet, frame.base), frame.resources.css());
    const media = getAttribute(element, 'media');
    return makeStyle(scoped(css, element), { ...(media && { media }), [`${keptPrefix}href`]: href.slice(0, 4000) }, element);
  }
  if (relations.includes('icon') && frame.resources.has(href, frame.base)) return inlineAddress(element, 'href', frame);
  if (!relations.some((relation) => quietLinks.has(relation)) || relations.some((one) => /^(pre|dns|modul)/.test(one))) return null;
  return settle(element, frame, ['href']);
}

function freezeStyle(element: HtmlElement, frame: Frame): HtmlElement {
  const css = rewriteCss(textOf(element), frame.base, frame.resources.css());
  const media = getAttribute(element, 'media');
  return makeStyle(scoped(css, element), media ? { media } : {}, element);
}

function makeStyle(css: string, attributes: Record<string, string>, old: HtmlElement): HtmlElement {
  const style = makeElement('style', attributes, css);
  style.parentNode = old.parentNode;
  return style;
}

/** A sheet that came out of a shadow tree holds within its host only. */
function scoped(css: string, element: HtmlElement): string {
  return getAttribute(element, `${keptPrefix}scope`) === null ? css : `@scope{${unshadowSelectors(css)}}`;
}

/** A nested page becomes part of the file, in a sandbox without any permission. */
function freezeFrame(element: HtmlElement, name: string, frame: Frame): HtmlElement {
  const source = getAttribute(element, 'src');
  const inner = getAttribute(element, 'srcdoc');
  const own: Resource = { mediaType: 'text/html', charset: null, bytes: Buffer.alloc(0), url: frame.base };
  const html = inner !== null ? freezeText(inner, own, frame) : source ? frameHtml(source, frame) : null;
  if (source && !/^data:/i.test(source)) setAttribute(element, `${keptPrefix}src`, source);
  element.childNodes = [];
  removeAttribute(element, 'src');
  settle(element, frame, [`${keptPrefix}src`]);
  if (name === 'iframe') setAttribute(element, 'sandbox', '');
  if (html === null) return element;
  if (name === 'iframe') setAttribute(element, 'srcdoc', html);
  else setAttribute(element, 'src', dataUrl({ mediaType: 'text/html', charset: 'utf-8', bytes: Buffer.from(html), url: null }));
  return element;
}

function frameHtml(source: string, frame: Frame): string | null {
  if (/^(about|javascript|#)/i.test(source.trim())) return null;
  const resource = frame.resources.get(source, frame.base, 'iframe');
  if (!resource || frame.outer.some((page) => page.bytes === resource.bytes)) return null;
  if (resource.mediaType.startsWith('image/')) return `<!DOCTYPE html><img src="${dataUrl(resource)}">`;
  if (!isPage(resource)) return null;
  return freezeText(decodeHtml(resource.bytes, resource.charset).html, resource, frame);
}

function isPage(resource: Resource): boolean {
  return ['text/html', 'application/xhtml+xml'].includes(resource.mediaType);
}

function freezeText(html: string, page: Resource, frame: Frame): string | null {
  if (frame.outer.length >= deepestFrame) return null;
  return freezePage(parseHtml(html), resourceBase(page, frame.base), frame.resources, [...frame.outer, page]);
}
