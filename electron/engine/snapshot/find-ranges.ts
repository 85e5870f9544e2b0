import { runWorker } from '../worker/run-worker.ts';
import type { RangeSelector } from './snapshot-range.ts';
import type { TextRange } from './snapshot-text.ts';

/** Ranges of a canonical text to be found in the kept snapshot at `path`. */
export type RangesTask = { format: 'ranges'; path: string; text: string; ranges: readonly TextRange[] };

/** A frozen page: a file, or its text where it lies in an archive. */
export type PageSource = { path: string } | { html: string };
/** Ranges whose words are wanted. */
export type WordsTask = { format: 'words'; page: PageSource; ranges: readonly RangeSelector[] };

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

/**
 * The words at each range of a frozen page, white space left out (words-of-range.ts); null where a range does not lead into it.
 * @throws HoldfastError helper-timeout, helper-failed, file-damaged; the error of reading a file that is not there
 */
export async function wordsInPage(page: PageSource, ranges: readonly RangeSelector[], signal: AbortSignal): Promise<(string | null)[]> {
  return runWorker('page', { format: 'words', page, ranges } satisfies WordsTask, {
    signal,
    timeLimitMs: LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });
}
