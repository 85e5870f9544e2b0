import { runWorker } from '../worker/run-worker.ts';
import type { RangeSelector } from './snapshot-range.ts';
import type { TextRange } from './snapshot-text.ts';

/** Ranges of a canonical text to be found in the kept snapshot at `path`. */
export type RangesTask = { format: 'ranges'; path: string; text: string; ranges: readonly TextRange[] };

const LIMIT_MS = 60_000;
const HEAP_MEGABYTES = 2048;

/**
 * Each range as the kept page has it (snapshot-range.ts); null where it does not. The page is parsed in a thread of its own.
 * @throws HoldfastError helper-timeout, helper-failed, file-damaged; the error of reading a file that is not there
 */
export async function findRanges(task: Omit<RangesTask, 'format'>, signal: AbortSignal): Promise<(RangeSelector | null)[]> {
  return runWorker('page', { format: 'ranges', ...task } satisfies RangesTask, {
    signal,
    timeLimitMs: LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });
}
