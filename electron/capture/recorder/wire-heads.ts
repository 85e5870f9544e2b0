import type { HeaderPairs } from '#shared/model/exchange.ts';

type Extra = { requestId: string; headers?: Record<string, string>; headersText?: string; statusCode?: number };

/** Heads as they went over the wire, told apart from the exchange itself (DevTools Network `...ExtraInfo`). */
export type WireResponse = { headers: HeaderPairs; status: number | null; protocol: string | null };

/**
 * Keeps what Chromium's network service tells of the heads of each request. One request has several when it is
 * redirected: the first told belongs to its first hop. Pure.
 */
export class WireHeads {
  private readonly requests = new Map<string, HeaderPairs[]>();
  private readonly responses = new Map<string, WireResponse[]>();

  take(method: string, params: Record<string, unknown>): void {
    const extra = params as unknown as Extra;
    if (method === 'Network.requestWillBeSentExtraInfo') push(this.requests, extra.requestId, pairsOf(extra.headers ?? {}));
    else if (method === 'Network.responseReceivedExtraInfo') push(this.responses, extra.requestId, wireResponse(extra));
  }

  requestAt(requestId: string, hop: number): HeaderPairs | null {
    return this.requests.get(requestId)?.[hop] ?? null;
  }

  responseAt(requestId: string, hop: number): WireResponse | null {
    return this.responses.get(requestId)?.[hop] ?? null;
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** HTTP/1.1 comes as text, as it was; HTTP/2 and later have no text, and repeated headers joined by a line feed. */
function wireResponse({ headers = {}, headersText, statusCode }: Extra): WireResponse {
  const status = statusCode ?? null;
  if (headersText === undefined) return { headers: pairsOf(headers), status, protocol: null };
  const [line = '', ...rest] = headersText.split(/\r?\n/).filter((one) => one !== '');
  const pairs = rest.flatMap((one): [string, string][] => {
    const colon = one.indexOf(':');
    return colon > 0 ? [[one.slice(0, colon), one.slice(colon + 1).trim()]] : [];
  });
  return { headers: pairs, status, protocol: /^HTTP\/[\d.]+/i.exec(line)?.[0].toLowerCase() ?? null };
}

/** Headers as pairs; DevTools joins repeated ones by a line feed. */
export function pairsOf(headers: Record<string, string>): HeaderPairs {
  return Object.entries(headers).flatMap(([name, value]) => value.split('\n').map((one): [string, string] => [name, one]));
}
