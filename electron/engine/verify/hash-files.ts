import { availableParallelism } from 'node:os';
import { startHashWorker, type FileHash, type HashAnswer } from './hash-worker.ts';

type Options<Thing> = {
  pathOf(thing: Thing): string;
  onBytes(bytes: number): void;
  onFile(thing: Thing, hash: FileHash): void;
  signal: AbortSignal;
};

/** Files sent to a worker at once: enough that small files do not wait for messages. */
const BATCH = 64;
const MOST_WORKERS = 4;

/** Hashes `things` as they come, on worker threads; memory does not grow with their number or size. Cancelling ends the workers at once. */
export async function hashFiles<Thing>(things: Iterator<Thing>, options: Options<Thing>): Promise<void> {
  const workers = Math.min(MOST_WORKERS, availableParallelism());
  await Promise.all(Array.from({ length: workers }, () => runWorker(things, options)));
}

async function runWorker<Thing>(things: Iterator<Thing>, options: Options<Thing>): Promise<void> {
  let batch = take(things);
  if (batch.length === 0) return;
  options.signal.throwIfAborted();
  const worker = startHashWorker();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => reject(options.signal.reason);
  const send = () => worker.postMessage(batch.map(options.pathOf));
  const receive = (answer: HashAnswer) => {
    options.onBytes(answer.bytes);
    if (answer.kind === 'progress') return;
    answer.hashes.forEach((hash, index) => options.onFile(batch[index] as Thing, hash));
    batch = take(things);
    if (batch.length === 0) resolve();
    else send();
  };
  options.signal.addEventListener('abort', abort, { once: true });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('the hashing thread ended early')));
  worker.on('message', (answer: HashAnswer) => {
    try {
      receive(answer);
    } catch (error) {
      reject(error);
    }
  });
  try {
    send();
    await promise;
  } finally {
    options.signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function take<Thing>(things: Iterator<Thing>): Thing[] {
  const batch: Thing[] = [];
  while (batch.length < BATCH) {
    const next = things.next();
    if (next.done === true) break;
    batch.push(next.value);
  }
  return batch;
}
