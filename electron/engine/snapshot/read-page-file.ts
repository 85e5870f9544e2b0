import { runWorker } from '../worker/run-worker.ts';
import type { FrozenPage } from './frozen-page.ts';
import type { SnapshotReading } from './read-snapshot.ts';

/**
 * `beside`: the page's path as the person knows it, when what lies beside it may go into the snapshot. `extras`: see
 * MhtmlOptions, by path.
 */
export type PageTask =
  | { format: 'html'; path: string; beside: string | null }
  | { format: 'mhtml'; path: string; url: string | null; jsonLd: string[]; extras: { url: string; mediaType: string; path: string }[] };

/** A frozen page together with what it says. */
export type PageReading = FrozenPage & SnapshotReading;

/** Far above what a real page takes, far below what would harm the machine. */
const limits = { timeLimitMs: 120_000, heapMegabytes: 2048 };

/**
 * Freezes a saved page and reads it, in a thread of its own: a page can be built to take for ever or to grow without
 * end, and the engine must go on answering meanwhile.
 * @throws HoldfastError file-empty, file-damaged, helper-timeout, helper-failed; AbortError when the signal fired
 */
export function readPageFile(task: PageTask, signal: AbortSignal): Promise<PageReading> {
  return runWorker<PageReading>('page', task, { signal, ...limits });
}
