import type { DevTools } from '../devtools.ts';
import type { BodySpool, SpooledBody } from './body-spool.ts';
import type { ExchangeDraft } from './exchange-draft.ts';

/** `last`: what is being done with it, so that bytes stay in order. `isFull`: the limit is reached. `ended`: its file is closed. */
type Live = { draft: ExchangeDraft; body: SpooledBody | null; isDone: boolean; isCut: boolean; isFull: boolean; ended: boolean; last: Promise<void> }; // prettier-ignore
type DataEvent = { requestId: string; data?: string };

/**
 * Bodies that reach the page while they come, listened to on their way (DevTools Network `streamResourceContent`): the
 * page's own document, event streams.
 */
export class LiveBodies {
  isDocumentTooLarge = false;
  private readonly tools: DevTools;
  private readonly spool: BodySpool;
  /** Bytes that came and are not yet on their way to disk. */
  private waiting = 0;
  private readonly bodies = new Map<string, Live>();

  constructor(tools: DevTools, spool: BodySpool) {
    this.tools = tools;
    this.spool = spool;
  }

  expect(draft: ExchangeDraft): void {
    this.bodies.set(draft.requestId, {
      draft,
      body: null,
      isDone: false,
      isCut: false,
      isFull: false,
      ended: false,
      last: Promise.resolve(),
    });
  }

  take(method: string, params: Record<string, unknown>, session: string): void {
    const event = params as unknown as DataEvent;
    const live = this.bodies.get(event.requestId);
    if (live === undefined) return;
    if (method === 'Network.responseReceived') live.last = this.listen(event.requestId, live, session).catch(() => undefined);
    else if (method === 'Network.dataReceived' && event.data !== undefined) this.came(live, event.data);
    else if (method === 'Network.loadingFinished') live.isDone = true;
    else if (method === 'Network.loadingFailed') live.isCut = true;
  }

  /** Documents of which nothing was heard. */
  unheard(): Set<ExchangeDraft> {
    const deaf = [...this.bodies.values()].filter(({ body, draft }) => body === null && draft.resourceType === 'Document');
    return new Set(deaf.map(({ draft }) => draft));
  }

  /**
   * What has come of each until now. Those that are over are closed; the others go on and are told as cut in time. A
   * page that has loaded has all of its document, even if that was not said. May be called again and again.
   */
  async tell(isLoaded: boolean): Promise<void> {
    for (const live of this.bodies.values()) {
      await live.last;
      const { draft, body, isDone, isCut, ended } = live;
      const { response } = draft;
      if (response === null || ended) continue;
      if (body === null) {
        response.truncated ??= 'unspecified';
        continue;
      }
      const isWhole = isDone || (isLoaded && !isCut && draft.resourceType === 'Document');
      live.ended = isWhole || isCut;
      response.body = live.ended ? await body.end() : body.standing;
      if (response.truncated === 'length') continue;
      response.truncated = isWhole ? null : isCut ? 'disconnect' : 'time';
    }
  }

  /** Closes what is still open. */
  async close(): Promise<void> {
    for (const live of this.bodies.values()) {
      await live.last;
      if (!live.ended) await live.body?.end();
      live.ended = true;
    }
  }

  /**
   * Chromium cannot be made to wait with what it tells, so a document is stopped when its bytes have come, not when they
   * have been written; what comes after is not even decoded.
   */
  private came(live: Live, data: string): void {
    if (live.isFull) return;
    const bytes = Buffer.from(data, 'base64');
    this.waiting += bytes.length;
    if (this.waiting > this.spool.left) this.fill(live);
    live.last = live.last
      .then(() => {
        this.waiting -= bytes.length;
        return this.add(live, bytes);
      })
      .catch(() => undefined);
  }

  private fill(live: Live): void {
    live.isFull = true;
    if (live.draft.resourceType === 'Document' && !this.isDocumentTooLarge) this.stopDocument();
  }

  /** A document that goes on beyond the limit would fill the page's memory next. */
  private stopDocument(): void {
    this.isDocumentTooLarge = true;
    void this.tools.send('Page.stopLoading').catch(() => undefined);
  }

  private async listen(requestId: string, live: Live, session: string): Promise<void> {
    const answer = this.tools.send<{ bufferedData: string }>('Network.streamResourceContent', { requestId }, session);
    const started = await answer.catch(() => null);
    if (started === null) return;
    live.body ??= await this.spool.start();
    await this.add(live, Buffer.from(started.bufferedData, 'base64'));
  }

  private async add(live: Live, bytes: Buffer): Promise<void> {
    if (live.body === null || live.ended || live.draft.response === null) return;
    if (await live.body.add(bytes)) return;
    this.fill(live);
    live.draft.response.truncated = 'length';
  }
}
