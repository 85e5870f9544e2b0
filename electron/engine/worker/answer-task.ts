import { parentPort, workerData } from 'node:worker_threads';
import { toErrorData } from '#shared/errors.ts';
import type { WorkerAnswer } from './run-worker.ts';

/** The body of a worker's entry: does its one task and answers with the value or the error as data. */
export async function answerTask<Task, Result>(work: (task: Task) => Promise<Result>): Promise<void> {
  const answer: WorkerAnswer<Result> = await work(workerData as Task).then(
    (value) => ({ value }),
    (error: unknown) => ({ failure: toErrorData(error) }),
  );
  parentPort?.postMessage(answer);
}
