/** The PDF an item is, and work on it in its thread. */
import { createRequire } from 'node:module';
import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { runWorker } from '../worker/run-worker.ts';

/** Asked of the package, not of its code: pdf.js runs in its thread alone. */
const { version } = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string };
const LIMITS = { timeLimitMs: 300_000, heapMegabytes: 1024 };

export const pdfTool = (parameters: Facts) => ({ name: 'pdf.js', version, parameters });

/** @throws HoldfastError not-found, case-read-only, wrong-input when the item is no PDF */
export async function originalPdf(ctx: CaseContext, itemId: string): Promise<{ original: ItemFile; title: string }> {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  const { files, title } = await getItem(ctx, itemId);
  const original = files.find(({ role, mediaType }) => role === 'original' && mediaType === 'application/pdf');
  if (original === undefined) throw new HoldfastError('wrong-input', { name: 'pdf', field: 'itemId', problem: 'this source is no PDF' });
  return { original, title };
}

type Task = { password: string | undefined } & ({ act: 'read' } | { act: 'attachment'; index: number });

/** What goes wrong names the source by its title; nothing of the task is in it. */
export async function runPdfWorker<Result>(
  ctx: CaseContext,
  original: ItemFile,
  task: Task,
  { title, signal }: { title: string; signal: AbortSignal },
): Promise<Result> {
  const { path, size } = await ctx.store.locate(original.sha256);
  try {
    return await runWorker<Result>('pdf', { ...task, path, size }, { ...LIMITS, signal });
  } catch (error) {
    if (error instanceof HoldfastError) throw new HoldfastError(error.code, { ...error.facts, path: title });
    throw error;
  }
}
