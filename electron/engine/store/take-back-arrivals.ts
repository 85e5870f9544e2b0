import { rm } from 'node:fs/promises';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';
import { listArriving } from './arrivals.ts';

/**
 * Takes back what a crash left: blobs that had their name but no item yet, exactly as a capture or import that fails
 * takes them back, and enters it in the journal. Called when a case is opened to write, with its lock held. A blob
 * that any row names stays.
 */
export async function takeBackArrivals(ctx: CaseContext): Promise<void> {
  const left: string[] = [];
  for (const sha256 of await listArriving(ctx.store)) {
    const { read } = ctx;
    const known =
      (await read.selectFrom('blob').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) ??
      (await read.selectFrom('file').select('id').where('sha256', '=', sha256).executeTakeFirst());
    if (known === undefined) left.push(sha256);
  }
  const record = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirst();
  if (record === undefined) return;
  for (const sha256 of left) await rm(ctx.store.pathOf(sha256), { force: true });
  // A second crash here repeats the entry with the next opening, which is true both times.
  if (left.length > 0)
    await mutate(ctx, { action: 'store.tidied', subject: record.caseId, payload: { interrupted: left } }, async () => {});
  await rm(ctx.store.arriving, { recursive: true, force: true });
}
