import { MainExchangeLog } from '../capture/main-exchange.ts';
import { ResourceLog } from '../capture/resource-log.ts';

/** One document in the window: what brought it, what it asked for, what was done in it. */
export type Navigation = {
  number: number;
  startedAt: Date;
  /** As first asked for, before redirects. */
  url: string;
  main: MainExchangeLog;
  resources: ResourceLog;
  inputs: { clicks: number; keys: number };
};

type Sent = { requestId: string; loaderId: string; frameId?: string; type?: string; request: { url: string }; redirectResponse?: object };
type Frame = { id: string; parentId?: string; loaderId: string; url: string };

/**
 * Which document of a sitting a request belongs to, read from the DevTools stream: a document's own requests name its
 * loader, so what an old page asks for while the next is on its way is not taken for the next one's. Pure.
 */
export class Navigations {
  shown: Navigation | null = null;
  /** Set once the page is attached to. */
  mainFrame = '';
  private pending: Navigation | null = null;
  private count = 0;
  private readonly blank = new ResourceLog();
  private readonly loaders = new Map<string, Navigation | null>();
  private readonly requests = new Map<string, number>();

  /** `came`: another document is shown. `moved`: the same one under another address. */
  take(method: string, params: Record<string, unknown>, session: string): 'came' | 'moved' | null {
    if (method === 'Network.requestWillBeSent') this.sent(params as unknown as Sent, session);
    if (session === '')
      for (const one of new Set([this.shown, this.pending])) if (method !== 'Network.requestWillBeSent') one?.main.take(method, params);
    if (session !== '') return null;
    if (method === 'Page.frameNavigated') return this.navigated(params['frame'] as Frame);
    return method === 'Page.navigatedWithinDocument' && params['frameId'] === this.mainFrame ? 'moved' : null;
  }

  pageOf(requestId: string): number {
    return this.requests.get(requestId) ?? this.shown?.number ?? 0;
  }

  /** Where the window's session notes what was asked. */
  log(isPage: boolean): ResourceLog {
    return ((isPage ? this.pending : null) ?? this.shown)?.resources ?? this.blank;
  }

  /** What was on its way will not come: a download, an empty answer, an error. */
  givenUp(): void {
    this.pending = null;
  }

  private sent(sent: Sent, session: string): void {
    const { requestId, loaderId, type, request } = sent;
    const isPage = session === '' && type === 'Document' && requestId === loaderId && sent.frameId === this.mainFrame;
    if (isPage && sent.redirectResponse === undefined) {
      this.pending = {
        number: ++this.count,
        startedAt: new Date(),
        url: request.url,
        main: new MainExchangeLog(sent.frameId ?? ''),
        resources: new ResourceLog(),
        inputs: { clicks: 0, keys: 0 },
      };
      this.loaders.set(loaderId, this.pending);
    }
    if (isPage) this.loaders.get(loaderId)?.main.take('Network.requestWillBeSent', sent);
    if (this.requests.has(requestId)) return;
    if (loaderId !== '' && !this.loaders.has(loaderId)) this.loaders.set(loaderId, this.shown);
    const owner = loaderId === '' ? this.shown : this.loaders.get(loaderId);
    this.requests.set(requestId, owner?.number ?? 0);
  }

  private navigated(frame: Frame): 'came' | null {
    if (frame.parentId !== undefined) return null;
    const came = this.loaders.get(frame.loaderId) ?? null;
    this.shown = /^https?:/.test(frame.url) ? came : null;
    if (came === this.pending) this.pending = null;
    return 'came';
  }
}
