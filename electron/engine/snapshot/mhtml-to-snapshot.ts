import { HoldfastError } from '#shared/errors.ts';
import { decodeHtml } from './decode-html.ts';
import { toFrozenPage } from './frozen-page.ts';
import type { FrozenPage } from './frozen-page.ts';
import { readMimeMessage } from './mime-message.ts';
import type { MimeMessage, MimePart } from './mime-message.ts';
import { absolute } from './page-resources.ts';
import type { FindResource, Resource } from './page-resources.ts';

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
  const find = finderOf(message.parts, url, options.extras ?? []);
  return toFrozenPage({ decoded, url, find, jsonLd: options.jsonLd, complaints: message.complaints });
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
