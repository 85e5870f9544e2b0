import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DownloadItem, Session, WebContents, WebContentsView } from 'electron';
import { toErrorData, type ErrorData } from '#shared/errors.ts';
import type { HandsOnNote, HandsOnState } from '#shared/hands-on.ts';
import { captureOptions } from '#shared/model/capture.ts';
import { watchPage, type AttachedPage } from '../capture/attach-page.ts';
import { parseCaptureUrl } from '../capture/capture-url.ts';
import { CertificateTrust } from '../capture/certificate-trust.ts';
import { GuardedSession } from '../capture/guarded-session.ts';
import { crashed, loadError } from '../capture/load-error.ts';
import { requireShown, takeAsItStands } from './keep-page.ts';
import { Navigations } from './navigations.ts';
import { openPageView } from './page-view.ts';
import { allVariants, looksSecret } from './redaction/secret-values.ts';
import { SeenParameters } from './seen-parameters.ts';
import { pageState } from './page-state.ts';
import { TypedSecrets } from './typed-secrets.ts';
import { Visits } from './visits.ts';

export type SittingSetUp = {
  session: Session;
  /** Where bodies of this sitting lie; a folder of its own, removed with it. */
  folder: string;
  caseTitle: string;
  /** Keeps what was taken as an item. */
  keep: (staged: { folder: string; result: Awaited<ReturnType<typeof takeAsItStands>> }) => Promise<{ itemId: string }>;
  changed: () => void;
  key: (input: Electron.Input) => boolean;
};

/** Bytes of bodies a sitting may record; after that it goes on without, and says so. */
const sittingLimit = 4 * 1024 ** 3;
const bodyTimeMs = 45_000;
const noteMs = 12_000;

/** Everything between opening the window and closing it: one view, one recording, pages kept out of it. */
export class Sitting {
  readonly view: WebContentsView;
  readonly contents: WebContents;
  readonly startedAt = new Date();
  readonly seen = new SeenParameters();
  readonly marks = { parameters: new Set<string>(), values: [] as string[] };
  trouble: ErrorData | null = null;
  problem: ErrorData | null = null;
  private page: AttachedPage | null = null;
  private keeping: HandsOnState['keeping'] = 'no';
  private lastKept: HandsOnState['lastKept'] = null;
  private note: HandsOnNote | null = null;
  private login: { asked: NonNullable<HandsOnState['asksLogin']>; answer: (user?: string, password?: string) => void } | null = null;
  private notes = 0;
  private readonly set: SittingSetUp;
  private readonly trust: CertificateTrust;
  private readonly navigations = new Navigations();
  private readonly visits = new Visits();
  private readonly typed = new TypedSecrets();
  private readonly ended = new AbortController();
  private readonly leave: () => void;

  constructor(set: SittingSetUp) {
    this.set = set;
    const guard = GuardedSession.of(set.session);
    this.trust = new CertificateTrust(set.session, null);
    this.view = openPageView(set.session, {
      note: (kind, url) => this.say(kind, url),
      isStill: () => this.keeping !== 'no',
      input: (kind) => {
        if (this.navigations.shown !== null) this.navigations.shown.inputs[kind]++;
      },
      login: (asked, answer) => {
        this.login?.answer();
        this.login = { asked, answer };
        set.changed();
      },
      key: set.key,
    });
    this.contents = this.view.webContents;
    this.trust.follow(this.contents);
    this.leave = guard.admit(this.contents.id, { log: (isPage) => this.navigations.log(isPage), mayAsk: () => true });
    this.follow();
  }

  /** Attaches the recorder; nothing is loaded before it listens. */
  async start(): Promise<void> {
    const { folder } = this.set;
    const listen = (method: string, params: Record<string, unknown>, session: string) => this.hear(method, params, session);
    const pageOf = (requestId: string) => this.navigations.pageOf(requestId);
    const watching = {
      folder,
      listen,
      pageOf,
      sizeLimitBytes: sittingLimit,
      timeLimitMs: bodyTimeMs,
      session: 'case' as const,
      leaveDialogs: true,
    };
    this.page = await watchPage({ contents: this.contents, trust: this.trust }, watching, this.ended.signal);
    this.navigations.mainFrame = this.page.frameId;
    await this.typed.watch(this.page.tools);
    this.contents.navigationHistory.clear();
    this.set.changed();
  }

