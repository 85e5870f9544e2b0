import { HoldfastError } from '#shared/errors.ts';
import type { PageMetadata } from '#shared/model/page-metadata.ts';
import { decodeHtml } from './decode-html.ts';
import { freezePage } from './freeze-page.ts';
import { parseHtml } from './html-tree.ts';
import { readMimeMessage } from './mime-message.ts';
import type { MimeMessage, MimePart } from './mime-message.ts';
import { readPageMetadata } from './page-metadata.ts';
import { absolute, PageResources } from './page-resources.ts';
import type { FindResource, Resource, UnresolvedResource } from './page-resources.ts';

/** One static HTML file, and what is known about it. */
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

/**
 * What a capture knows beyond the MHTML Chromium wrote, which leaves out scripts, fonts, posters and drawings' images.
 * `jsonLd`: bodies of JSON-LD blocks; `extras`: resources, used where the file has none.
 */
export type MhtmlOptions = { url?: string | null; jsonLd?: readonly string[]; extras?: readonly Resource[] };

/**
 * A page saved as MHTML, by Chromium or another browser, as one static HTML file with every resource inlined.
 * @throws HoldfastError file-empty, file-damaged (`reason` says what is missing)
 */
export function mhtmlToSnapshot(bytes: Uint8Array, options: MhtmlOptions = {}): FrozenPage {
  const message = readMimeMessage(bytes);
  const root = rootPart(message);
  if (!root) throw new HoldfastError('file-damaged', { reason: 'mhtml-no-page' });
  const url = root.headers.get('content-location') ?? message.headers.get('snapshot-content-location') ?? options.url ?? null;
  const decoded = decodeHtml(root.bytes, root.charset);
  const document = parseHtml(decoded.html);
  const metadata = readPageMetadata(document, url, options.jsonLd);
  const resources = new PageResources(finderOf(message.parts, url, options.extras ?? []));
  const html = freezePage(document, url, resources);
  return {
    html,
    url,
    charset: decoded.charset,
    metadata,
    used: [...resources.used],
    unresolved: [...resources.unresolved.values()],
    complaints: message.complaints,
  };
}

/** RFC 2387: the part named by `start`, else the first that is a page. */
function rootPart(message: MimeMessage): MimePart | undefined {
  const start = /start="?(<[^>"]+>)"?/.exec(message.headers.get('content-type') ?? '')?.[1];
  const pages = message.parts.filter((part) => /^(text\/html|application\/xhtml\+xml)$/.test(part.mediaType));
  return pages.find((part) => start && part.headers.get('content-id') === start) ?? pages[0];
}

function finderOf(parts: MimePart[], pageUrl: string | null, extras: readonly Resource[]): FindResource {
  const byAddress = new Map<string, Resource>();
  const note = (address: string, resource: Resource) => {
    if (!byAddress.has(address)) byAddress.set(address, resource);
  };
  for (const part of parts) {
    const location = part.headers.get('content-location') ?? null;
    const resource: Resource = {
      mediaType: part.mediaType,
      charset: part.charset,
      bytes: part.bytes,
      url: location && absolute(location, pageUrl),
    };
    const id = part.headers.get('content-id')?.replace(/^<|>$/g, '');
    if (id) note(`cid:${id}`, resource);
    if (location) {
      note(location, resource);
      note(withoutFragment(absolute(location, pageUrl)), resource);
    }
  }
  for (const extra of extras) if (extra.url) note(withoutFragment(extra.url), extra);
  return (reference, base) =>
    byAddress.get(reference) ??
    byAddress.get(reference.replace(/^cid:(.*)$/i, (_, id: string) => `cid:${decodeURIComponentSafe(id)}`)) ??
    byAddress.get(withoutFragment(absolute(reference, base))) ??
    'not-kept';
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}

function decodeURIComponentSafe(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
