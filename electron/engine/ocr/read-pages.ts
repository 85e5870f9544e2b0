import { HoldfastError, toErrorData, type ErrorCode } from '#shared/errors.ts';
import { WorkerSession } from '../worker/worker-session.ts';
import type { LanguageFile, OcrOpened, OcrTask, PageSource, ReadPage } from './page-model.ts';

/** A dense page of a newspaper takes a slow laptop a minute. */
const PAGE_LIMIT_MS = 300_000;
const HEAP_MEGABYTES = 1024;

export type ReadPages = {
  engine: Pick<OcrOpened, 'version' | 'build' | 'languages'>;
  pages: ReadPage[];
  /** Pages that could not be drawn or read; the others still count. */
  unread: { page: number; code: ErrorCode }[];
};
export type ReadingWatch = { signal: AbortSignal; onPage(done: number, total: number): void };

/**
 * Reads the pages of a file in a thread of its own, one after the other. `wanted` null: all. Pages count from 1.
 * @throws HoldfastError ocr-pages, ocr-language-broken, ocr-picture, ocr-picture-large, pdf-password, pdf-damaged;
 *   helper-timeout or helper-failed when not one page could be read; AbortError when the signal fired
 */
export async function readPages(
  source: PageSource,
  languages: readonly LanguageFile[],
  wanted: readonly number[] | null,
  { signal, onPage }: ReadingWatch,
): Promise<ReadPages> {
  const thread = new WorkerSession<OcrTask, OcrOpened | ReadPage>('ocr', {
    signal,
    timeLimitMs: PAGE_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  });
  const about = { source, languages: languages.map(({ code, path }) => ({ code, path })) };
  try {
    const { pages: count, ...engine } = (await thread.run({ ...about, act: 'open' })) as OcrOpened;
    const numbers = wanted === null ? Array.from({ length: count }, (_, index) => index + 1) : inOrder(wanted, count);
    const read: ReadPages = { engine, pages: [], unread: [] };
    let failure: unknown = null;
    for (const [done, page] of numbers.entries()) {
      onPage(done, numbers.length);
      try {
        read.pages.push((await thread.run({ ...about, act: 'page', page })) as ReadPage);
      } catch (error) {
        signal.throwIfAborted();
        failure = error;
        read.unread.push({ page, code: toErrorData(error).code });
      }
    }
    if (read.pages.length === 0) throw failure;
    onPage(numbers.length, numbers.length);
    return read;
  } finally {
    await thread.close();
  }
}

function inOrder(wanted: readonly number[], count: number): number[] {
  const beyond = wanted.find((page) => page > count);
  if (beyond !== undefined) throw new HoldfastError('ocr-pages', { page: beyond, pages: count });
  return [...new Set(wanted)].sort((a, b) => a - b);
}
