import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';
import { safeName } from '../import/safe-name.ts';
import { keepDerived } from '../items/keep-derived.ts';
import type { TakenAttachment } from './pdf-attachments.ts';
import { originalPdf, pdfTool, runPdfWorker } from './pdf-of-item.ts';

/**
 * Keeps a file that lies inside a PDF as a file of its item, with the PDF as its parent. It stays in the PDF as it was,
 * and is of no known type: whatever it calls itself, it is bytes until it is imported. Taking it out again answers the
 * file there is.
 * @throws HoldfastError not-found (no such file inside), wrong-input (no PDF), pdf-password, pdf-password-wrong,
 *   helper-timeout, helper-failed
 */
export async function extractAttachment(
  ctx: CaseContext,
  { itemId, index, password }: ParsedInput<'pdf.extractAttachment'>,
): Promise<{ fileId: string }> {
  const { original, title } = await originalPdf(ctx, itemId);
  const taken = await runPdfWorker<TakenAttachment | null>(
    ctx,
    original,
    { act: 'attachment', index, password },
    { title, signal: new AbortController().signal },
  );
  if (taken === null) throw new HoldfastError('not-found', { kind: 'attachment', id: index });
  const blob = await ctx.store.keepBytes(taken.bytes);
  const before = await ctx.read
    .selectFrom('file')
    .select('id')
    .where('itemId', '=', itemId)
    .where('role', '=', 'attachment')
    .where('sha256', '=', blob.sha256)
    .where('id', 'not in', ctx.read.selectFrom('tombstone').select('subject'))
    .executeTakeFirst();
  if (before !== undefined) return { fileId: before.id };
  const [fileId] = await keepDerived(ctx, itemId, [
    {
      role: 'attachment',
      blob,
      name: safeName(taken.name),
      mediaType: 'application/octet-stream',
      parentFileId: original.id,
      tool: pdfTool({
        act: 'attachment taken out',
        index,
        name: taken.name,
        ...(password === undefined ? {} : { password: 'given, not kept' }),
      }),
    },
  ]);
  return { fileId: fileId! };
}
