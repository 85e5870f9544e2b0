import type { HeaderPairs } from '#shared/model/exchange.ts';
import type { BodySpool } from './body-spool.ts';
import type { ExchangeDraft } from './exchange-draft.ts';
import type { Send } from './read-body.ts';
import { pairsOf } from './wire-heads.ts';

type Answer = { requestId: string; response?: { url: string; status: number; statusText: string; headers: Record<string, string>; fromServiceWorker?: boolean } }; // prettier-ignore
type Waiting = { draft: ExchangeDraft; headers: HeaderPairs; status: number; statusText: string };

/**
 * What a service worker gave its page from itself or its store. It never crosses the network, so nothing holds it up;
 * it is read once the page has it (DevTools Network `getResponseBody`, of what Chromium still remembers).
 */
export class WorkerAnswers {
  private readonly waiting = new Map<string, Waiting>();
  private readonly spool: BodySpool;

  constructor(spool: BodySpool) {
    this.spool = spool;
  }

  /** `asked`: the request this answers. A draft with its body, once it is whole. */
  take(
    method: string,
    params: Record<string, unknown>,
    asked: ExchangeDraft | undefined,
    send: Send,
  ): Promise<ExchangeDraft | null> | null {
    const { requestId, response } = params as unknown as Answer;
    if (method === 'Network.responseReceived' && response?.fromServiceWorker === true && asked !== undefined) {
      const { status, statusText, headers } = response;
      this.waiting.set(requestId, { draft: asked, headers: pairsOf(headers), status, statusText });
    }
    const waiting = this.waiting.get(requestId);
    if (waiting === undefined || method !== 'Network.loadingFinished') return null;
    this.waiting.delete(requestId);
    return this.read(requestId, waiting, send);
  }

  private async read(requestId: string, { draft, headers, status, statusText }: Waiting, send: Send): Promise<ExchangeDraft | null> {
    const asked = send<{ body: string; base64Encoded: boolean }>('Network.getResponseBody', { requestId });
    const content = await asked.catch(() => null);
    if (content === null) return null;
    const { body, isWhole } = await this.spool.put(Buffer.from(content.body, content.base64Encoded ? 'base64' : 'utf8'));
    return { ...draft, from: 'service-worker', response: { status, statusText, headers, body, truncated: isWhole ? null : 'length' } };
  }
}
