/** Work that may hang, grow or crash on hostile files: in a thread of its own that can be ended at any time. */
import { Worker } from 'node:worker_threads';
import { HoldfastError, type ErrorData } from '#shared/errors.ts';

export type WorkerAnswer<Result> = { value: Result } | { failure: ErrorData };
/** What a thread may tell before its answer: the share of its work that is done, 0 to 1. */
export type WorkerProgress = { progress: number };

/** The threads there are; each has its own entry file beside the code that starts it. */
const entries = {
  pdf: '../pdf/pdf-worker.ts',
  image: '../image/image-worker.ts',
  picture: '../image/picture-worker.ts',
  page: '../snapshot/page-worker.ts',
  snapshot: '../snapshot/snapshot-worker.ts',
  video: '../video/video-worker.ts',
  archive: '../archive/archive-worker.ts',
  'archive-page': '../archive/archive-page-worker.ts',
  text: '../versions/text-worker.ts',
  ocr: '../ocr/ocr-worker.ts',
  crop: '../export/report/pictures/crop-worker.ts',
  report: '../export/report/pdf/report-worker.ts',
  redact: '../redaction/redact-worker.ts',
} as const;
export type WorkerName = keyof typeof entries;

export type WorkerLimits = { signal: AbortSignal; timeLimitMs: number; heapMegabytes: number; onProgress?: (share: number) => void };

/**
 * Runs one task in a new thread and ends the thread, whatever happens.
 * @throws HoldfastError helper-timeout after the limit, helper-failed when the thread died (out of memory), what the
 *   task itself answered; AbortError when the signal fired
 */
export async function runWorker<Result>(name: WorkerName, task: unknown, limits: WorkerLimits): Promise<Result> {
  limits.signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer<Result>>();
  const worker = new Worker(workerEntry(name), {
    workerData: task,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  const failed = (problem: string) => reject(new HoldfastError('helper-failed', { helper: `${name} reader`, problem }));
  worker.on('message', (message: WorkerAnswer<Result> | WorkerProgress) => {
    if ('progress' in message) limits.onProgress?.(message.progress);
    else resolve(message);
  });
  worker.once('error', (error) => failed((error as NodeJS.ErrnoException).code ?? (error as Error).message));
  worker.once('exit', () => failed('ended early'));
  const seconds = Math.round(limits.timeLimitMs / 1000);
  const timer = setTimeout(() => reject(new HoldfastError('helper-timeout', { helper: `${name} reader`, seconds })), limits.timeLimitMs);
  const abort = () => reject(limits.signal.reason as Error);
  limits.signal.addEventListener('abort', abort, { once: true });
  try {
    const answer = await promise;
    if ('failure' in answer) throw new HoldfastError(answer.failure.code, answer.failure.facts);
    return answer.value;
  } finally {
    clearTimeout(timer);
    limits.signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** Run from source the entry is the file itself; built, it is one of the engine's outputs. */
export function workerEntry(name: WorkerName): URL {
  if (import.meta.url.endsWith('.ts')) return new URL(entries[name], import.meta.url);
  return new URL(`../engine/${name}-worker.js`, import.meta.url);
}
