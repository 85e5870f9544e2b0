import { readFile } from 'node:fs/promises';
import { fileAnswer } from '../file-answer.ts';
import { hostAddress } from './replay-address.ts';
import { hostPage, hostPolicy, missingPage } from './replay-policy.ts';
import type { ArchiveKind } from './sniff-archive.ts';
import { workerScript } from './worker-answers.ts';

/** One opened archive: where its bytes lie, and the secret name of its origin. */
export type ServedArchive = { token: string; path: string; size: number; kind: ArchiveKind };

export const WORKER_QUERY = '?notFoundTemplateUrl=missing.html';

/** Where wabac finds the archive, by the ending it knows. */
export function archiveAddress({ token, kind }: Pick<ServedArchive, 'token' | 'kind'>): string {
  return `${hostAddress(token)}archive.${kind}`;
}

/**
 * Answers `holdfast-replay://<token>/` with the host page, the service worker and this archive's bytes; anything else
 * does not exist. Archived pages come from the service worker, not from here.
 */
export function replayHandler(archive: ServedArchive, workerPath: string): (request: Request) => Promise<Response> {
  const here = hostAddress(archive.token);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    try {
      switch (request.url) {
        case here:
          return new Response(hostPage, {
            headers: headers('text/html; charset=utf-8', { 'content-security-policy': hostPolicy(archive.token) }),
          });
        case `${here}sw.js${WORKER_QUERY}`:
          return new Response(workerScript(await readFile(workerPath, 'utf8')), { headers: headers('text/javascript; charset=utf-8') });
        case `${here}missing.html`:
          return new Response(missingPage, { headers: headers('text/html; charset=utf-8') });
        case archiveAddress(archive):
          return await fileAnswer(request, archive, headers('application/octet-stream'));
        default:
          return new Response(null, { status: 404 });
      }
    } catch {
      return new Response(null, { status: 404 });
    }
  };
}

function headers(type: string, more: Record<string, string> = {}): Headers {
  return new Headers({ 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...more });
}