  /** @throws HoldfastError url-invalid, url-scheme */
  go(address: string): void {
    const url = parseCaptureUrl(address).href;
    this.trouble = this.problem = null;
    void this.contents.loadURL(url).catch(() => undefined);
    this.contents.focus();
  }

  move(to: 'back' | 'forward' | 'reload' | 'stop'): void {
    const { navigationHistory: history } = this.contents;
    if (this.keeping !== 'no') return;
    if (to === 'back' && history.canGoBack()) history.goBack();
    else if (to === 'forward' && history.canGoForward()) history.goForward();
    else if (to === 'reload') this.contents.reload();
    else if (to === 'stop') this.contents.stop();
  }

  async acceptCertificate(fingerprint: string): Promise<void> {
    const { trouble } = this;
    if (trouble?.code !== 'url-certificate' || trouble.facts['fingerprint'] !== fingerprint) return;
    await this.trust.accept(fingerprint);
    this.go(String(trouble.facts['url']));
  }

  logIn(given: { user: string; password: string } | null): void {
    const { login } = this;
    this.login = null;
    if (given === null) login?.answer();
    else {
      this.typed.add(given.password);
      login?.answer(given.user, given.password);
    }
    this.set.changed();
  }

  /** What the person marked, from now on; values given before stay. */
  mark(parameters: readonly string[], values: readonly string[]): void {
    this.seen.reviewed();
    this.marks.parameters.clear();
    for (const name of parameters) this.marks.parameters.add(name);
    this.marks.values.push(...values.filter((value) => !this.marks.values.includes(value)));
    this.set.changed();
  }

