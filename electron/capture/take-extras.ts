import type { CaptureResult } from '#shared/model/capture.ts';
import type { Exchange } from '#shared/model/exchange.ts';
import { headerOf } from './recorder/body-plan.ts';

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
  let total = 0;
  for (const { url } of exchanges) {
    const { response } = came.get(followed(url, exchanges)) ?? {};
    if (known.has(url) || !response?.body || extras.length >= mostExtras) continue;
    const { name, size } = response.body;
    if (size === 0 || size > largestExtra || total + size > largestAll) continue;
    known.add(url);
    total += size;
    extras.push({ url, mediaType: mediaTypeOf(response.headers), name });
  }
  return extras;
}

/** Where redirects led from an address. */
function followed(url: string, exchanges: readonly Exchange[]): string {
  let at = url;
  for (let hops = 0; hops < 10; hops++) {
    const moved = exchanges.find((one) => one.url === at && (one.response?.status ?? 0) >= 300 && (one.response?.status ?? 0) < 400);
    const location = headerOf(moved?.response?.headers ?? [], 'location');
    const next = location === null ? null : URL.parse(location, at);
    if (next === null) break;
    next.hash = '';
    at = next.href;
  }
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
