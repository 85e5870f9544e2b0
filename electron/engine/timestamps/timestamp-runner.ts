/** Asks what is queued: now, and again later, for as long as the case is open. One request at a time to each authority. */
import { once } from 'node:events';
import type { Authority, SealTimestamp } from '#shared/model/timestamps.ts';
import type { CaseContext } from '../context.ts';
import { isAllowed } from './allow-requests.ts';
import { PATIENCE_SECONDS } from './ask-authority.ts';
import { listAuthorities } from './authorities.ts';
import { readTimestamps } from './read-timestamps.ts';
import { takeTimestamp } from './take-timestamp.ts';

/** Timers in JavaScript end at 2^31 ms; a look once in a while costs one query. */
const LONGEST_WAIT = 60 * 60_000;
/** What failed just now is not tried anew because the case was closed and opened. */
const FRESH = 5 * 60_000;

/** Which requests of one authority are tried in a round: `group` holds all that have no token, the newest seal's first. */
type Choose = (group: readonly SealTimestamp[], now: Date) => readonly SealTimestamp[];

export class TimestampRunner {
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Begins when a case is opened for writing: what is queued is tried at once, unless it was just now. */
  start(ctx: CaseContext): void {
    this.#later(ctx, 0, (group, now) => (now.getTime() - lastTry(group) > FRESH ? queuedOf(group) : []));
  }

  /** Something was queued. */
  wake(ctx: CaseContext): void {
    this.#later(ctx, 0, due);
  }

  /** Tries now, whatever the waiting time, and answers when each was tried. What is not allowed stays queued. */
  async ask(ctx: CaseContext, ids: ReadonlySet<string>): Promise<void> {
    await this.#inTurn(() => this.#round(ctx, (group) => group.filter(({ id }) => ids.has(id))));
    this.#schedule(ctx);
  }

  /** When what was asked for so far has its answer, or after a while without. */
  async settle(signal: AbortSignal): Promise<void> {
    const enough = AbortSignal.any([signal, AbortSignal.timeout((PATIENCE_SECONDS + 5) * 1000)]);
    await Promise.race([this.#last, once(enough, 'abort')]);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stop.abort();
    await this.#last;
  }

  #later(ctx: CaseContext, wait: number, choose: Choose): void {
    if (ctx.writer === null || this.#stop.signal.aborted) return;
    clearTimeout(this.#timer);
    const go = () => {
      void this.#inTurn(() => this.#round(ctx, choose)).then(
        () => this.#schedule(ctx),
        () => {},
      );
    };
    if (wait === 0) return go();
    this.#timer = setTimeout(go, wait);
    this.#timer.unref();
  }

  #schedule(ctx: CaseContext): void {
    const look = async () => {
      if (!(await isAllowed(ctx))) return;
      const next = (await groups(ctx)).flatMap(({ waiting }) => (queuedOf(waiting).length === 0 ? [] : [nextOf(waiting)]));
      if (next.length > 0) this.#later(ctx, Math.min(LONGEST_WAIT, Math.max(1000, Math.min(...next) - ctx.ports.now().getTime())), due);
    };
    void this.#inTurn(look).catch(() => {});
  }

  /** One round after the other. One that the closing of the case broke off is no failure: the next opening goes on. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last
      .then(() => (this.#stop.signal.aborted ? undefined : work()))
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) throw error;
      });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #round(ctx: CaseContext, choose: Choose): Promise<void> {
    if (!(await isAllowed(ctx))) return;
    const now = ctx.ports.now();
    const rounds = (await groups(ctx)).map(async ({ authority, waiting }) => {
      for (const request of choose(waiting, now)) {
        const goesOn = await takeTimestamp(ctx, request, authority, this.#stop.signal);
        ctx.changed('journal');
        // One that is away is not asked for the rest either.
        if (!goesOn) break;
      }
    });
    const failed = (await Promise.allSettled(rounds)).find((round) => round.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}

type Group = { authority: Authority; waiting: SealTimestamp[] };

/** What has no token, by authority; the newest seal first, for it covers all that the older ones do. */
async function groups(ctx: CaseContext): Promise<Group[]> {
  const unproved = (await readTimestamps(ctx, { unproved: true })).reverse();
  return (await listAuthorities(ctx)).map((authority) => ({
    authority,
    waiting: unproved.filter(({ authorityId }) => authorityId === authority.id),
  }));
}

const queuedOf = (group: readonly SealTimestamp[]) => group.filter(({ state }) => state === 'queued');
const lastTry = (group: readonly SealTimestamp[]) =>
  Math.max(0, ...group.map(({ triedAt }) => (triedAt === null ? 0 : Date.parse(triedAt))));

/** An authority that is away is waited for as long as the request it failed last. */
function nextOf(group: readonly SealTimestamp[]): number {
  const tried = queuedOf(group).filter(({ failures }) => failures > 0);
  return Math.max(0, ...tried.map(({ nextAt }) => (nextAt === null ? 0 : Date.parse(nextAt))));
}

const due: Choose = (group, now) => (nextOf(group) <= now.getTime() ? queuedOf(group) : []);
