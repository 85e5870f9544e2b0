import { sql } from 'kysely';
import type { CallOutput } from '#shared/contract.ts';
import type { ItemVersion } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { livingItems } from '../items/list-items.ts';
import { absencesOf } from '../absences/list-absences.ts';
import { chainOf, type Chain } from './version-chain.ts';

/** The chain an item is in, oldest first, and when its addresses were found gone. A fixed number of queries. */
export async function listVersions(ctx: CaseContext, { itemId }: { itemId: string }): Promise<CallOutput<'versions.list'>> {
  await getItem(ctx, itemId);
  const chain = await chainOf(ctx.read, itemId);
  return { versions: await versionsOf(ctx, chain), absences: await absencesOf(ctx, chain.itemIds) };
}

/** The versions that are not removed, in the order they were taken. */
async function versionsOf(ctx: CaseContext, { itemIds, links }: Chain): Promise<ItemVersion[]> {
  const rows = await livingItems(ctx)
    .leftJoin('canonicalText', 'canonicalText.itemId', 'item.id')
    .select([
      'item.id as itemId',
      sql<string>`coalesce(itemNote.title, item.title)`.as('title'),
      'item.sourceUrl',
      sql<ItemVersion['method']>`item.method`.as('method'),
      'item.capturedAt',
      'canonicalText.sha256 as textSha256',
      'canonicalText.length as textLength',
      sql<number>`(SELECT count(*) FROM passage p WHERE p.itemId = item.id AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = p.id))`.as(
        'passages',
      ),
    ])
    .where('item.id', 'in', itemIds)
    .orderBy('item.capturedAt')
    .orderBy('item.id')
    .execute();
  const digests = await ctx.read.selectFrom('canonicalText').select(['itemId', 'sha256']).where('itemId', 'in', itemIds).execute();
  const digestOf = new Map(digests.map((row) => [row.itemId, row.sha256]));
  return rows.map((row) => {
    const link = links.find((one) => one.itemId === row.itemId) ?? null;
    const before = link === null ? undefined : digestOf.get(link.earlierId);
    return { ...row, link, sameText: before === undefined || row.textSha256 === null ? null : before === row.textSha256 };
  });
}
