import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { header, headerValues, readHeaders } from './warc-records.ts';

/** The block of a request or response record (RFC 9112). `body` is what follows the header, untouched. */
export type HttpMessage = { startLine: string; headers: [string, string][]; body: Buffer };

/** @returns null when the block does not begin with a header that ends. */
export function httpMessage(block: Buffer): HttpMessage | null {
  const end = block.indexOf('\r\n\r\n', 0, 'latin1');
  if (end < 0) return null;
  const [startLine = '', ...lines] = block.subarray(0, end).toString('latin1').split('\r\n');
  return { startLine, headers: readHeaders(lines), body: block.subarray(end + 4) };
}

/** Takes the chunks of `Transfer-Encoding: chunked` apart. @throws Error where they are not chunks. */
export function dechunk(body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const line = body.indexOf('\r\n', at, 'latin1');
    const size = /^[0-9a-f]+$/i.exec(body.subarray(at, line).toString('latin1').split(';')[0]?.trim() ?? '');
    if (line < 0 || !size) throw new Error('not chunks');
    const length = Number.parseInt(size[0], 16);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}

const decoders: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  identity: (bytes) => bytes,
  // Servers send both under this name (RFC 9110 section 8.4.1.2).
  deflate: (bytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes) : inflateRawSync(bytes)),
};

/** The body as a reader gets it, by what the message's own header says. @throws Error when the header is not true of the bytes. */
export function decodedBody({ headers, body }: HttpMessage): Buffer {
  const chunked = /chunked/i.test(header(headers, 'transfer-encoding') ?? '');
  const codings = headerValues(headers, 'content-encoding').flatMap((value) => value.toLowerCase().split(/\s*,\s*/));
  const entity = chunked && body.length > 0 ? dechunk(body) : body;
  if (entity.length === 0) return entity;
  return codings.reduceRight((bytes, coding) => {
    const decode = decoders[coding];
    if (!decode) throw new Error(`the coding ${coding} is not known`);
    return decode(bytes);
  }, entity);
}
