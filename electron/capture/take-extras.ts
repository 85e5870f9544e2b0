import type { CaptureResult } from '#shared/model/capture.ts';
import { headerOf, type Exchange } from '#shared/model/exchange.ts';

const mostExtras = 500;
const largestExtra = 8 * 1024 * 1024;
const largestAll = 64 * 1024 * 1024;

/**
 * Images, fonts and style sheets that were recorded but that the MHTML does not hold, so that the snapshot looks as the
 * page did. Chromium serialises a page without its fonts. Pure.
 */
export function pickExtras(exchanges: readonly Exchange[], holds: ReadonlySet<string>): CaptureResult['extras'] {
  const extras: CaptureResult['extras'] = [];
  const known = new Set(holds);
  const came = new Map(exchanges.flatMap((one) => (isWanted(one) ? [[one.url, one] as const] : [])));
  const moves = movesOf(exchanges);
  let total = 0;
  for (const { url } of exchanges) {
    const { response } = came.get(followed(url, moves)) ?? {};
    if (known.has(url) || !response?.body || extras.length >= mostExtras) continue;
    const { name, size } = response.body;
    if (size === 0 || size > largestExtra || total + size > largestAll) continue;
    known.add(url);
    total += size;
    extras.push({ url, mediaType: mediaTypeOf(response.headers), name });
  }
  return extras;
}

/** Where each redirected address was sent to, without fragment; its first answer counts, null when that named no place. */
function movesOf(exchanges: readonly Exchange[]): ReadonlyMap<string, string | null> {
  const moves = new Map<string, string | null>();
  for (const { url, response } of exchanges) {
    if (response === null || response.status < 300 || response.status >= 400 || moves.has(url)) continue;
    const location = headerOf(response.headers, 'location');
    const next = location === null ? null : URL.parse(location, url);
    if (next !== null) next.hash = '';
    moves.set(url, next?.href ?? null);
  }
  return moves;
}

/** Where redirects led from an address. */
function followed(url: string, moves: ReadonlyMap<string, string | null>): string {
  let at = url;
  for (let hops = 0; hops < 10; hops++) at = moves.get(at) ?? at;
  return at;
}

/** A page of words in place of a missing image is not what was asked for. */
function isWanted({ method, resourceType, response }: Exchange): boolean {
  if (method !== 'GET' || response?.status !== 200 || response.truncated !== null) return false;
  return ['Image', 'Font', 'Stylesheet'].includes(resourceType) && /^(image|font)\/|^text\/css$|font/.test(mediaTypeOf(response.headers));
}

function mediaTypeOf(headers: Exchange['request']['headers']): string {
  return headerOf(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}
