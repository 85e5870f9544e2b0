import { attributeName, isElement, isHtml, isText } from './html-tree.ts';
import type { HtmlDocument, HtmlElement, HtmlNode } from './html-tree.ts';

const voidElements = new Set([
  'area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen', 'link', 'meta',
  'param', 'source', 'track', 'wbr',
]); // prettier-ignore
const rawTextElements = new Set(['style', 'script', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);
const newlineEaters = new Set(['pre', 'textarea', 'listing']);

/**
 * A document as HTML text, per HTML 13.3 "Serialising HTML fragments", iteratively. Comments are left out.
 * Style text cannot end its element early: `</` in it is written `<\/`, which CSS reads the same inside strings.
 */
export function serializeHtml(document: HtmlDocument): string {
  const out: string[] = [];
  const stack: (HtmlNode | string)[] = [...document.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') out.push(node);
    else if (isText(node)) out.push(writeText(node.value, node.parentNode));
    else if (isElement(node)) {
      out.push(startTag(node));
      if (isHtml(node) && voidElements.has(node.tagName)) continue;
      stack.push(`</${node.tagName}>`);
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index]!);
    } else if (node.nodeName === '#documentType') out.push(doctype(node));
  }
  return out.join('');
}

function doctype(node: { name: string; publicId: string; systemId: string }): string {
  const quoted = (value: string) => `"${value.replaceAll('"', '')}"`;
  const ids = node.publicId
    ? ` PUBLIC ${quoted(node.publicId)}${node.systemId ? ` ${quoted(node.systemId)}` : ''}`
    : node.systemId
      ? ` SYSTEM ${quoted(node.systemId)}`
      : '';
  return `<!DOCTYPE ${/^[a-z]+$/i.test(node.name) ? node.name : 'html'}${ids.replaceAll('>', '')}>`;
}

function startTag(element: HtmlElement): string {
  let tag = `<${element.tagName}`;
  for (const attribute of element.attrs) {
    const name = attribute.prefix ? attributeName(attribute) : attribute.name;
    tag += ` ${name}="${escapeAttribute(attribute.value)}"`;
  }
  const first = element.childNodes[0];
  const eatsNewline = isHtml(element) && newlineEaters.has(element.tagName);
  return tag + (eatsNewline && first && isText(first) && first.value.startsWith('\n') ? '>\n' : '>');
}

function writeText(value: string, parent: unknown): string {
  const element = parent as HtmlElement | null;
  if (element && isElement(element) && isHtml(element) && rawTextElements.has(element.tagName)) return value.replaceAll('</', '<\\/');
  return value.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  if (!/[&"<>\u00a0]/.test(value)) return value;
  return value.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;').replaceAll('>', '&gt;'); // prettier-ignore
}
