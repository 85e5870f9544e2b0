import { runWorker, type WorkerLimits } from '../worker/run-worker.ts';
import type { PdfAttachment } from './pdf-attachments.ts';
import type { PdfTask } from './pdf-worker.ts';

const LIMIT_MS = 60_000;
/** Files inside are packed and may unpack to anything; with more than this on top, their sizes are left untold. */
const MOST_GROWTH = 1.5 * 1024 ** 3;
const LOOK_MS = 100;

/** Size and hash of every file inside a PDF, in a thread of its own: when they are too much, that costs the document nothing. Null then. */
export async function measureAttachments(task: Pick<PdfTask, 'path' | 'size'>, limits: WorkerLimits): Promise<PdfAttachment[] | null> {
  const stop = new AbortController();
  const before = process.memoryUsage.rss();
  // The thread's own limit is on its heap; what it unpacks lies outside.
  const watch = setInterval(() => process.memoryUsage.rss() - before > MOST_GROWTH && stop.abort(), LOOK_MS);
  try {
    const signal = AbortSignal.any([limits.signal, stop.signal]);
    return await runWorker<PdfAttachment[]>('pdf', { ...task, act: 'attachments' }, { ...limits, signal, timeLimitMs: LIMIT_MS });
  } catch (error) {
    if (limits.signal.aborted) throw error;
    return null;
  } finally {
    clearInterval(watch);
  }
}
