/** An archive made by others becomes items: one for each of its pages, all standing on the same untouched file. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toErrorData } from '#shared/errors.ts';
import type { ImportWarning } from '#shared/import-words.ts';
import type { ArchivePages, ImportOutcome } from '#shared/model/items.ts';
import { recordRefusal, recordRepeat } from '../import/import-acts.ts';
import { keepReading } from '../import/keep-reading.ts';
import type { Reading, ReadingJob } from '../import/reading.ts';
import type { KeptBlob } from '../store/blob-store.ts';
import { runWorker } from '../worker/run-worker.ts';
import { WorkerSession } from '../worker/worker-session.ts';
import { indexFile, reportFile, type ArchiveIndexed, type ArchivePage, type ArchivePageTask, type IndexTask } from './archive-model.ts';
import { archivePageReading, wholeArchiveReading, type ArchiveTold } from './archive-reading.ts';
import type { ArchivePageRead } from './freeze-archive-page.ts';
import { keptPages } from './kept-pages.ts';

/** A library of more than this is nothing a person takes in at once. */
const MOST_PAGES = 5000;
/** A day: the time a disk takes to read any archive twice over. A page has what a saved page has. */
const indexLimits = { timeLimitMs: 24 * 3600_000, heapMegabytes: 1024 };
const pageLimits = { timeLimitMs: 120_000, heapMegabytes: 2048 };
const TELL_EVERY = 25;

/**
 * Imports one WARC or WACZ. Each page is kept whole before the next is begun; pages that are in the case already are
 * left out, so that an import that was ended early goes on where it stood.
 * @param most so many pages become items now; the next import takes the next ones
 * @throws HoldfastError archive-unsafe, disk-full, what is about the case; AbortError. Only while nothing was kept yet:
 *   later the outcome tells what was.
 */
export async function importArchive(job: ReadingJob, onSubject: (subject: string) => void, most = MOST_PAGES): Promise<ImportOutcome> {
  const { ctx, received, sniffed, found, signal } = job;
  const folder = await ctx.store.stagingPath(`archive-${randomUUID()}`);
  await mkdir(folder);
  try {
    const task: IndexTask = { path: received.path, folder, mediaType: sniffed.mediaType };
    const onProgress = (share: number) => onSubject(`${found.name} (${Math.round(share * 100)} %)`);
    const indexed = await runWorker<ArchiveIndexed>('archive', task, { signal, ...indexLimits, onProgress });
    const report = await readFile(join(folder, reportFile));
    const told: ArchiveTold = { indexed, report, version: ctx.settings.version };
    const { first, places } = await keptPages(ctx, received.sha256);
    const left = indexed.pages.filter(({ place }) => !places.has(place));
    if (first !== null && left.length === 0) {
      await recordRepeat(ctx, found, first, received.sha256);
      return { fate: 'already-kept', path: found.path, itemId: first, sha256: received.sha256 };
    }
    const pages = { added: 0, before: indexed.pages.length - left.length, inArchive: indexed.pages.length };
    if (left.length === 0) return await keepWhole(job, told);
    return await new PageKeeper(job, told, pages, join(folder, indexFile), onSubject).keep(left.slice(0, most));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepWhole(job: ReadingJob, told: ArchiveTold): Promise<ImportOutcome> {
  const reading = wholeArchiveReading(told);
  const { itemId, original } = await keepReading(job, reading);
  const warnings = [...warningsOf(job, told.indexed), 'archive-no-page'];
  return { fate: 'kept', path: job.found.path, itemId, sha256: original.sha256, type: reading.type, warnings };
}

class PageKeeper {
  readonly #job: ReadingJob;
  readonly #told: ArchiveTold;
  readonly #pages: ArchivePages;
  readonly #index: string;
  readonly #onSubject: (subject: string) => void;
  readonly #thread: WorkerSession<ArchivePageTask, ArchivePageRead>;
  #original: KeptBlob | null = null;
  #first: { itemId: string; type: Reading['type'] } | null = null;

  constructor(job: ReadingJob, told: ArchiveTold, pages: ArchivePages, index: string, onSubject: (subject: string) => void) {
    this.#job = job;
    this.#told = told;
    this.#pages = pages;
    this.#index = index;
    this.#onSubject = onSubject;
    this.#thread = new WorkerSession('archive-page', { signal: job.signal, ...pageLimits });
  }

  async keep(pages: ArchivePage[]): Promise<ImportOutcome> {
    const { found, received } = this.#job;
    try {
      for (const page of pages) await this.#keepPage(page);
    } catch (error) {
      if (this.#first === null) throw error;
      return await this.#endedEarly(error);
    } finally {
      await this.#thread.close();
    }
    const { added, before, inArchive } = this.#pages;
    const more: ImportWarning[] = [
      ...(before > 0 ? ['archive-continued' as const] : []),
      ...(added + before < inArchive ? ['archive-pages-left' as const] : []),
    ];
    const warnings = [...warningsOf(this.#job, this.#told.indexed), ...more];
    return { fate: 'kept', path: found.path, ...this.#first!, sha256: received.sha256, warnings, pages: this.#pages };
  }

  async #keepPage(page: ArchivePage): Promise<void> {
    const { ctx, found } = this.#job;
    const number = this.#pages.before + this.#pages.added + 1;
    this.#onSubject(`${found.name} (${number}/${this.#pages.inArchive})`);
    const reading = archivePageReading(this.#told, page, await this.#read(page));
    const { itemId, original } = await keepReading(this.#job, reading, { before: this.#original ?? undefined });
    this.#original = { ...original, alreadyKept: true };
    this.#first ??= { itemId, type: reading.type };
    this.#pages.added += 1;
    if (this.#pages.added % TELL_EVERY === 1) ctx.changed('items', 'journal', 'case');
  }

  /** A page that cannot be frozen is an item all the same: its record is in the archive. */
  async #read({ record }: ArchivePage): Promise<ArchivePageRead | { problem: string }> {
    const { ctx, received, signal } = this.#job;
    const archive = this.#original === null ? received.path : ctx.store.pathOf(received.sha256);
    try {
      return await this.#thread.run({ archive, index: this.#index, record });
    } catch (error) {
      signal.throwIfAborted();
      const { code, facts } = toErrorData(error);
      return { problem: String(facts['problem'] ?? facts['message'] ?? code) };
    }
  }

  /** What was kept stays; the outcome says how much that is, and the journal why it ended. */
  async #endedEarly(error: unknown): Promise<ImportOutcome> {
    const { ctx, found, received, signal } = this.#job;
    const { path } = found;
    if (signal.aborted) return { fate: 'cancelled', path, pages: this.#pages };
    const data = toErrorData(error);
    // A disk too full for that line is told as the reason it ended for.
    await recordRefusal(ctx, found, data, received.sha256).catch((failure: unknown) => {
      if (toErrorData(failure).code !== 'disk-full') throw failure;
    });
    return { fate: 'refused', path, error: data, pages: this.#pages };
  }
}

function warningsOf({ sniffed }: ReadingJob, indexed: ArchiveIndexed): ImportWarning[] {
  const told: [ImportWarning, boolean][] = [
    ['extension-differs', sniffed.extensionDiffers],
    ['archive-unreadable', indexed.problem !== null],
    ['archive-records-bad', indexed.bad > 0],
    ['archive-package-wrong', indexed.packageWrong > 0],
    ['archive-records-elsewhere', indexed.revisitsWithoutOriginal > 0],
    ['archive-pages-missing', indexed.pagesWithoutRecord > 0],
  ];
  return told.flatMap(([warning, holds]) => (holds ? [warning] : []));
}
