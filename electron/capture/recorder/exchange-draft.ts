import type { Exchange, HeaderPairs, StagedBody } from '#shared/model/exchange.ts';
import type { WireHeads } from './wire-heads.ts';

/** An exchange under way. Its heads are put in at the end: they are told apart from it, and later. */
export type ExchangeDraft = {
  requestId: string;
  /** Which of the request's answers this is: 0, or more after redirects. */
  hop: number;
  url: string;
  method: string;
  at: Date;
  resourceType: string;
  asker: string;
  /** Fetched once more by the program, beside the page. */
  asked?: 'again';
  from?: 'service-worker';
  page: number;
  requestHeaders: HeaderPairs;
  /** In memory until it has been searched for secrets. */
  requestBody: Buffer | null;
  response: {
    status: number;
    statusText: string;
    headers: HeaderPairs;
    body: StagedBody | null;
    truncated: NonNullable<Exchange['response']>['truncated'];
  } | null;
  failure: string | null;
};

/** What the Network domain told of an answer: where it came from and how. */
export type Origin = { remoteAddress: string | null; protocol: string };

/**
 * The exchange as it was on the wire, as far as Chromium told; else as the session sent it (`sent`); else as the page's
 * side saw it. Pure.
 */
export function toExchange(
  draft: ExchangeDraft,
  heads: WireHeads,
  origin: Origin | null,
  sent: HeaderPairs | null,
): Omit<Exchange, 'request'> & { headers: HeaderPairs } {
  const { requestId, hop, url, method, at, resourceType, asker, page, response, failure } = draft;
  const wire = response === null ? null : heads.responseAt(requestId, hop);
  const told = wire !== null && (wire.status === null || wire.status === response?.status) ? wire : null;
  return {
    url: withoutFragment(url),
    method,
    startedAt: at.toISOString(),
    resourceType,
    asker,
    asked: draft.asked ?? 'by-page',
    ...(draft.from === undefined ? {} : { from: draft.from }),
    page,
    headers: heads.requestAt(requestId, hop) ?? sent ?? draft.requestHeaders,
    response: response && {
      ...response,
      protocol: told?.protocol ?? origin?.protocol ?? '',
      headers: told === null || told.headers.length === 0 ? response.headers : told.headers,
    },
    remoteAddress: origin?.remoteAddress ?? null,
    failure,
  };
}

/** A fragment is never sent (RFC 9110 section 4.2.5). */
function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
