import { randomUUID } from 'node:crypto';
import { toErrorData, type ErrorData } from '#shared/errors.ts';
import type { EngineEvent, Job } from '#shared/model/events.ts';

type Progress = (update: Partial<Pick<Job, 'subject' | 'done' | 'total'>>) => void;

/** Work of the main process by job id, so that it can be cancelled like the engine's. */
export class RunningWork {
  readonly #running = new Map<string, AbortController>();

  /** Runs `work` with a signal that `cancel(jobId)` aborts. */
  async run<Result>(jobId: string | undefined, work: (signal: AbortSignal, jobId: string) => Promise<Result>): Promise<Result> {
    const id = jobId ?? randomUUID();
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      return await work(controller.signal, id);
    } finally {
      this.#running.delete(id);
    }
  }

  cancel(jobId: string): boolean {
    const controller = this.#running.get(jobId);
    controller?.abort();
    return controller !== undefined;
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}

/** Announces a job from its start to its end, however it ends. */
export async function announced<Result>(
  start: Pick<Job, 'id' | 'kind' | 'subject' | 'unit'>,
  emit: (event: EngineEvent) => void,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  let job: Job = { ...start, done: 0, total: null, state: 'running', error: null };
  const progress = (update: Partial<Job>) => emit({ type: 'job', job: (job = { ...job, ...update }) });
  progress({});
  try {
    const result = await work(progress);
    progress({ state: 'done' });
    return result;
  } catch (error) {
    progress(endOf(toErrorData(error)));
    throw error;
  }
}

function endOf(error: ErrorData): Pick<Job, 'state' | 'error'> {
  return error.code === 'cancelled' ? { state: 'cancelled', error: null } : { state: 'failed', error };
}
