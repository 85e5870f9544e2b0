import { HoldfastError } from '#shared/errors.ts';
import type { Item, ItemNote } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { filesOf } from './get-file.ts';
import { livingItems, selectRow, truths } from './list-items.ts';

/** One item whole: row, facts from the bytes, what a person typed, files. `not-found` when unknown or removed. */
export async function getItem(ctx: CaseContext, id: string): Promise<Item> {
  const row = await selectRow(livingItems(ctx).where('item.id', '=', id)).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'item', id });
  const kept = await ctx.read.selectFrom('item').select(['originalName', 'facts', 'gaps']).where('id', '=', id).executeTakeFirstOrThrow();
  const text = await ctx.read.selectFrom('canonicalText').select('length').where('itemId', '=', id).executeTakeFirst();
  return {
    ...row,
    ...truths(row),
    originalName: kept.originalName,
    facts: JSON.parse(kept.facts) as Facts,
    gaps: JSON.parse(kept.gaps) as Item['gaps'],
    given: await givenOf(ctx, id),
    files: await filesOf(ctx, id),
    textLength: text?.length ?? null,
  };
}

export async function givenOf(ctx: CaseContext, itemId: string): Promise<ItemNote> {
  const note = await ctx.read.selectFrom('itemNote').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  return {
    title: note?.title ?? null,
    source: note?.source ?? null,
    publishedAt: note?.publishedAt ?? null,
    note: note?.note ?? null,
    graphic: note?.graphic === 1,
  };
}
