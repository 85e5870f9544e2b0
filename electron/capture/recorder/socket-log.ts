import type { Exchange } from '#shared/model/exchange.ts';
import { pairsOf } from './wire-heads.ts';

type SocketEvent = {
  requestId: string;
  url?: string;
  wallTime?: number;
  request?: { headers: Record<string, string> };
  response?: { status: number; statusText: string; headers: Record<string, string> };
};
type Socket = { url: string; at: Date; page: number; asker: string; request: Record<string, string>; response: SocketEvent['response'] | null; frames: number }; // prettier-ignore

/** WebSockets a page opened: their handshake is an exchange, what went through them has no place in an archive. Pure. */
export class SocketLog {
  private readonly sockets = new Map<string, Socket>();

  take(method: string, params: Record<string, unknown>, asker: string, page: number): void {
    const event = params as unknown as SocketEvent;
    if (method === 'Network.webSocketCreated')
      this.sockets.set(event.requestId, { url: event.url ?? '', at: new Date(), page, asker, request: {}, response: null, frames: 0 });
    const socket = this.sockets.get(event.requestId);
    if (socket === undefined) return;
    if (method === 'Network.webSocketWillSendHandshakeRequest') {
      socket.request = event.request?.headers ?? {};
      if (event.wallTime !== undefined) socket.at = new Date(event.wallTime * 1000);
    } else if (method === 'Network.webSocketHandshakeResponseReceived') socket.response = event.response ?? null;
    else if (method === 'Network.webSocketFrameReceived' || method === 'Network.webSocketFrameSent') socket.frames++;
  }

  /** Messages that went through on the navigations wanted, which are not kept. */
  frames(wanted: (page: number) => boolean): number {
    return [...this.sockets.values()].reduce((sum, socket) => sum + (wanted(socket.page) ? socket.frames : 0), 0);
  }

  exchanges(): Exchange[] {
    return [...this.sockets.values()].map(({ url, at, page, asker, request, response }) => ({
      url,
      method: 'GET',
      startedAt: at.toISOString(),
      resourceType: 'WebSocket',
      asker,
      asked: 'by-page',
      page,
      request: { headers: pairsOf(request), body: null },
      response: response
        ? { status: response.status, statusText: response.statusText, protocol: 'http/1.1', headers: pairsOf(response.headers), body: null, truncated: null }
        : null,
      remoteAddress: null,
      failure: response ? null : 'ERR_CONNECTION_FAILED',
    })); // prettier-ignore
  }
}
