import { HoldfastError } from '#shared/errors.ts';

export type MimeHeaders = ReadonlyMap<string, string>;
export type MimePart = { headers: MimeHeaders; mediaType: string; charset: string | null; bytes: Buffer };
export type MimeMessage = { headers: MimeHeaders; parts: MimePart[]; complaints: string[] };

const mostParts = 20_000;

/**
 * Reads a saved page in MHTML (RFC 2557 over RFC 2045/2046) into its decoded parts. Forgiving: a missing boundary
 * parameter, a missing end, bare LF and broken encodings are read as far as they make sense and named in `complaints`.
 * @throws HoldfastError file-empty, or file-damaged when there is nothing that looks like a message
 */
export function readMimeMessage(bytes: Uint8Array): MimeMessage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) throw new HoldfastError('file-empty', {});
  const { headers, bodyStart } = readHeaders(buffer, true);
  if (headers.size === 0) throw new HoldfastError('file-damaged', { reason: 'mhtml-no-headers' });
  const complaints: string[] = [];
  const parts: MimePart[] = [];
  const pending: { headers: MimeHeaders; body: Buffer }[] = [{ headers, body: buffer.subarray(bodyStart) }];
  for (let entity = pending.shift(); entity && parts.length < mostParts; entity = pending.shift()) {
    const type = parseContentType(entity.headers.get('content-type') ?? 'text/plain');
    if (!type.mediaType.startsWith('multipart/')) {
      parts.push(decodePart(entity.headers, type, entity.body, complaints));
      continue;
    }
    const boundary = type.parameters.get('boundary') ?? guessBoundary(entity.body);
    if (!type.parameters.get('boundary')) complaints.push('mhtml-boundary-missing');
    if (!boundary) continue;
    const split = splitParts(entity.body, boundary);
    if (!split.ended) complaints.push('mhtml-truncated');
    pending.unshift(...split.bodies.map(readEntity));
  }
  return { headers, parts, complaints: [...new Set(complaints)] };
}

function readEntity(bytes: Buffer): { headers: MimeHeaders; body: Buffer } {
  const { headers, bodyStart } = readHeaders(bytes, false);
  return { headers, body: bytes.subarray(bodyStart) };
}

function readHeaders(buffer: Buffer, skipBlank: boolean): { headers: Map<string, string>; bodyStart: number } {
  const headers = new Map<string, string>();
  let at = 0;
  let name: string | null = null;
  while (at < buffer.length) {
    const lineEnd = buffer.indexOf(10, at);
    const next = lineEnd < 0 ? buffer.length : lineEnd + 1;
    const line = buffer.toString('utf8', at, lineEnd < 0 ? buffer.length : lineEnd).replace(/\r$/, '');
    if (line === '') {
      if (headers.size > 0 || !skipBlank) return { headers, bodyStart: next };
    } else if (/^[ \t]/.test(line) && name) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
    else {
      const field = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line);
      if (!field) return { headers, bodyStart: at };
      name = field[1]!.toLowerCase();
      if (!headers.has(name)) headers.set(name, field[2]!.trim());
    }
    at = next;
  }
  return { headers, bodyStart: buffer.length };
}

/** `Content-Type` apart: the media type in lower case and its parameters (RFC 2045, 5.1). */
export function parseContentType(value: string): { mediaType: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const match of value.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g))
    parameters.set(match[1]!.toLowerCase(), match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
  return { mediaType: (value.split(';')[0] ?? '').trim().toLowerCase(), parameters };
}

function guessBoundary(body: Buffer): string | null {
  return /^--([^\r\n]{1,200}?)[ \t]*\r?$/m.exec(body.toString('latin1', 0, 4096))?.[1] ?? null;
}

function splitParts(body: Buffer, boundary: string): { bodies: Buffer[]; ended: boolean } {
  const bodies: Buffer[] = [];
  const mark = `--${boundary}`;
  let partStart = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    const after = body.toString('latin1', at + mark.length, at + mark.length + 2);
    if (!/^(--|[\r\n \t]|$)/.test(after)) continue;
    if (partStart >= 0) bodies.push(body.subarray(partStart, withoutLineEnd(body, at)));
    if (after === '--') return { bodies, ended: true };
    const lineEnd = body.indexOf(10, at);
    partStart = lineEnd < 0 ? body.length : lineEnd + 1;
  }
  if (partStart >= 0 && partStart < body.length) bodies.push(body.subarray(partStart));
  return { bodies, ended: false };
}

/** The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1). */
function withoutLineEnd(body: Buffer, at: number): number {
  return body[at - 1] === 10 ? (body[at - 2] === 13 ? at - 2 : at - 1) : at;
}

function decodePart(
  headers: MimeHeaders,
  type: { mediaType: string; parameters: Map<string, string> },
  body: Buffer,
  complaints: string[],
): MimePart {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').trim().toLowerCase();
  const bytes = decodeBody(encoding, body, complaints);
  return {
    headers,
    mediaType: type.mediaType || 'application/octet-stream',
    charset: type.parameters.get('charset') ?? null,
    bytes,
  };
}

function decodeBody(encoding: string, body: Buffer, complaints: string[]): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  if (!['7bit', '8bit', 'binary'].includes(encoding)) complaints.push('mhtml-encoding-unknown');
  return body;
}

/** RFC 2045, 6.7. A stray `=` is kept as it stands. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!;
    if (byte !== 61) {
      out[length++] = byte;
      continue;
    }
    let end = at + 1;
    while (body[end] === 32 || body[end] === 9) end++;
    if (body[end] === 13 && body[end + 1] === 10) at = end + 1;
    else if (body[end] === 10 || end >= body.length) at = end;
    else {
      const value = hexPair(body[at + 1], body[at + 2]);
      out[length++] = value ?? 61;
      if (value !== null) at += 2;
    }
  }
  return out.subarray(0, length);
}

function hexPair(high: number | undefined, low: number | undefined): number | null {
  const text = String.fromCharCode(high ?? 0, low ?? 0);
  return /^[0-9a-f]{2}$/i.test(text) ? parseInt(text, 16) : null;
}
