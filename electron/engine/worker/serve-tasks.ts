import { parentPort } from 'node:worker_threads';
import { toErrorData } from '#shared/errors.ts';
import type { WorkerAnswer } from './run-worker.ts';

/** The body of the entry of a thread that does many tasks, one after the other: see WorkerSession. */
export function serveTasks<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  parentPort?.on('message', async (task: Task) => {
    let answer: WorkerAnswer<Result>;
    try {
      answer = { value: await work(task) };
    } catch (error) {
      answer = { failure: toErrorData(error) };
    }
    parentPort?.postMessage(answer);
  });
}
