import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headerOf, type Exchange, type HeaderPairs, type Redaction } from '#shared/model/exchange.ts';
import type { DevTools } from '../devtools.ts';
import { planBody, type BodyPlan } from './body-plan.ts';
import type { BodySpool } from './body-spool.ts';
import { toExchange, type ExchangeDraft, type Origin } from './exchange-draft.ts';
import { LiveBodies } from './live-bodies.ts';
import { readStream, readWhole, type Held, type Send } from './read-body.ts';
import { redactBody, redactExchange, type Marks } from './redact.ts';
import { requestBodyOf, type SentRequest } from './request-body.ts';
import { SocketLog } from './socket-log.ts';
import type { SentHeaders } from './sent-headers.ts';
import type { Targets } from './targets.ts';
import { WorkerAnswers } from './worker-answers.ts';
import { pairsOf, WireHeads } from './wire-heads.ts';

type Paused = Held & {
  networkId?: string;
  request: SentRequest & { url: string; method: string; headers: Record<string, string> };
  frameId: string;
  resourceType: string;
  responseErrorReason?: string;
  responseStatusText?: string;
};
type NetworkResponse = { url: string; remoteIPAddress?: string; protocol?: string };
type NetworkEvent = { requestId: string; response?: NetworkResponse; redirectResponse?: NetworkResponse; wallTime?: number };

export type RecorderSetUp = {
  tools: DevTools;
  frameId: string;
  spool: BodySpool;
  /** How long one body may take, in milliseconds. */
  patienceMs: number;
  /** Which navigation a request belongs to, where that is known better than by when it came. */
  pageOf?: ((requestId: string) => number) | undefined;
  sent: SentHeaders;
};

/** What picks exchanges: all of a capture's, or of a sitting those of one page. */
export type Wanted = (one: Pick<ExchangeDraft, 'page' | 'url' | 'method' | 'asker' | 'resourceType'>) => boolean;

export type Recorded = { exchanges: Exchange[]; redactions: Redaction[]; socketMessages: number };

/**
 * Writes down every exchange of a page, its frames and its workers, over the DevTools protocol: each response is held
 * until its body is on disk, then goes on to the page. Heads are those of the wire.
 */
export class Recorder {
  /** Recordings that play in the page and are to be fetched once more beside it. */
  private readonly asides = new Set<string>();
  /** The window's navigation that exchanges belong to now; the caller counts them up. */
  page = 0;
  private readonly set: RecorderSetUp;
  private readonly drafts: ExchangeDraft[] = [];
  private readonly asked = new Map<string, ExchangeDraft>();
  private readonly hops = new Map<string, number>();
  private readonly origins = new Map<string, Origin>();
  private readonly sentAt = new Map<string, Date>();
  private readonly heads = new WireHeads();
  private readonly sockets = new SocketLog();
  private readonly live: LiveBodies;
  private readonly workers: WorkerAnswers;
  private readonly reading = new Set<Promise<unknown>>();
  private readonly underWay = new Set<ExchangeDraft>();
  private targets: Targets | null = null;

  constructor(set: RecorderSetUp) {
    this.set = set;
    this.live = new LiveBodies(set.tools, set.spool);
    this.workers = new WorkerAnswers(set.spool);
  }

  /** Whose session is whose is known only once the page is watched. */
  follow(targets: Targets): void {
    this.targets = targets;
  }

  /** The document alone went beyond the size limit, and was stopped there. */
  get isDocumentTooLarge(): boolean {
    return this.live.isDocumentTooLarge;
  }

  /** Answers recorded so far. */
  get count(): number {
    return this.drafts.length;
  }

  take(method: string, params: Record<string, unknown>, session: string): void {
    if (method === 'Fetch.requestPaused') return this.keepUp(this.held(params as unknown as Paused, session));
    if (!method.startsWith('Network.')) return;
    this.heads.take(method, params);
    this.sockets.take(method, params, this.askerOf(session), this.pageNow('requestId' in params ? String(params['requestId']) : ''));
    this.live.take(method, params, session);
    this.note(method, params as unknown as NetworkEvent, session);
    const asked = this.asked.get((params as unknown as NetworkEvent).requestId);
    const answer = this.workers.take(method, params, asked, this.sendTo(session));
    if (answer !== null) this.keepUp(answer.then((draft) => draft && this.add(draft)));
  }

  /**
   * What is to be fetched once more beside the page: recordings of which it took parts, or that were too large to hold
   * up, and a document that could not be listened to.
   */
  wantedBeside(of: Wanted = () => true): ExchangeDraft[] {
    const gets = this.drafts.filter(
      (draft) => draft.method === 'GET' && draft.from === undefined && draft.asked === undefined && of(draft),
    );
    const whole = new Set(gets.filter(hasWhole).map(({ url }) => url));
    const unheard = this.live.unheard();
    const wanted = gets.filter((draft) => !whole.has(draft.url) && (this.asides.has(draft.url) || isPart(draft) || unheard.has(draft)));
    return [...new Map(wanted.map((draft) => [draft.url, draft])).values()];
  }

