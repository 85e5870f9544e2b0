import { HoldfastError } from '#shared/errors.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';
import { emptyReading, type DerivedFile, type Gap, type Reading, type ReadingJob } from '../import/reading.ts';
import { runWorker, type WorkerLimits } from '../worker/run-worker.ts';
import { measureAttachments } from './list-attachments.ts';
import { pdfTool } from './pdf-of-item.ts';
import { joinPages, pdfTextRule } from './pdf-text.ts';
import type { PdfContent, PdfCover, PdfTask } from './pdf-worker.ts';

/** pdf.js keeps a table as long as the file; larger ones are kept without text, and the outcome says so. */
const MOST_BYTES = 1024 * 1024 * 1024;
const READ_LIMIT_MS = 300_000;
const COVER_LIMIT_MS = 30_000;
const HEAP_MEGABYTES = 1024;

/**
 * A PDF: canonical text with its page map, what the document says of itself, and a picture of page 1.
 *
 * A locked PDF is kept as it came, without words, and that is a gap: an unlocked copy would be other bytes than the
 * source gave out. Whoever has the password can have it shown and its words read (`read-locked-text.ts`). A damaged one
 * that pdf.js can repair is kept, and the repair is a gap.
 * @throws HoldfastError pdf-damaged, helper-timeout, helper-failed
 */
export async function readPdf({ received: { path, size }, signal }: Pick<ReadingJob, 'received' | 'signal'>): Promise<Reading> {
  const reading = emptyReading('pdf');
  if (size > MOST_BYTES) return { ...reading, warnings: ['too-large-for-text', 'no-cover'] };
  const read = await readAndDraw(path, size, signal).catch((error: unknown) => {
    if (error instanceof HoldfastError && error.code === 'pdf-password') return null;
    throw error;
  });
  if (read === null) return locked(reading);
  const [content, cover] = read;
  const attachments = await withSizes(content.facts, { path, size }, signal);
  const { text, map } = joinPages(content.pages);
  const hasText = text.trim() !== '';
  const { information } = content.facts as { information?: Facts };
  return {
    ...reading,
    title: usableTitle(information?.['Title']),
    language: typeof content.facts['language'] === 'string' && content.facts['language'] !== '' ? content.facts['language'] : null,
    facts: { pdf: { ...content.facts, attachments, pageSizes: content.sizes, hasText } },
    gaps: gapsOf(content),
    warnings: [...(hasText ? [] : (['no-text'] as const)), ...(cover === null ? (['no-cover'] as const) : [])],
    derived: cover === null ? [] : [cover],
    text: hasText ? { text, map, tool: pdfTool({ rule: pdfTextRule, normalized: true }) } : null,
  };
}

function locked(reading: Reading): Reading {
  const gaps: Gap[] = [{ reason: 'pdf-locked', facts: {} }];
  return { ...reading, facts: { pdf: { encrypted: true, locked: true } }, gaps, warnings: ['no-text', 'no-cover'] };
}

/** The files inside, each with size and hash as far as they can be had. */
async function withSizes(facts: Facts, file: Pick<PdfTask, 'path' | 'size'>, signal: AbortSignal): Promise<Json[]> {
  const named = facts['attachments'] as Json[];
  if (named.length === 0) return named;
  return (await measureAttachments(file, { signal, timeLimitMs: READ_LIMIT_MS, heapMegabytes: HEAP_MEGABYTES })) ?? named;
}

/** Two threads side by side, so that a page that cannot be drawn costs no words. Neither outlives the other's failure. */
async function readAndDraw(path: string, size: number, signal: AbortSignal): Promise<[PdfContent, DerivedFile | null]> {
  const stop = new AbortController();
  const limits: WorkerLimits = {
    signal: AbortSignal.any([signal, stop.signal]),
    timeLimitMs: READ_LIMIT_MS,
    heapMegabytes: HEAP_MEGABYTES,
  };
  const task = (act: 'read' | 'cover'): PdfTask => ({ act, path, size });
  const cover = drawCover(task('cover'), { ...limits, timeLimitMs: COVER_LIMIT_MS });
  try {
    return [await runWorker<PdfContent>('pdf', task('read'), limits), await cover];
  } catch (error) {
    stop.abort();
    await cover.catch(() => null);
    throw error;
  }
}

/** A cover is a convenience: without it the document is as good as with it. */
async function drawCover(task: PdfTask, limits: WorkerLimits): Promise<DerivedFile | null> {
  try {
    const { jpeg, width, height } = await runWorker<PdfCover>('pdf', task, limits);
    return {
      key: 'cover',
      role: 'cover',
      suffix: '.cover.jpg',
      mediaType: 'image/jpeg',
      bytes: jpeg,
      tool: pdfTool({ page: 1, width, height }),
    };
  } catch (error) {
    if (limits.signal.aborted) throw error;
    return null;
  }
}

/** pdf.js says that it rebuilt the table of objects only as a warning. */
function gapsOf({ complaints, unreadable }: PdfContent): Gap[] {
  const repaired = complaints.some((words) => /Indexing all PDF objects|XRef|recover/i.test(words));
  return [
    ...(repaired ? [{ reason: 'pdf-repaired', facts: { complaints: complaints.slice(0, 5) } } as const] : []),
    ...(unreadable.length > 0
      ? [{ reason: 'pdf-pages-unreadable', facts: { pages: unreadable.slice(0, 200), count: unreadable.length } } as const]
      : []),
  ];
}

/** Programs put file names and placeholders into the title; those are no titles. */
function usableTitle(title: unknown): string | null {
  if (typeof title !== 'string') return null;
  const words = title.replace(/\s+/gu, ' ').trim();
  if (words.length < 3 || /^(untitled|microsoft word|document\d*|.*\.(docx?|indd|pdf|tex|dvi|qxd|pptx?|xlsx?)$)/i.test(words)) return null;
  return words.slice(0, 500);
}
