import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { APP_ORIGIN, BLOB_SCHEME, SNAPSHOT_SCHEME } from './scheme-names.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * The window may run its own scripts and show blobs and snapshots, nothing from elsewhere. Styles may be inline
 * because pdf.js and the component library place things by style attributes; wasm is for pdf.js's image decoders.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' data: blob: ${BLOB_SCHEME}:`,
  `media-src 'self' blob: ${BLOB_SCHEME}:`,
  "font-src 'self' data: blob:",
  `connect-src 'self' blob: ${BLOB_SCHEME}:`,
  "worker-src 'self' blob:",
  `frame-src ${SNAPSHOT_SCHEME}:`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Answers `holdfast-app://app/...` with the built window, and nothing outside its folder. */
export function appHandler(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const path = join(folder, normalize(decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)));
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN || !path.startsWith(folder + sep)) return new Response(null, { status: 404 });
    try {
      const bytes = await readFile(path);
      return new Response(bytes, {
        headers: {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  };
}
