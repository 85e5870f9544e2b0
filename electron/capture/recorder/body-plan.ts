import { headerOf, type HeaderPairs } from '#shared/model/exchange.ts';

/** What is known of a response when its head has come. */
export type ResponseHead = {
  method: string;
  status: number;
  headers: HeaderPairs;
  resourceType: string;
  /** The document of the window itself, not of a frame. */
  isPage: boolean;
};

/**
 * How a body is to be had:
 * - `none`: there is none, or (redirects) the browser gives none;
 * - `whole`: small and of known size: read, then passed on to the page;
 * - `stream`: read to disk, then passed on from there when it is not too large;
 * - `live`: must reach the page while it comes: a page's own document, an event stream; listened to on its way;
 * - `aside`: a recording too large to hold up: plays in the page, fetched once more beside it.
 */
export type BodyPlan = 'none' | 'whole' | 'stream' | 'live' | 'aside';

/** Bytes up to which a body is handed over in one message. */
const wholeUpTo = 4 * 1024 ** 2;
/** Bytes up to which a body can be held back and then given to the page. */
export const passedOnUpTo = 32 * 1024 ** 2;

export function planBody({ method, status, headers, resourceType, isPage }: ResponseHead): BodyPlan {
  if (method === 'HEAD' || status === 204 || status === 205 || status === 304 || status < 200) return 'none';
  if (status >= 300 && status < 400 && headerOf(headers, 'location') !== null) return 'none';
  const size = sizeTold(headers);
  if (/^(text\/event-stream|multipart\/x-mixed-replace)/i.test(headerOf(headers, 'content-type') ?? '')) return 'live';
  if (isPage) return size !== null && size <= wholeUpTo && !isAttachment(headers) ? 'whole' : 'live';
  if (resourceType === 'Media' && (size === null || size > passedOnUpTo)) return 'aside';
  return size !== null && size <= wholeUpTo ? 'whole' : 'stream';
}

/** A `Content-Length` counts coded bytes; a coded body may be any size. */
function sizeTold(headers: HeaderPairs): number | null {
  const told = headerOf(headers, 'content-length');
  const coding = headerOf(headers, 'content-encoding');
  if (told === null || !/^\d+$/.test(told) || (coding !== null && coding !== 'identity')) return null;
  return Number(told);
}

/** A file to save: it goes to the download, not to the page. */
function isAttachment(headers: HeaderPairs): boolean {
  return /^\s*attachment/i.test(headerOf(headers, 'content-disposition') ?? '');
}
