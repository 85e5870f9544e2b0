import { toErrorData } from '#shared/errors.ts';
import { parseRange, type ByteRange } from './byte-range.ts';
import { fileStream } from './file-stream.ts';
import { APP_ORIGIN } from './scheme-names.ts';

/** Where a blob lies and how long it is. */
export type LocateBlob = (sha256: string) => Promise<{ path: string; size: number }>;

/** Types a window can show without running anything; every other is sent as plain bytes. */
const shown = /^(image|video|audio|font)\/[\w.+-]+$|^application\/(pdf|json)$|^text\/(plain|vtt)$/;

/**
 * Answers `holdfast-blob://blob/<sha256>?type=<media type>`: streamed from disk, GET and HEAD, one byte range
 * (RFC 9110 section 14).
 */
export function blobHandler(locate: LocateBlob): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const sha256 = /^\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (url.hostname !== 'blob' || sha256 === undefined) return new Response(null, { status: 404 });
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight });
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    try {
      return await answer(request, await locate(sha256), url.searchParams.get('type') ?? '');
    } catch (error) {
      const { code } = toErrorData(error);
      return new Response(code, { status: code === 'internal' ? 500 : 404 });
    }
  };
}

async function answer(request: Request, blob: { path: string; size: number }, type: string): Promise<Response> {
  const range = parseRange(request.headers.get('range'), blob.size);
  const headers = headersFor(type);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${blob.size}`);
    return new Response(null, { status: 416, headers });
  }
  const part: ByteRange = range ?? { start: 0, end: blob.size - 1 };
  headers.set('content-length', String(part.end - part.start + 1));
  if (range !== null) headers.set('content-range', `bytes ${part.start}-${part.end}/${blob.size}`);
  const empty = request.method === 'HEAD' || blob.size === 0;
  const body = empty ? null : await fileStream(blob.path, part);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}

/** pdf.js asks for ranges by fetch, from the window's origin. */
const preflight = {
  'access-control-allow-origin': APP_ORIGIN,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'range',
};

/** Blobs never change, so they may be kept; they never run, so nothing is allowed to them. */
function headersFor(type: string): Headers {
  return new Headers({
    'content-type': shown.test(type) ? type : 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': APP_ORIGIN,
    'access-control-expose-headers': 'accept-ranges, content-length, content-range',
  });
}
