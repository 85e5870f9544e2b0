import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';
import { safeName } from '../import/safe-name.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { listTexts } from '../items/get-text.ts';
import { originalPdf, pdfTool, runPdfWorker } from './pdf-of-item.ts';
import { joinPages, pdfTextRule } from './pdf-text.ts';
import type { PdfContent } from './pdf-worker.ts';

/**
 * Reads the words of a locked PDF with the password given, by the same rule as any other PDF, and keeps them as a derived
 * text of kind `unlocked`. What is recorded is that a password was given, never which. Reading the same words again
 * answers the text there is.
 * @throws HoldfastError not-found, wrong-input (no PDF), pdf-password-wrong, pdf-no-text, pdf-damaged, helper-timeout, helper-failed
 */
export async function readLockedText(ctx: CaseContext, { itemId, password }: ParsedInput<'pdf.readText'>): Promise<{ fileId: string }> {
  const { original, title } = await originalPdf(ctx, itemId);
  // The job is named after the source; no job, error or journal entry has the password.
  const content = await ctx.jobs.run({ kind: 'text', subject: title, unit: 'steps' }, ({ signal }) =>
    runPdfWorker<PdfContent>(ctx, original, { act: 'read', password }, { title, signal }),
  );
  const { text, map } = joinPages(content.pages);
  if (text.trim() === '') throw new HoldfastError('pdf-no-text', { path: title });
  const blob = await ctx.store.keepBytes(text);
  const before = (await listTexts(ctx, itemId)).find(({ kind, sha256 }) => kind === 'unlocked' && sha256 === blob.sha256);
  if (before !== undefined) return { fileId: before.fileId };
  const { language } = content.facts;
  const [fileId] = await keepDerived(ctx, itemId, [
    {
      role: 'text',
      blob,
      name: `${safeName(original.name)}.unlocked.txt`,
      mediaType: 'text/plain;charset=utf-8',
      parentFileId: original.id,
      tool: pdfTool({ rule: pdfTextRule, normalized: true, password: 'given, not kept' }),
      text: { kind: 'unlocked', language: typeof language === 'string' && language !== '' ? language : null, text, map },
    },
  ]);
  return { fileId: fileId! };
}