  /** Keeps the page on screen. One at a time; what goes wrong is told in the state too. */
  async keep(scroll: boolean): Promise<{ itemId: string } | null> {
    const visit = this.visits.shown;
    if (this.keeping !== 'no' || this.page === null) return null;
    const folder = join(this.set.folder, `keep-${randomUUID()}`);
    this.problem = this.lastKept = null;
    try {
      const navigation = requireShown(this.trouble === null ? this.navigations.shown : null);
      this.step('settle');
      const { everywhere, inRequests } = await this.secrets();
      const result = await takeAsItStands({
        capture: { contents: this.contents, session: this.set.session, trust: this.trust },
        page: this.page,
        navigation,
        options: this.options(scroll),
        folder,
        signal: this.ended.signal,
        handsOn: {
          sittingStartedAt: this.startedAt.toISOString(),
          addressShown: this.contents.getURL(),
          visited: this.visits.history(),
          inputs: { ...navigation.inputs },
        },
        everywhere,
        inRequests,
        onStep: (step) => this.step(step),
      });
      this.step('keep');
      const { itemId } = await this.set.keep({ folder, result });
      visit?.kept.push(itemId);
      this.lastKept = { itemId, withheld: result.exchanges.redactions.length };
      return { itemId };
    } catch (error) {
      this.problem = toErrorData(error);
      return null;
    } finally {
      this.step('no');
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A page is on screen and was never kept. */
  get hasUnkept(): boolean {
    const { shown } = this.visits;
    return this.trouble === null && shown !== null && shown.kept.length === 0 && shown.navigation === this.navigations.shown;
  }

  get isKeeping(): boolean {
    return this.keeping !== 'no';
  }

  state(): HandsOnState {
    const { page } = this;
    return {
      caseTitle: this.set.caseTitle,
      page: pageState(this.contents, this.trust),
      trouble: this.trouble,
      recording: {
        startedAt: this.startedAt.toISOString(),
        exchanges: page?.recorder.count ?? 0,
        bytes: page?.spool.bytes ?? 0,
        limitBytes: sittingLimit,
      },
      pages: this.visits.list(this.navigations.shown),
      keeping: this.keeping,
      lastKept: this.lastKept,
      problem: this.problem,
      asksLogin: this.login?.asked ?? null,
      note: this.note,
      toReview: this.seen.toReview(this.marks.parameters),
      marked: this.marks.parameters.size + this.marks.values.length,
    };
  }

  async end(): Promise<void> {
    this.ended.abort();
    await this.page?.recorder.close();
    this.leave();
    this.set.session.off('will-download', this.download);
    if (!this.contents.isDestroyed()) this.contents.close();
    await this.set.session.closeAllConnections().catch(() => undefined);
    await this.set.session.cookies.flushStore();
    await rm(this.set.folder, { recursive: true, force: true });
  }

  /** What is withheld now: what the person marked, passwords typed, and cookies, in every form. */
  private async secrets() {
    const all = await this.set.session.cookies.get({});
    const cookies = all.flatMap(({ value, domain = '' }) => (this.seen.hasHost(domain) && looksSecret(value, 12) ? [value] : []));
    const marked = [...this.seen.secretsOf(this.marks.parameters), ...this.marks.values];
    const parameters = [...this.marks.parameters];
    return {
      everywhere: { parameters, values: allVariants([...cookies, ...marked, ...this.typed.unmistakable]) },
      inRequests: allVariants([...cookies, ...marked, ...this.typed.all]),
    };
  }

  private options(scroll: boolean) {
    const { width, height } = this.view.getBounds();
    const within = (size: number) => Math.min(Math.max(size, 320), 4096);
    return captureOptions.parse({
      width: within(width),
      height: within(height),
      scroll,
      session: 'case',
      video: false,
      sizeLimitBytes: sittingLimit,
    });
  }

  private hear(method: string, params: Record<string, unknown>, session: string): void {
    this.typed.take(method, params);
    if (method === 'Network.requestWillBeSent') this.seen.note((params['request'] as { url: string }).url);
    const what = this.navigations.take(method, params, session);
    if (what === null) return;
    const { shown } = this.navigations;
    if (what === 'came') this.trouble = this.lastKept = null;
    if (shown !== null) this.visits.add(shown, addressIn(params), what === 'moved' ? this.contents.getTitle() : '');
    this.set.changed();
  }

  private follow(): void {
    const { contents } = this;
    const changed = () => this.set.changed();
    contents.on('did-start-loading', changed);
    this.set.session.on('will-download', this.download);
    contents.on('page-title-updated', (_event, title) => {
      this.visits.named(title);
      changed();
    });
    contents.on('did-stop-loading', () => {
      this.navigations.givenUp();
      changed();
    });
    contents.on('did-fail-load', (_event, _code, description, url, isMainFrame) => {
      const reason = description.replace(/^net::/, '');
      if (!isMainFrame || reason === 'ERR_ABORTED') return;
      this.trouble = toErrorData(loadError(reason, url, bodyTimeMs / 1000, this.trust.verdictOf(url)));
      changed();
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      this.trouble = toErrorData(crashed(contents.getURL(), reason));
      changed();
    });
  }

  /** A thing refused, told in passing. */
  say(kind: HandsOnNote['kind'], url: string): void {
    const note = { id: ++this.notes, kind, url };
    this.note = note;
    this.set.changed();
    const fade = setTimeout(() => {
      if (this.note === note) this.note = null;
      this.set.changed();
    }, noteMs);
    this.ended.signal.addEventListener('abort', () => clearTimeout(fade));
  }

  /** The guard of the session refuses it; here it is only told. */
  private readonly download = (_event: unknown, item: DownloadItem, from: WebContents): void => {
    if (from === this.contents) this.say('download', item.getURL());
  };

  private step(step: HandsOnState['keeping']): void {
    this.keeping = step;
    this.set.changed();
  }
}

/** Where DevTools says a frame is: what is shown by then may still be told otherwise elsewhere. */
function addressIn(params: Record<string, unknown>): string {
  const { url, frame } = params as { url?: string; frame?: { url: string; urlFragment?: string } };
  return url ?? `${frame?.url ?? ''}${frame?.urlFragment ?? ''}`;
}
