import iconv from 'iconv-lite';

export type DecodedHtml = {
  html: string;
  charset: string;
  from: 'bom' | 'header' | 'meta' | 'utf-8' | 'fallback';
};

/** How far a browser looks for a `meta charset` (HTML 13.2.3.2); real pages overrun it, so look four times as far. */
const prescanBytes = 4096;

/**
 * Bytes of an HTML file as text: byte order mark, then the transport's charset, then `meta` (HTML 13.2.3), then valid
 * UTF-8, then windows-1252. Never throws: undecodable bytes become U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, headerCharset?: string | null): DecodedHtml {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bom = byteOrderMark(buffer);
  if (bom) return { html: iconv.decode(buffer, bom), charset: bom, from: 'bom' };
  const header = knownCharset(headerCharset);
  if (header) return { html: iconv.decode(buffer, header), charset: header, from: 'header' };
  const meta = knownCharset(metaCharset(buffer));
  if (meta) return { html: iconv.decode(buffer, meta), charset: meta, from: 'meta' };
  try {
    const html = new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    return { html, charset: 'utf-8', from: 'utf-8' };
  } catch {
    return { html: iconv.decode(buffer, 'windows-1252'), charset: 'windows-1252', from: 'fallback' };
  }
}

/** A style sheet's text: byte order mark, transport, `@charset`, UTF-8 (CSS Syntax 3, 3.2). */
export function decodeCss(bytes: Uint8Array, headerCharset?: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = /^@charset "([^"]{1,40})";/.exec(buffer.toString('latin1', 0, 60))?.[1];
  return iconv.decode(buffer, byteOrderMark(buffer) ?? knownCharset(headerCharset) ?? knownCharset(declared) ?? 'utf-8');
}

function byteOrderMark(buffer: Buffer): string | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf-8';
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  return null;
}

/** The charset a decoder exists for; the labels the web maps elsewhere (Encoding standard, 4.2) are mapped. */
function knownCharset(label: string | null | undefined): string | null {
  const name = label
    ?.trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  if (!name || !iconv.encodingExists(name)) return null;
  if (['iso-8859-1', 'latin1', 'l1', 'us-ascii', 'ascii'].includes(name)) return 'windows-1252';
  return name;
}

/** A page that could be read for its `meta` was not UTF-16, so a meta that says UTF-16 means UTF-8. */
function metaCharset(buffer: Buffer): string | null {
  const head = buffer.toString('latin1', 0, prescanBytes).replace(/<!--[\s\S]*?-->/g, '');
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1];
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
  const label = meta ?? xml ?? null;
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}
