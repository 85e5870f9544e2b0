import { captureReport, type CaptureReport } from '#shared/model/capture-report.ts';
import type { CaseContext } from '../context.ts';

/** @throws HoldfastError blob-missing */
export async function readReport(ctx: CaseContext, { itemId }: { itemId: string }): Promise<CaptureReport | null> {
  const files = ctx.read.selectFrom('file').select('sha256').where('itemId', '=', itemId).where('role', '=', 'report');
  const file = await files.orderBy('id').executeTakeFirst();
  if (file === undefined) return null;
  await ctx.store.locate(file.sha256);
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.store.read(file.sha256)) chunks.push(chunk as Buffer);
  // Other reports may lie in this role; only this form is a capture's.
  return captureReport.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data ?? null;
}
