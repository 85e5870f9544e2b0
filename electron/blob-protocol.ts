import { toErrorData } from '#shared/errors.ts';
import { fileAnswer } from './file-answer.ts';
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
      return await fileAnswer(request, await locate(sha256), headersFor(url.searchParams.get('type') ?? ''));
    } catch (error) {
      const { code } = toErrorData(error);
      return new Response(code, { status: code === 'internal' ? 500 : 404 });
    }
  };
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
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': APP_ORIGIN,
    'access-control-expose-headers': 'accept-ranges, content-length, content-range',
  });
}
