import { decodeCss } from './decode-html.ts';
import type { CssResources } from './rewrite-css.ts';

/** One resource that came with the page: from the MHTML, or from the folder beside an imported file. */
export type Resource = { mediaType: string; charset: string | null; bytes: Buffer; url: string | null };

export type UnresolvedReason = 'not-kept' | 'too-large' | 'outside-folder' | 'damaged' | 'not-supported';
/** A resource the page asks for that the snapshot does not hold. It is never fetched. */
export type UnresolvedResource = { url: string; usedBy: string; reason: UnresolvedReason };

/** Looks a reference up among what came with the page. Never asks the network. */
export type FindResource = (reference: string, base: string | null) => Resource | UnresolvedReason;

const largestResource = 32 * 1024 * 1024;
/** V8 strings end at 512 MB; base64 takes a third more than the bytes. */
const largestTotal = 256 * 1024 * 1024;

/** The resources of one page while it is frozen: what was used, what was missing. */
export class PageResources {
  readonly used = new Set<string>();
  readonly unresolved = new Map<string, UnresolvedResource>();
  private readonly find: FindResource;
  private total = 0;

  constructor(find: FindResource) {
    this.find = find;
  }

  /** The resource, or null after noting that it is missing. */
  get(reference: string, base: string | null, usedBy: string): Resource | null {
    const address = reference.trim();
    if (address === '') return null;
    const found = /^data:/i.test(address) ? (readDataUrl(address) ?? 'damaged') : this.find(address, base);
    if (typeof found === 'string') return this.miss(absolute(address, base), usedBy, found);
    if (found.bytes.length > largestResource) return this.miss(absolute(address, base), usedBy, 'too-large');
    if (!/^data:/i.test(address)) this.used.add(found.url ?? absolute(address, base));
    return found;
  }

  has(reference: string, base: string | null): boolean {
    const address = reference.trim();
    return /^data:/i.test(address) || (address !== '' && typeof this.find(address, base) !== 'string');
  }

  /** A `data:` address, or null after noting what is missing. Text types carry their charset. */
  inline(reference: string, base: string | null, usedBy: string): string | null {
    const address = reference.trim();
    if (/^data:/i.test(address)) return address;
    const resource = this.get(address, base, usedBy);
    if (!resource) return null;
    this.total += resource.bytes.length;
    if (this.total > largestTotal) return this.miss(absolute(address, base), usedBy, 'too-large');
    return dataUrl(resource);
  }

  /** The same for style sheets. */
  css(): CssResources {
    return {
      inline: (reference, base) => this.inline(reference, base, 'style'),
      sheet: (reference, base) => {
        const sheet = this.get(reference, base, 'style');
        return sheet && { css: decodeCss(sheet.bytes, sheet.charset), base: baseOf(sheet, base) };
      },
    };
  }

  private miss(url: string, usedBy: string, reason: UnresolvedReason): null {
    const shown = url.length > 2000 ? `${url.slice(0, 2000)}…` : url;
    if (!this.unresolved.has(shown)) this.unresolved.set(shown, { url: shown, usedBy, reason });
    return null;
  }
}

/** What addresses inside a resource are relative to. A sheet that stood in the page itself has only a `cid:` name. */
export function baseOf(resource: Resource, base: string | null): string | null {
  return resource.url && !/^cid:/i.test(resource.url) ? resource.url : base;
}

export function dataUrl(resource: Resource): string {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(resource.mediaType) ? resource.mediaType : 'application/octet-stream';
  const charset = resource.charset && /^[\w.:-]+$/.test(resource.charset) ? `;charset=${resource.charset}` : '';
  return `data:${type}${charset};base64,${resource.bytes.toString('base64')}`;
}

/** RFC 2397. */
export function readDataUrl(url: string): Resource | null {
  const comma = url.indexOf(',');
  if (comma < 0) return null;
  const [type = '', ...parameters] = url.slice('data:'.length, comma).split(';');
  const charset =
    parameters
      .find((parameter) => /^\s*charset=/i.test(parameter))
      ?.split('=')[1]
      ?.trim() ?? null;
  const body = url.slice(comma + 1);
  try {
    const bytes = parameters.some((parameter) => /^\s*base64\s*$/i.test(parameter))
      ? Buffer.from(decodeURIComponent(body), 'base64')
      : percentDecode(body);
    return { mediaType: type.trim().toLowerCase() || 'text/plain', charset, bytes, url: null };
  } catch {
    return null;
  }
}

function percentDecode(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8').toString('latin1');
  return Buffer.from(
    bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

/** The address against its base; as written when that is no address. */
export function absolute(reference: string, base: string | null): string {
  const parsed = URL.parse(reference.trim(), base ?? undefined);
  return parsed ? parsed.href : reference.trim();
}
