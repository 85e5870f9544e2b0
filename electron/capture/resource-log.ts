import type { CaptureResult } from '#shared/model/capture.ts';

type Resources = CaptureResult['resources'];
/** By address and reason: a page may be refused several things at one address. */
type Notes = Map<string, { url: string; reason: string }>;

const mostNotes = 500;
const mostClocks = 20;
const mostAsked = 2000;

/**
 * What came and what did not, of everything a page asked for. Fed by the session's web requests, which miss nothing:
 * DevTools overlooks what a page asks for in the moment it changes process. Pure.
 */
export class ResourceLog {
  readonly clock: CaptureResult['clockEvidence'] = [];
  /** When something last began or ended, in ms of `performance.now()`. */
  lastChange = performance.now();
  private kept = 0;
  private readonly asked = new Set<string>();
  private readonly open = new Map<number, number>();
  private readonly failed: Notes = new Map();
  private readonly blocked: Notes = new Map();

  began(id: number): void {
    this.lastChange = performance.now();
    this.open.set(id, this.lastChange);
  }

  /** An answer arrived whole. `dates`: the values of its `Date` header. */
  completed(id: number, url: string, status: number, dates: readonly string[]): void {
    this.ended(id);
    this.noteClock(url, dates[0]);
    if (status >= 400) this.note(this.failed, url, `HTTP ${status}`);
    else if (/^https?:/.test(url)) {
      this.kept++;
      if (this.asked.size <= mostAsked) this.asked.add(short(url));
    }
  }

  /** `error` as Chromium names it. What was given up, refused, or only looked for in the cache is no failure. */
  lost(id: number, url: string, error: string): void {
    this.ended(id);
    const reason = error.replace(/^net::/, '');
    if (['ERR_ABORTED', 'ERR_BLOCKED_BY_CLIENT', 'ERR_CACHE_MISS'].includes(reason)) return;
    this.note(reason.startsWith('ERR_BLOCKED') ? this.blocked : this.failed, url, reason);
  }

  /** Something of the page that the capture refused. */
  refused(url: string, reason: string): void {
    this.note(this.blocked, url, reason);
  }

  /** Requests under way that began less than `patienceMs` ago: a page that holds a line open is still quiet. */
  busy(patienceMs: number): number {
    const now = performance.now();
    return [...this.open.values()].filter((since) => now - since < patienceMs).length;
  }

  resources(): Resources {
    const told = { failed: [...this.failed.values()], blocked: [...this.blocked.values()] };
    return { kept: this.kept, ...(this.asked.size > mostAsked ? {} : { asked: [...this.asked] }), ...told };
  }

  private ended(id: number): void {
    this.lastChange = performance.now();
    this.open.delete(id);
  }

  private note(notes: Notes, url: string, reason: string): void {
    if (notes.size < mostNotes) notes.set(`${reason} ${url}`, { url: short(url), reason });
  }

  /** One `Date` a host: enough to hold the machine's clock against other people's. */
  private noteClock(url: string, date: string | undefined): void {
    const host = URL.parse(url)?.host ?? '';
    if (!date || this.clock.length >= mostClocks || this.clock.some((one) => URL.parse(one.url)?.host === host)) return;
    this.clock.push({ url: short(url), serverDate: date, localDate: new Date().toISOString() });
  }
}

function short(url: string): string {
  return url.length > 2000 ? `${url.slice(0, 2000)}…` : url;
}