  /** What has come by now of the last answer to a request; null when nothing was recorded of it. */
  async answerTo(requestId: string): Promise<{ headers: HeaderPairs; bytes: Buffer } | null> {
    const { response } = this.drafts.findLast((draft) => draft.requestId === requestId && draft.response !== null) ?? {};
    await this.live.tell(false);
    if (!response?.body) return null;
    const bytes = await readFile(join(this.set.spool.folder, response.body.name));
    return { headers: response.headers, bytes: bytes.subarray(0, response.body.size) };
  }

  /** What was fetched beside the page. */
  add(draft: ExchangeDraft): void {
    this.drafts.push(draft);
  }

  /** Waits for the bodies under way, at most so long. */
  async drain(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (this.reading.size > 0 && performance.now() < end) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, Math.max(0, end - performance.now()))));
      await Promise.race([Promise.allSettled([...this.reading]), late]);
      clearTimeout(timer);
    }
  }

  /**
   * Everything recorded until now, without what is secret; recording goes on, and this may be asked again. `isLoaded`:
   * the page's own document came to its end. `wanted` picks exchanges; all when it is left out.
   */
  async finish(marks: Marks, isLoaded: boolean, wanted: Wanted = () => true): Promise<Recorded> {
    await this.live.tell(isLoaded);
    const redactions: Redaction[] = [];
    const exchanges: Exchange[] = [];
    const put = (one: Exchange) => {
      const clean = redactExchange(one, marks);
      exchanges.push(clean.exchange);
      redactions.push(...clean.redactions);
    };
    for (const draft of this.drafts) {
      if (!wanted(draft) || this.isOvertaken(draft)) continue;
      const origin = this.origins.get(`${draft.requestId} ${draft.hop}`) ?? null;
      const { headers, ...rest } = toExchange(draft, this.heads, origin, this.sentOf(draft));
      const body = await this.stageRequestBody(draft, headers, marks, redactions);
      const { response } = rest;
      if (response !== null && response.body === null && this.underWay.has(draft)) response.truncated ??= 'time';
      put({ ...rest, request: { headers, body } });
    }
    this.sockets.exchanges().filter(wanted).forEach(put);
    const pages = new Set(exchanges.map(({ page }) => page));
    return { exchanges, redactions, socketMessages: this.sockets.frames((page) => pages.has(page)) };
  }

  /** Ends the recording: files of bodies that never ended are closed. */
  close(): Promise<void> {
    return this.live.close();
  }

  private async held(paused: Paused, session: string): Promise<void> {
    const send = this.sendTo(session);
    const draft = this.draftOf(paused, session);
    if (paused.responseErrorReason !== undefined || draft === null) return goOn(send, paused);
    this.drafts.push(draft);
    this.underWay.add(draft);
    try {
      await this.answer(draft, send, paused, session);
    } finally {
      this.underWay.delete(draft);
    }
  }

  private async answer(draft: ExchangeDraft, send: Send, paused: Paused, session: string): Promise<void> {
    draft.requestBody = await requestBodyOf(send, paused.request, paused.networkId);
    const { response } = draft;
    if (response === null) return goOn(send, paused);
    const isPage = paused.resourceType === 'Document' && paused.frameId === this.set.frameId && session === '';
    const plan = planBody({ ...draft, ...response, isPage });
    await this.carryOut(plan, send, paused, draft);
  }

  private async carryOut(plan: BodyPlan, send: Send, paused: Paused, draft: ExchangeDraft): Promise<void> {
    const { response } = draft;
    if (response === null) return;
    if (this.set.spool.left === 0 && plan !== 'none') {
      response.truncated = 'length';
      return goOn(send, paused);
    }
    try {
      if (plan === 'whole') Object.assign(response, await readWhole(send, paused, this.set.spool));
      else if (plan === 'stream')
        Object.assign(response, await readStream(send, paused, this.set.spool, performance.now() + this.set.patienceMs));
      else {
        if (plan === 'live') this.live.expect(draft);
        if (plan === 'aside') {
          response.truncated = 'unspecified';
          this.asides.add(draft.url);
        }
        await goOn(send, paused);
      }
      if (isCutShort(response)) response.truncated ??= 'disconnect';
    } catch {
      // The page left, or the server did: what was asked is on record, the body is not.
      response.truncated ??= 'disconnect';
      await goOn(send, paused);
    }
  }

  private draftOf(paused: Paused, session: string): ExchangeDraft | null {
    const { request, resourceType, networkId, requestId, responseStatusCode: status } = paused;
    if (!/^https?:/.test(request.url)) return null;
    const id = networkId ?? requestId;
    const hop = this.hops.get(id) ?? 0;
    if (status !== undefined) this.hops.set(id, hop + 1);
    const headers = (paused.responseHeaders ?? []).map(({ name, value }): [string, string] => [name, value]);
    return {
      requestId: id,
      hop,
      url: request.url,
      method: request.method,
      at: this.sentAt.get(`${id} ${hop}`) ?? new Date(),
      resourceType,
      asker: this.askerOf(session),
      page: this.pageNow(id),
      requestHeaders: pairsOf(request.headers),
      requestBody: null,
      response: status === undefined ? null : { status, statusText: paused.responseStatusText ?? '', headers, body: null, truncated: null },
      failure: null,
    };
  }

  private note(method: string, event: NetworkEvent, session: string): void {
    const hop = this.hops.get(event.requestId) ?? 0;
    if (method === 'Network.requestWillBeSent') {
      if (event.wallTime !== undefined) this.sentAt.set(`${event.requestId} ${hop}`, new Date(event.wallTime * 1000));
      if (event.redirectResponse) this.origins.set(`${event.requestId} ${hop - 1}`, originOf(event.redirectResponse));
      this.began(event as BeganEvent, hop, this.askerOf(session));
    } else if (method === 'Network.responseReceived' && event.response)
      this.origins.set(`${event.requestId} ${hop - 1}`, originOf(event.response));
    else if (method === 'Network.loadingFailed') this.failed(event, hop);
  }

  /** Kept until an answer comes, so that one that never does is on record too. */
  private began({ requestId, request, type = 'Other' }: BeganEvent, hop: number, asker: string): void {
    if (!/^https?:/.test(request.url)) return;
    const at = this.sentAt.get(`${requestId} ${hop}`) ?? new Date();
    this.asked.set(requestId, { requestId, hop, url: request.url, method: request.method, at, resourceType: type, asker, page: this.pageNow(requestId), requestHeaders: pairsOf(request.headers), requestBody: null, response: null, failure: null }); // prettier-ignore
  }

  private failed({ requestId, errorText = '', blockedReason }: FailedEvent, hop: number): void {
    const draft = this.asked.get(requestId);
    // Given up by the page or refused by its own policy: nothing that a server did.
    if (draft === undefined || draft.hop !== hop || blockedReason !== undefined || /ERR_ABORTED|ERR_BLOCKED/.test(errorText)) return;
    this.drafts.push({ ...draft, failure: errorText.replace(/^net::/, '') });
  }

  /** A first try that failed and was repeated by the browser itself, or what a worker only passed on from the network. */
  private isOvertaken(draft: ExchangeDraft): boolean {
    if (draft.response !== null && draft.from === undefined) return false;
    return this.drafts.some(
      ({ url, page, response, from }) => response !== null && from === undefined && url === draft.url && page === draft.page,
    );
  }

  private async stageRequestBody(draft: ExchangeDraft, headers: HeaderPairs, marks: Marks, redactions: Redaction[]) {
    if (draft.requestBody === null || draft.requestBody.length === 0) return null;
    const mediaType = headerOf(headers, 'content-type') ?? '';
    // As Latin-1 every byte is one character, so that what is not withheld stays as it was.
    const clean = redactBody(draft.requestBody.toString('latin1'), mediaType, marks);
    for (const name of clean?.names ?? []) redactions.push({ where: 'request-body', name, url: draft.url });
    const bytes = clean === null ? draft.requestBody : Buffer.from(clean.text, 'latin1');
    return (await this.set.spool.put(bytes)).body;
  }

  /** None for what the program asked itself: the last that was sent there was the page's. */
  private sentOf({ method, url, asked }: ExchangeDraft): HeaderPairs | null {
    return asked === 'again' ? null : this.set.sent.last(method, url);
  }

  private pageNow(requestId: string): number {
    return this.set.pageOf?.(requestId) ?? this.page;
  }

  private sendTo(session: string): Send {
    return (method, params) => this.set.tools.send(method, params, session);
  }

  private askerOf(session: string): string {
    return session === '' ? 'page' : (this.targets?.typeOf(session) ?? 'page');
  }

  private keepUp(work: Promise<unknown>): void {
    const done: Promise<unknown> = work.catch(() => undefined).finally(() => void this.reading.delete(done));
    this.reading.add(done);
  }
}

