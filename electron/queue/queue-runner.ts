import type { EngineClient } from '#engine/engine.ts';
import { HoldfastError, toErrorData, type ErrorData } from '#shared/errors.ts';
import type { EngineEvent } from '#shared/model/events.ts';
import type { PauseReason, QueueEntry, QueueStatus } from '#shared/model/queue.ts';
import { afterFailure, NetworkWatch } from './after-failure.ts';
import { mostAtOnce } from './by-host.ts';
import { Resting } from './resting.ts';

/** Captures the page of an entry and keeps it as what the entry is done with. */
export type TakeEntry = (entry: QueueEntry, signal: AbortSignal) => Promise<unknown>;

export type QueueHost = {
  engine: Pick<EngineClient, 'call' | 'on'>;
  emit: (event: EngineEvent) => void;
  take: TakeEntry;
};

type Taking = {
  entry: QueueEntry;
  abort: AbortController;
  /** Why its capture was ended, when it was; an abort from elsewhere is a person cancelling the job. */
  ended: 'stopped' | 'cancelled' | null;
  settled: Promise<void>;
};

/** Nobody waits longer than this for pages that do not let go, in milliseconds. */
const patience = 5_000;

/**
 * Takes the entries of the open case's queue in their order, from `run` until everything is done, it is paused, or the
 * case is left. What has been done so far stands in the case alone: here is only what runs now. It never starts by
 * itself, not even after a restart, because a capture is seen by whoever runs the site.
 */
export class QueueRunner {
  readonly #host: QueueHost;
  readonly #taking = new Map<string, Taking>();
  readonly #resting = new Resting(() => this.#fill());
  readonly #network = new NetworkWatch();
  #isOn = false;
  #filling: Promise<void> | null = null;
  #asksMore = false;

  constructor(host: QueueHost) {
    this.#host = host;
    host.engine.on((event) => {
      if (event.type === 'changed' && event.topics.includes('queue')) this.#fill();
    });
  }

  /** @throws HoldfastError no-case-open, case-read-only */
  async run(): Promise<QueueStatus> {
    if (!this.#isOn) {
      await this.#host.engine.call('queue.ask', { asked: 'running' });
      this.#network.answered();
      this.#resting.clear();
      this.#isOn = true;
      this.#fill();
      this.#changed();
    }
    return this.status();
  }

  /** Takes nothing more; what runs comes to its end. */
  async pause(reason: PauseReason = 'person', error: ErrorData | null = null): Promise<QueueStatus> {
    if (this.#isOn) {
      this.#isOn = false;
      this.#resting.clear();
      await this.#host.engine.call('queue.ask', { asked: 'paused', reason, error });
      this.#changed();
    }
    return this.status();
  }

  async status(): Promise<QueueStatus> {
    const asked = await this.#host.engine.call('queue.asked', {});
    const forgotten = asked?.asked === 'running' ? 'restart' : null;
    return {
      state: this.#isOn ? 'running' : this.#taking.size > 0 ? 'pausing' : 'paused',
      reason: this.#isOn ? null : (asked?.reason ?? forgotten),
      error: this.#isOn ? null : (asked?.error ?? null),
      running: [...this.#taking.keys()],
      again: this.#resting.list(),
    };
  }

  /** The case is being left: ends what runs, which goes on waiting in the case. Resolves when nothing is left of it. */
  async stop(): Promise<void> {
    this.#isOn = false;
    this.#resting.clear();
    const settled = [...this.#taking.values()].map((taking) => taking.settled);
    this.#end([...this.#taking.keys()], 'stopped');
    const late = new Promise((resolve) => setTimeout(resolve, patience).unref());
    await Promise.race([Promise.all([...settled, this.#filling]), late]);
  }

  /** The case says that these entries were cancelled; without ids, all. */
  dropped(ids: readonly string[] = [...this.#taking.keys(), ...this.#resting.ids()]): void {
    for (const id of ids) this.#resting.delete(id);
    this.#end(ids, 'cancelled');
  }

  #end(ids: readonly string[], why: 'stopped' | 'cancelled'): void {
    for (const id of ids) {
      const taking = this.#taking.get(id);
      if (taking === undefined) continue;
      taking.ended ??= why;
      taking.abort.abort();
    }
  }

  /** Looks for more to take; called whenever there may be some. */
  #fill(): void {
    if (!this.#isOn) return;
    this.#asksMore = true;
    this.#filling ??= this.#fillUp().finally(() => (this.#filling = null));
  }

  async #fillUp(): Promise<void> {
    try {
      while (this.#asksMore) {
        this.#asksMore = false;
        while (this.#isOn && this.#taking.size < mostAtOnce && (await this.#takeNext()));
      }
    } catch (error) {
      await this.#standStill('problem', toErrorData(error));
    }
  }

  /** False when there is nothing to take now. */
  async #takeNext(): Promise<boolean> {
    const busyHosts = [...this.#taking.values()].map(({ entry }) => entry.host);
    const resting = this.#resting.ids();
    const entry = await this.#host.engine.call('queue.next', { busyHosts, resting });
    if (!this.#isOn) return false;
    if (entry !== null && !this.#taking.has(entry.id)) {
      this.#begin(entry);
      return true;
    }
    if (this.#taking.size === 0 && resting.length === 0 && !this.#asksMore) await this.pause('finished');
    return false;
  }

  #begin(entry: QueueEntry): void {
    const taking: Taking = { entry, abort: new AbortController(), ended: null, settled: Promise.resolve() };
    this.#taking.set(entry.id, taking);
    taking.settled = this.#capture(taking).finally(() => {
      this.#taking.delete(entry.id);
      this.#fill();
      this.#changed();
    });
    this.#changed();
  }

  async #capture(taking: Taking): Promise<void> {
    try {
      await this.#host.take(taking.entry, taking.abort.signal);
      this.#network.answered();
    } catch (error) {
      await this.#failed(taking, toErrorData(error)).catch((problem: unknown) => this.#standStill('problem', toErrorData(problem)));
    }
  }

  async #failed({ entry, ended }: Taking, error: ErrorData): Promise<void> {
    if (ended !== null) return;
    const { engine } = this.#host;
    if (error.code === 'cancelled') {
      await engine.call('queue.cancel', { ids: [entry.id] });
      return;
    }
    // Nobody was asked: that was no try of this address.
    if (this.#network.failed(entry.host, error)) return this.#standStill('network-away', error);
    const next = afterFailure(error, entry.attempts);
    if (next.act === 'nothing') return;
    if (next.act === 'stand') return this.#standStill('problem', error);
    if (next.act === 'again') this.#resting.add(entry.id, next.afterMs);
    await this.#record(entry.id, error, next.act === 'again');
  }

  /** A person may have cancelled it in this very moment; then that stands. */
  async #record(id: string, error: ErrorData, again: boolean): Promise<void> {
    try {
      await this.#host.engine.call('queue.fail', { id, error, again });
    } catch (problem) {
      if (!(problem instanceof HoldfastError && problem.code === 'cancelled')) throw problem;
    }
  }

  /** Pauses for a reason nobody chose. A case that cannot even note it is told all the same, by what it says next. */
  async #standStill(reason: PauseReason, error: ErrorData): Promise<void> {
    await this.pause(reason, error).catch(() => this.#changed());
  }

  #changed(): void {
    this.#host.emit({ type: 'changed', topics: ['queue'] });
  }
}
