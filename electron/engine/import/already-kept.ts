import type { CaseContext } from '../context.ts';

/**
 * The standing item that holds these bytes as received (not as something derived), or null. A removed item does not count,
 * and neither does a page that the same video came with: as a source of its own it can be marked by time.
 */
export async function alreadyKept(ctx: CaseContext, sha256: string): Promise<string | null> {
  const row = await ctx.read
    .selectFrom('file')
    .select('itemId')
    .where('sha256', '=', sha256)
    .where('parentFileId', 'is', null)
    .where('role', 'not in', ['video', 'info', 'subtitles'])
    .where('itemId', 'not in', ctx.read.selectFrom('tombstone').select('subject'))
    .orderBy('id')
    .executeTakeFirst();
  return row?.itemId ?? null;
}
