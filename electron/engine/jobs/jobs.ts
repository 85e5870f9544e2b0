/** Long work a person can watch and cancel. Ended jobs stay listed until the engine ends or 50 newer ones came. */
import { toErrorData } from '#shared/errors.ts';
import type { EngineEvent, Job } from '#shared/model/events.ts';

export type JobHandle = {
  signal: AbortSignal;
  progress(update: Partial<Pick<Job, 'subject' | 'done' | 'total' | 'unit'>>): void;
};

/** Progress is announced at most this often, so that a fast loop does not flood the window. */
const ANNOUNCE_EVERY_MS = 100;
const KEEP_ENDED = 50;

type Entry = { job: Job; abort: AbortController; announcedAt: number; settled: Promise<void> };

export class Jobs {
  readonly #jobs = new Map<string, Entry>();
  readonly #emit: (event: EngineEvent) => void;
  readonly #newId: () => string;

  constructor(emit: (event: EngineEvent) => void, newId: () => string) {
    this.#emit = emit;
    this.#newId = newId;
  }

  /** Runs `work` as a job; its failure or cancellation is recorded and thrown on. */
  async run<Result>(
    start: { id?: string | undefined; kind: Job['kind']; subject: string; unit: Job['unit'] },
    work: (handle: JobHandle) => Promise<Result>,
  ): Promise<Result> {
    const id = start.id ?? this.#newId();
    const job: Job = {
      id,
      kind: start.kind,
      subject: start.subject,
      done: 0,
      total: null,
      unit: start.unit,
      state: 'running',
      error: null,
    };
    const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
    const entry: Entry = { job, abort: new AbortController(), announcedAt: 0, settled };
    this.#jobs.set(id, entry);
    this.#announce(entry, true);
    try {
      const result = await work({
        signal: entry.abort.signal,
        progress: (update) => {
          Object.assign(job, update);
          this.#announce(entry, false);
        },
      });
      job.state = entry.abort.signal.aborted ? 'cancelled' : 'done';
      return result;
    } catch (error) {
      const data = toErrorData(error);
      job.state = data.code === 'cancelled' ? 'cancelled' : 'failed';
      job.error = job.state === 'failed' ? data : null;
      throw error;
    } finally {
      settle();
      this.#announce(entry, true);
      this.#forgetOld();
    }
  }

  list(): Job[] {
    return [...this.#jobs.values()].map(({ job }) => ({ ...job }));
  }

  cancel(id: string): boolean {
    const entry = this.#jobs.get(id);
    if (entry === undefined || entry.job.state !== 'running') return false;
    entry.abort.abort();
    return true;
  }

  /** Resolves when every job has let go of what it held. */
  async cancelAll(): Promise<void> {
    for (const id of this.#jobs.keys()) this.cancel(id);
    await Promise.all([...this.#jobs.values()].map((entry) => entry.settled));
  }

  #announce(entry: Entry, always: boolean): void {
    const now = performance.now();
    if (!always && now - entry.announcedAt < ANNOUNCE_EVERY_MS) return;
    entry.announcedAt = now;
    this.#emit({ type: 'job', job: { ...entry.job } });
  }

  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(({ job }) => job.state !== 'running');
    for (const { job } of ended.slice(0, Math.max(0, ended.length - KEEP_ENDED))) this.#jobs.delete(job.id);
  }
}
