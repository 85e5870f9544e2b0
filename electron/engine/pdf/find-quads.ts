import { runWorker } from '../worker/run-worker.ts';
import type { PlaceOnPage, PlacesTask } from './pdf-places.ts';

const LIMIT_MS = 30_000;
const HEAP_MEGABYTES = 1024;

/**
 * Where words lie on pages of the PDF at `path` (pdf-places.ts), read in a thread of its own; null for a page that
 * cannot be read or does not hold them.
 * @throws HoldfastError pdf-password, pdf-damaged, helper-timeout, helper-failed; the error of opening a file that is not there
 */
export async function findQuads(task: Omit<PlacesTask, 'act'>, signal: AbortSignal): Promise<(PlaceOnPage | null)[]> {
  return runWorker('pdf', { act: 'places', ...task } satisfies PlacesTask, {
    signal,
    timeLimitMs: LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });
}
