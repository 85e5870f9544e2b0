import type { MetadataOrigin, PageMetadata, PageStatement } from '#shared/model/page-metadata.ts';
import { elementsOf, getAttribute, localName, textOf } from './html-tree.ts';
import type { HtmlDocument, HtmlElement } from './html-tree.ts';
import { readJsonLd } from './json-ld.ts';

/** The statements a page makes about itself, in its head, `<time>` elements and JSON-LD. */
type Found = { meta: Map<string, string>; title: string; heading: string; time: string; html: HtmlElement | null; canonical: string; author: string }; // prettier-ignore

const longest = 2000;

/**
 * What the page says about itself. Nothing is guessed or converted: names and dates stay as written, each with the
 * place it was read from. JSON-LD goes before Open Graph, Open Graph before plain meta, meta before markup.
 *
 * @param jsonLd bodies of JSON-LD blocks known from elsewhere (Chromium's MHTML leaves scripts out)
 */
export function readPageMetadata(document: HtmlDocument, url: string | null, jsonLd: readonly string[] = []): PageMetadata {
  const found = gather(document);
  const ld = readJsonLd([...jsonLd, ...jsonLdBlocks(document)]);
  const meta = (...names: string[]) => names.map((name) => found.meta.get(name)).find((value) => value) ?? '';
  const direction = (found.html && getAttribute(found.html, 'dir')?.toLowerCase()) ?? '';
  return {
    title: first([ld.headline, 'json-ld'], [meta('og:title', 'twitter:title'), 'open-graph'], [found.title, 'html'], [found.heading, 'html']),
    byline: first([ld.author, 'json-ld'], [meta('author', 'parsely-author', 'dc.creator', 'article:author', 'twitter:creator'), 'meta'], [found.author, 'html']),
    siteName: first([ld.publisher, 'json-ld'], [meta('og:site_name'), 'open-graph'], [meta('application-name', 'dc.publisher'), 'meta']),
    publishedAt: first(
      [ld.datePublished, 'json-ld'],
      [meta('article:published_time', 'og:article:published_time'), 'open-graph'],
      [meta('date', 'dc.date', 'dcterms.created', 'dcterms.date', 'pubdate', 'publish-date', 'parsely-pub-date', 'datepublished', 'sailthru.date'), 'meta'],
      [found.time, 'html'],
    ),
    modifiedAt: first([ld.dateModified, 'json-ld'], [meta('article:modified_time', 'og:updated_time'), 'open-graph'], [meta('last-modified', 'dcterms.modified', 'datemodified'), 'meta']),
    description: first([ld.description, 'json-ld'], [meta('og:description', 'twitter:description'), 'open-graph'], [meta('description', 'dc.description'), 'meta']),
    language: first([(found.html && (getAttribute(found.html, 'lang') ?? getAttribute(found.html, 'xml:lang'))) ?? '', 'html'], [ld.inLanguage, 'json-ld'], [meta('og:locale'), 'open-graph'], [meta('content-language', 'dc.language'), 'meta']),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : null,
    canonicalUrl: first([absoluteHttp(found.canonical, url), 'html'], [absoluteHttp(meta('og:url'), url), 'open-graph']),
    kind: first([ld.type, 'json-ld'], [meta('og:type'), 'open-graph']),
  };
} // prettier-ignore

function first(...candidates: [string, MetadataOrigin][]): PageStatement | null {
  for (const [raw, from] of candidates) {
    const value = raw.replace(/\s+/g, ' ').trim().slice(0, longest);
    if (value !== '') return { value, from };
  }
  return null;
}

function gather(document: HtmlDocument): Found {
  const found: Found = { meta: new Map(), title: '', heading: '', time: '', html: null, canonical: '', author: '' };
  for (const element of elementsOf(document)) {
    const name = localName(element);
    if (name === 'html') found.html ??= element;
    else if (name === 'title') found.title ||= textOf(element);
    else if (name === 'h1') found.heading ||= textOf(element);
    else if (name === 'meta') noteMeta(found.meta, element);
    else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(getAttribute(element, 'rel') ?? ''))
      found.canonical ||= getAttribute(element, 'href') ?? '';
    else if (name === 'time') found.time = bestTime(found.time, element);
    if (!found.author && (getAttribute(element, 'itemprop') === 'author' || getAttribute(element, 'rel') === 'author') && name !== 'meta' && name !== 'link')
      found.author = textOf(element);
  }
  return found;
} // prettier-ignore

function noteMeta(meta: Map<string, string>, element: HtmlElement): void {
  const name = getAttribute(element, 'property') ?? getAttribute(element, 'name') ?? getAttribute(element, 'itemprop') ?? getAttribute(element, 'http-equiv'); // prettier-ignore
  const content = getAttribute(element, 'content');
  if (name && content && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
}

/** The first `<time>` with a machine date; one marked as the publication date wins. */
function bestTime(known: string, element: HtmlElement): string {
  const value = getAttribute(element, 'datetime') ?? '';
  const marked = getAttribute(element, 'pubdate') !== null || getAttribute(element, 'itemprop') === 'datePublished';
  return /\d{4}/.test(value) && (known === '' || marked) ? value : known;
}

function jsonLdBlocks(document: HtmlDocument): string[] {
  const blocks: string[] = [];
  for (const element of elementsOf(document))
    if (localName(element) === 'script' && /^\s*application\/ld\+json/i.test(getAttribute(element, 'type') ?? ''))
      blocks.push(textOf(element));
  return blocks;
}

function absoluteHttp(reference: string, base: string | null): string {
  const parsed = reference ? URL.parse(reference, base ?? undefined) : null;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : '';
}
