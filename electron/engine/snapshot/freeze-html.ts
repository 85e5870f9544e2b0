import { HoldfastError } from '#shared/errors.ts';
import { decodeHtml } from './decode-html.ts';
import { freezePage } from './freeze-page.ts';
import { parseHtml } from './html-tree.ts';
import type { FrozenPage } from './mhtml-to-snapshot.ts';
import { readPageMetadata } from './page-metadata.ts';
import { PageResources } from './page-resources.ts';
import type { FindResource } from './page-resources.ts';

/**
 * @param url where the page came from, if known; addresses are read against it
 * @param charset from a transport header, if there was one
 * @param find resources beside the file (side-files.ts); without it nothing is inlined
 */
export type FreezeHtmlOptions = { url?: string | null; charset?: string | null; find?: FindResource };

/**
 * An imported HTML or XHTML file as one static HTML file: scripts, handlers, forms' targets and every address outside
 * the file made harmless. Nothing is fetched.
 * @throws HoldfastError file-empty, file-damaged
 */
export function freezeHtml(bytes: Uint8Array, options: FreezeHtmlOptions = {}): FrozenPage {
  if (bytes.length === 0) throw new HoldfastError('file-empty', {});
  const decoded = decodeHtml(bytes, options.charset);
  const document = parseHtml(decoded.html);
  const url = options.url ?? savedFrom(decoded.html);
  const metadata = readPageMetadata(document, url);
  const resources = new PageResources(options.find ?? (() => 'not-kept'));
  const html = freezePage(document, url, resources);
  return {
    html,
    url,
    charset: decoded.charset,
    metadata,
    used: [...resources.used],
    unresolved: [...resources.unresolved.values()],
    complaints: [],
  };
}

/** Browsers note the address of a saved page in a comment, the "mark of the web". */
function savedFrom(html: string): string | null {
  return /<!-- saved from url=\(\d{4}\)(https?:\/\/\S+) -->/.exec(html.slice(0, 4096))?.[1] ?? null;
}
