import { Worker } from 'node:worker_threads';
import { HoldfastError } from '#shared/errors.ts';
import { workerEntry, type WorkerAnswer, type WorkerLimits, type WorkerName } from './run-worker.ts';

/**
 * A thread for many small tasks, so that none pays for its start. A task that fails by hanging or growing ends the
 * thread; the next one gets a new one. One task at a time.
 */
export class WorkerSession<Task, Result> {
  readonly #name: WorkerName;
  readonly #limits: WorkerLimits;
  #worker: Worker | null = null;

  /** `limits` hold for each task. */
  constructor(name: WorkerName, limits: WorkerLimits) {
    this.#name = name;
    this.#limits = limits;
  }

  /** @throws HoldfastError helper-timeout, helper-failed, what the task answered; AbortError when the signal fired */
  async run(task: Task): Promise<Result> {
    const { signal, timeLimitMs } = this.#limits;
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer<Result>>();
    const worker = (this.#worker ??= this.#start());
    const helper = `${this.#name} reader`;
    const failed = (problem: string) => reject(new HoldfastError('helper-failed', { helper, problem }));
    const onError = (error: Error) => failed((error as NodeJS.ErrnoException).code ?? error.message);
    const onExit = () => failed('ended early');
    const seconds = Math.round(timeLimitMs / 1000);
    const timer = setTimeout(() => reject(new HoldfastError('helper-timeout', { helper, seconds })), timeLimitMs);
    const onAbort = () => reject(signal.reason as Error);
    worker.on('message', resolve).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.postMessage(task);
    try {
      const answer = await promise;
      if ('failure' in answer) throw new HoldfastError(answer.failure.code, answer.failure.facts);
      return answer.value;
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.off('message', resolve).off('error', onError).off('exit', onExit);
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.heapMegabytes };
    const worker = new Worker(workerEntry(this.#name), { stdout: true, stderr: true, resourceLimits });
    // One that dies between two tasks is replaced when the next one comes.
    worker.on('error', () => {}).once('exit', () => (this.#worker = this.#worker === worker ? null : this.#worker));
    return worker;
  }
}
