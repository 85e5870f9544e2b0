import type { CaptureResult } from '#shared/model/capture.ts';

type Headers = Record<string, string>;

/** The parts of the DevTools Network domain that are read here. */
type Response = { url: string; status: number; headers: Headers; remoteIPAddress?: string; remotePort?: number; securityDetails?: { protocol?: string; cipher?: string } }; // prettier-ignore
type Sent = { requestId: string; loaderId: string; frameId?: string; type?: string; request: { url: string; headers: Headers }; redirectResponse?: Response }; // prettier-ignore
type NetworkEvent = { requestId: string; response?: Response; headers?: Headers };

/** The exchange that brought the page. Headers are those on the wire where Chromium tells them. */
export type MainExchange = {
  requestId: string;
  url: string;
  status: number | null;
  requestHeaders: Headers;
  responseHeaders: Headers;
  remoteAddress: string | null;
  tls: { protocol: string; cipher: string } | null;
};

/**
 * Follows the page's own exchange through the DevTools Network domain: every redirect, the headers as sent, the
 * address and the encryption of the other side. Pure.
 */
export class MainExchangeLog {
  current: MainExchange | null = null;
  readonly redirects: CaptureResult['redirects'] = [];
  /** The page that stays when a move away from it comes to nothing. */
  private stays: MainExchange | null = null;
  private readonly frameId: string;

  constructor(frameId: string) {
    this.frameId = frameId;
  }

  take(method: string, params: Record<string, unknown>): void {
    const event = params as NetworkEvent;
    if (method === 'Network.requestWillBeSent') this.sent(params as unknown as Sent);
    if (this.current?.requestId !== event.requestId) return;
    if (method === 'Network.requestWillBeSentExtraInfo') this.current.requestHeaders = event.headers ?? {};
    else if (method === 'Network.responseReceivedExtraInfo') this.current.responseHeaders = event.headers ?? {};
    else if (method === 'Network.responseReceived' && event.response) received(this.current, event.response);
    else if (method === 'Network.loadingFailed' && this.stays) {
      this.current = this.stays;
      this.redirects.pop();
    }
  }

  /** The page is on its way, or turns elsewhere: by its server, or by its own doing once it had loaded. */
  private sent({ requestId, loaderId, frameId, type, request, redirectResponse: redirect }: Sent): void {
    if (type !== 'Document' || frameId !== this.frameId || requestId !== loaderId) return;
    const before = this.current;
    if (before?.requestId !== requestId) this.stays = before;
    if (redirect) this.redirects.push({ url: redirect.url, status: redirect.status, location: request.url });
    else if (before?.status) this.redirects.push({ url: before.url, status: before.status, location: request.url });
    this.current = { requestId, url: request.url, status: null, requestHeaders: request.headers, responseHeaders: {}, remoteAddress: null, tls: null }; // prettier-ignore
  }
}

function received(exchange: MainExchange, response: Response): void {
  const { securityDetails: tls, remoteIPAddress: ip, remotePort: port } = response;
  exchange.url = response.url;
  exchange.status = response.status;
  exchange.remoteAddress = ip ? `${ip.includes(':') ? `[${ip.replace(/^\[|\]$/g, '')}]` : ip}:${port ?? ''}` : null;
  exchange.tls = tls ? { protocol: tls.protocol ?? '', cipher: tls.cipher ?? '' } : null;
  if (Object.keys(exchange.responseHeaders).length === 0) exchange.responseHeaders = response.headers;
}
