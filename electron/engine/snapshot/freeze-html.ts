import { HoldfastError } from '#shared/errors.ts';
import { decodeHtml } from './decode-html.ts';
import { toFrozenPage } from './frozen-page.ts';
import type { FrozenPage } from './frozen-page.ts';
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
  return toFrozenPage({ decoded, url: options.url ?? savedFrom(decoded.html), find: options.find ?? (() => 'not-kept') });
}

/** Browsers note the address of a saved page in a comment, the "mark of the web". */
function savedFrom(html: string): string | null {
  return /<!-- saved from url=\(\d{4}\)(https?:\/\/\S+) -->/.exec(html.slice(0, 4096))?.[1] ?? null;
}
