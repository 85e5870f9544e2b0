import { HoldfastError } from '#shared/errors.ts';
import type { PageMetadata } from '#shared/model/page-metadata.ts';
import { findArticle } from './article-range.ts';
import { attributeName, elementsOf, localName, parseHtml } from './html-tree.ts';
import type { HtmlDocument } from './html-tree.ts';
import { snapshotText } from './snapshot-text.ts';
import type { TextRange } from './snapshot-text.ts';

/** A frozen snapshot read back: its canonical text, and where the article lies in it (null when none is found). */
export type SnapshotReading = { text: string; article: TextRange | null; metadata: PageMetadata };

/**
 * Reads a frozen snapshot as whoever opens it will: from its text, not from the tree it was written from. Metadata
 * that the freezing read from the page is completed with the article's byline and title where the page names none.
 * @throws HoldfastError file-damaged when something that acts survived the freezing
 */
export function readSnapshot(html: string, metadata: PageMetadata): SnapshotReading {
  const document = parseHtml(html);
  refuseActive(document);
  const page = snapshotText(document);
  const article = findArticle(document, page);
  const guess = (value: string | null | undefined) => (value ? ({ value, from: 'readability' } as const) : null);
  return {
    text: page.text,
    article: article?.range ?? null,
    metadata: {
      ...metadata,
      title: metadata.title ?? guess(article?.title),
      byline: metadata.byline ?? guess(article?.byline),
      description: metadata.description ?? guess(article?.excerpt),
    },
  };
}

/**
 * The second look: a page built to read differently the second time (mutation attacks on sanitisers) is refused
 * rather than kept in a dangerous form.
 */
function refuseActive(document: HtmlDocument): void {
  for (const element of elementsOf(document)) {
    const name = localName(element);
    const active =
      ['script', 'object', 'embed', 'applet', 'base'].includes(name) ||
      element.attrs.some(
        (attribute) =>
          attributeName(attribute).startsWith('on') ||
          (/(href|src|action)$/.test(attributeName(attribute)) &&
            !attributeName(attribute).startsWith('data-') &&
            /^[\s\u0000-\u001f]*(javascript|vbscript):/i.test(attribute.value)),
      );
    if (active) throw new HoldfastError('file-damaged', { reason: 'page-active', element: name });
  }
}