type BeganEvent = { requestId: string; type?: string; request: { url: string; method: string; headers: Record<string, string> } };
type FailedEvent = { requestId: string; errorText?: string; blockedReason?: string };

async function goOn(send: Send, { requestId }: Held): Promise<void> {
  await send('Fetch.continueRequest', { requestId }).catch(() => undefined);
}

function originOf({ remoteIPAddress, protocol = '' }: NetworkResponse): Origin {
  return { remoteAddress: remoteIPAddress ? remoteIPAddress.replace(/^\[|\]$/g, '') : null, protocol };
}

/** A part of a recording (RFC 9110 section 15.3.7). */
function isPart({ resourceType, response }: ExchangeDraft): boolean {
  return resourceType === 'Media' && response?.status === 206;
}

function hasWhole({ response }: ExchangeDraft): boolean {
  if (response === null || response.body === null || response.truncated !== null) return false;
  if (response.status !== 206) return response.status === 200;
  const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headerOf(response.headers, 'content-range') ?? '') ?? [];
  return from === '0' && Number(to) + 1 === Number(size);
}

/** Fewer bytes than the answer promised: the line was cut. */
function isCutShort({ headers, body }: NonNullable<ExchangeDraft['response']>): boolean {
  const told = headerOf(headers, 'content-length');
  const coded = headerOf(headers, 'content-encoding') !== null;
  return body !== null && told !== null && !coded && Number(told) > body.size;
}
