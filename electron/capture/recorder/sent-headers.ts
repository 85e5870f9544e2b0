import type { Session } from 'electron';
import type { HeaderPairs } from '#shared/model/exchange.ts';

/** Requests remembered; older ones are forgotten first. */
const mostKept = 5000;

/**
 * Heads of requests as the session sent them. DevTools is not told those of a worker's own script, nor of what a worker
 * asks for before it is attached to. Without `Host` and `Connection`, which Chromium adds later.
 */
export class SentHeaders {
  private static readonly bySession = new WeakMap<Session, SentHeaders>();
  private readonly sent = new Map<string, HeaderPairs>();

  /** One for each session: Electron has room for one listener, and windows may share a session. */
  static of(session: Session): SentHeaders {
    const there = this.bySession.get(session);
    if (there !== undefined) return there;
    const made = new SentHeaders();
    this.bySession.set(session, made);
    session.webRequest.onSendHeaders(({ method, url, requestHeaders }) => made.note(method, url, requestHeaders));
    return made;
  }

  /** The last that were sent there. */
  last(method: string, url: string): HeaderPairs | null {
    return this.sent.get(`${method} ${url}`) ?? null;
  }

  private note(method: string, url: string, headers: Record<string, string>): void {
    const key = `${method} ${url}`;
    this.sent.delete(key);
    this.sent.set(key, Object.entries(headers));
    const oldest = this.sent.size > mostKept ? this.sent.keys().next().value : undefined;
    if (oldest !== undefined) this.sent.delete(oldest);
  }
}
