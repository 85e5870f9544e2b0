import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { excludedElements } from '#shared/anchoring/text-rules.ts';
import { attributeName, isElement, isText, localName } from './html-tree.ts';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts';
import type { SnapshotText, TextRange } from './snapshot-text.ts';

export type Article = {
  range: TextRange;
  title: string | null;
  byline: string | null;
  excerpt: string | null;
};

/** Readability's time grows faster than the page; past these a page is a list or an archive, not an article. */
const mostElements = 60_000;
const mostText = 2_000_000;
const deepest = 400;
/** A few words are a page's whole text, not an article in it. */
const shortest = 250;
const mark = 'data-holdfast-at';

/**
 * Finds the article in a page. Every element that holds words is marked with its range before Readability chooses,
 * so the answer is exact: the smallest range of the canonical text covering all the elements it kept.
 */
export function findArticle(document: HtmlDocument, page: SnapshotText): Article | null {
  if (page.text.length > mostText) return null;
  const html = markedHtml(document, page.ranges);
  if (html === null) return null;
  try {
    const parsed = parseHTML(html) as unknown as { document: ConstructorParameters<typeof Readability>[0] };
    const article = new Readability(parsed.document, {
      maxElemsToParse: mostElements,
      disableJSONLD: true,
    }).parse();
    const range = article?.content ? coveredRange(article.content) : null;
    if (!article || !range || range.end - range.start < shortest) return null;
    const word = (value: string | null | undefined) => value?.replace(/\s+/g, ' ').trim() || null;
    return {
      range,
      title: word(article.title),
      byline: word(article.byline),
      excerpt: word(article.excerpt),
    };
  } catch {
    // Readability is a guess made from the outside of a page it was not written for; no guess is an answer too.
    return null;
  }
}

function coveredRange(content: string): TextRange | null {
  let range: TextRange | null = null;
  for (const match of content.matchAll(/data-holdfast-at="(\d+)-(\d+)"/g)) {
    const start = Number(match[1]);
    const end = Number(match[2]);
    range = range ? { start: Math.min(range.start, start), end: Math.max(range.end, end) } : { start, end };
  }
  return range;
}

const keptAttributes = new Set(['class', 'id', 'role', 'itemprop', 'itemtype', 'rel', 'property', 'name', 'content', 'lang', 'dir', 'aria-hidden', 'hidden', 'data-holdfast-href']); // prettier-ignore

/** A light copy for Readability: structure, words and hints, no images, styles or addresses. Null when too big. */
function markedHtml(document: HtmlDocument, ranges: Map<HtmlElement, TextRange>): string | null {
  const out: string[] = [];
  const stack: { node: HtmlNode | HtmlParent | string; depth: number }[] = [{ node: document, depth: 0 }];
  let count = 0;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    if (typeof node === 'string') out.push(node);
    else if (isText(node)) out.push(escape((node as { value: string }).value));
    else if ('childNodes' in node) {
      if (++count > mostElements || depth > deepest) return null;
      if (isElement(node)) {
        const name = localName(node);
        if (excludedElements.has(name) && name !== 'head' && name !== 'title') continue;
        out.push(openTag(node, name, ranges.get(node)));
        if (/^(area|br|col|hr|img|input|link|meta|source|track|wbr)$/.test(name)) continue;
        stack.push({ node: `</${name}>`, depth });
      }
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push({ node: node.childNodes[index]!, depth: depth + 1 });
    }
  }
  return out.join('');
}

function openTag(element: HtmlElement, name: string, range: TextRange | undefined): string {
  const attributes = element.attrs
    .filter((attribute) => keptAttributes.has(attributeName(attribute)) && attribute.value.length < 2000)
    .map((attribute) => ` ${attribute.name.replace(/^data-holdfast-/, '')}="${escape(attribute.value)}"`);
  const style = /display\s*:\s*none/i.test(element.attrs.find((one) => one.name === 'style')?.value ?? '');
  return `<${name}${attributes.join('')}${style ? ' style="display:none"' : ''}${range ? ` ${mark}="${range.start}-${range.end}"` : ''}>`;
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
