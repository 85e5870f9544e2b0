/** Asks what is queued: now, and again later, for as long as the case is open. One request at a time. */
import type { SealTimestamp } from '#shared/model/timestamps.ts';
import type { CaseContext } from '../context.ts';
import { isAllowed } from './allow-requests.ts';
import { listAuthorities } from './authorities.ts';
import { readTimestamps } from './read-timestamps.ts';
import { takeTimestamp } from './take-timestamp.ts';

/** Timers in JavaScript end at 2^31 ms; a look once in a while costs one query. */
const LONGEST_WAIT = 60 * 60_000;
/** What failed just now is not tried anew because the case was closed and opened. */
const FRESH = 5 * 60_000;

type Wanted = (request: SealTimestamp, now: Date) => boolean;

export class TimestampRunner {
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Begins when a case is opened for writing: what is queued is tried at once, unless it was just now. */
  start(ctx: CaseContext): void {
    this.#later(ctx, 0, ({ triedAt }, now) => triedAt === null || now.getTime() - new Date(triedAt).getTime() > FRESH);
  }

  /** Something was queued. */
  wake(ctx: CaseContext): void {
    this.#later(ctx, 0, isDue);
  }

  /** Tries now, whatever the waiting time, and answers when each was tried. What is not allowed stays queued. */
  async ask(ctx: CaseContext, ids: ReadonlySet<string>): Promise<void> {
    await this.#inTurn(() => this.#round(ctx, ({ id }) => ids.has(id)));
    this.#schedule(ctx);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stop.abort();
    await this.#last;
  }

  #later(ctx: CaseContext, wait: number, wanted: Wanted): void {
    if (ctx.writer === null || this.#stop.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#inTurn(() => this.#round(ctx, wanted)).then(() => this.#schedule(ctx));
    }, wait);
    this.#timer.unref();
  }

  #schedule(ctx: CaseContext): void {
    void this.#inTurn(async () => {
      const waits = (await queued(ctx)).map(({ nextAt }) => new Date(nextAt ?? 0).getTime() - ctx.ports.now().getTime());
      if (waits.length > 0 && (await isAllowed(ctx))) this.#later(ctx, Math.min(LONGEST_WAIT, Math.max(1000, Math.min(...waits))), isDue);
    });
  }

  /** One after the other; a case that is closing or damaged ends it quietly, for the next opening goes on. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    if (this.#stop.signal.aborted) return this.#last as Promise<void>;
    return turn.catch((error: unknown) => {
      if (!this.#stop.signal.aborted) throw error;
    });
  }

  async #round(ctx: CaseContext, wanted: Wanted): Promise<void> {
    if (this.#stop.signal.aborted || !(await isAllowed(ctx))) return;
    const authorities = new Map((await listAuthorities(ctx)).map((authority) => [authority.id, authority]));
    const now = ctx.ports.now();
    // The newest first: it covers all that the older ones do.
    for (const request of (await readTimestamps(ctx, { unproved: true })).reverse()) {
      const authority = authorities.get(request.authorityId);
      if (authority === undefined || !wanted(request, now)) continue;
      await takeTimestamp(ctx, request, authority, this.#stop.signal);
      ctx.changed('journal');
    }
  }
}

const isDue: Wanted = ({ state, nextAt }, now) => state === 'queued' && nextAt !== null && new Date(nextAt) <= now;

async function queued(ctx: CaseContext): Promise<SealTimestamp[]> {
  const standing = new Set((await listAuthorities(ctx)).map(({ id }) => id));
  return (await readTimestamps(ctx, { unproved: true })).filter(({ state, authorityId }) => state === 'queued' && standing.has(authorityId));
}
