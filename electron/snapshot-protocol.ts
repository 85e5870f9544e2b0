import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { toErrorData } from '#shared/errors.ts';
import { APP_ORIGIN } from './scheme-names.ts';

/** The path of a frozen snapshot's HTML, by the id of its file. */
export type LocateSnapshot = (fileId: string) => Promise<string>;

/** Answers `holdfast-snapshot://<fileId>/` with the frozen page, able to run our annotator and nothing else. */
export function snapshotHandler(locate: LocateSnapshot, annotatorPath: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.pathname !== '/') return new Response(null, { status: 404 });
    try {
      const html = await readFile(await locate(url.hostname), 'utf8');
      const script = await readFile(annotatorPath, 'utf8');
      const nonce = randomBytes(16).toString('base64');
      return new Response(withAnnotator(html, script, nonce), { headers: snapshotHeaders(nonce) });
    } catch (error) {
      return new Response(toErrorData(error).code, { status: 404 });
    }
  };
}

/**
 * Puts the script before anything else of the page, so that no mark-up of the page can swallow it. As a module
 * it runs once the page is read.
 */
export function withAnnotator(html: string, script: string, nonce: string): string {
  const doctype = /^\uFEFF?\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  const safe = script.replaceAll(/<(\/script|!--)/gi, '\\x3C$1');
  return `${doctype}<script type="module" nonce="${nonce}">${safe}</script>${html.slice(doctype.length)}`;
}

/** The header sandbox gives the page an opaque origin even outside its frame. */
function snapshotHeaders(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    'img-src data: blob:',
    "style-src 'unsafe-inline' data:",
    'font-src data:',
    'media-src data:',
    `script-src 'nonce-${nonce}'`,
    'frame-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${APP_ORIGIN}`,
    'sandbox allow-scripts',
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
  };
}
