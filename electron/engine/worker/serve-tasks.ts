import { parentPort } from 'node:worker_threads';
import { toErrorData } from '#shared/errors.ts';
import type { WorkerAnswer } from './run-worker.ts';

/** The body of the entry of a thread that does many tasks, one after the other: see WorkerSession. */
export function serveTasks<Task, Result>(work: (task: Task) => Result | Promise<Result>): void {
  parentPort?.on('message', (task: Task) => {
    void answerTo(work, task).then((answer) => parentPort?.postMessage(answer));
  });
}

async function answerTo<Task, Result>(work: (task: Task) => Result | Promise<Result>, task: Task): Promise<WorkerAnswer<Result>> {
  try {
    return { value: await work(task) };
  } catch (error) {
    return { failure: toErrorData(error) };
  }
}
