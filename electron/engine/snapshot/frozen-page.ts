import type { PageMetadata } from '#shared/model/page-metadata.ts';
import type { DecodedHtml } from './decode-html.ts';
import { freezePage } from './freeze-page.ts';
import { parseHtml } from './html-tree.ts';
import { readPageMetadata } from './page-metadata.ts';
import { PageResources } from './page-resources.ts';
import type { FindResource, UnresolvedResource } from './page-resources.ts';

/** A page as one static HTML file, and what was learned on the way. */
export type FrozenPage = {
  html: string;
  /** The page's address as the saved file states it. */
  url: string | null;
  charset: string;
  metadata: PageMetadata;
  /** Addresses of the resources that are inside the snapshot. */
  used: string[];
  unresolved: UnresolvedResource[];
  /** What was wrong with the file though it could be read: `mhtml-truncated`, `mhtml-boundary-missing`… */
  complaints: string[];
};

/** What differs between a page and its MHTML: where the words and the resources come from. */
export type PageToFreeze = {
  decoded: DecodedHtml;
  url: string | null;
  find: FindResource;
  jsonLd?: readonly string[] | undefined;
  complaints?: string[];
};

/** The one way a decoded page becomes a snapshot. Metadata is read first: freezing takes the scripts that hold some of it. */
export function toFrozenPage({ decoded, url, find, jsonLd, complaints = [] }: PageToFreeze): FrozenPage {
  const document = parseHtml(decoded.html);
  const metadata = readPageMetadata(document, url, jsonLd);
  const resources = new PageResources(find);
  const html = freezePage(document, url, resources);
  return {
    html,
    url,
    charset: decoded.charset,
    metadata,
    used: [...resources.used],
    unresolved: [...resources.unresolved.values()],
    complaints,
  };
}
