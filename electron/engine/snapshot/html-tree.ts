import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { HoldfastError } from '#shared/errors.ts';

export type HtmlDocument = Tree.Document;
export type HtmlElement = Tree.Element;
export type HtmlParent = Tree.ParentNode;
export type HtmlNode = Tree.ChildNode;
export type HtmlText = Tree.TextNode;

const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** Misnested formatting can make a parser grow a page without end; a real page stays far below this. */
const mostElements = 1_500_000;

/**
 * Parses HTML as a browser with scripting does (so `noscript` holds text).
 * @throws HoldfastError file-damaged when the page would grow past one and a half million elements
 */
export function parseHtml(html: string): HtmlDocument {
  let count = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...args) {
      if (++count > mostElements) throw new HoldfastError('file-damaged', { reason: 'too-many-elements', limit: mostElements });
      return defaultTreeAdapter.createElement(...args);
    },
  };
  return parse(html, { treeAdapter });
}

export function isElement(node: { nodeName: string }): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: { nodeName: string }): node is HtmlText {
  return node.nodeName === '#text';
}

export function isHtml(element: HtmlElement): boolean {
  return element.namespaceURI === htmlNamespace;
}

export function localName(element: HtmlElement): string {
  return element.tagName.toLowerCase();
}

/** The full name of an attribute as written, in lower case: `xlink:href`, `href`. */
export function attributeName(attribute: { name: string; prefix?: string | undefined }): string {
  return (attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name).toLowerCase();
}

export function getAttribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attributeName(attribute) === name)?.value ?? null;
}

export function setAttribute(element: HtmlElement, name: string, value: string): void {
  const found = element.attrs.find((attribute) => attributeName(attribute) === name);
  if (found) found.value = value;
  else element.attrs.push({ name, value });
}

export function removeAttribute(element: HtmlElement, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attributeName(attribute) !== name);
}

export function makeElement(tagName: string, attributes: Record<string, string>, text?: string): HtmlElement {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tagName, htmlNamespace as Tree.Element['namespaceURI'], attrs);
  if (text !== undefined) defaultTreeAdapter.insertText(element, text);
  return element;
}

/** All elements in document order, iteratively: a page nested 100,000 deep must not end the process. */
export function* elementsOf(root: HtmlParent): Generator<HtmlElement> {
  const stack: HtmlParent[] = [root];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    if (isElement(parent)) yield parent;
    for (let index = parent.childNodes.length - 1; index >= 0; index--) {
      const child = parent.childNodes[index];
      if (child && isElement(child)) stack.push(child);
    }
  }
}

/** All text below a node, in order. */
export function textOf(root: HtmlParent): string {
  const parts: string[] = [];
  const stack: (HtmlParent | HtmlNode)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) parts.push(node.value);
    else if ('childNodes' in node) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
  return parts.join('');
}
