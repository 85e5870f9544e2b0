import type { ParsedInput } from '#shared/contract.ts';
import type { ItemCustody } from '#shared/model/custody.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { mutate } from '../journal/mutate.ts';

const nothingSaid: ItemCustody = { acquiredFrom: '', virtualIdentity: '', legalBasis: '', collectorNote: '', custodyNote: '' };

export async function custodyOf(ctx: CaseContext, { itemId }: { itemId: string }): Promise<ItemCustody> {
  const row = await ctx.read.selectFrom('itemCustody').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  if (row === undefined) return nothingSaid;
  const { itemId: _item, ...said } = row;
  return said;
}

/** Sets what a person says of how an item came; fields left out keep what they had. */
export async function describeCustody(ctx: CaseContext, { itemId, given }: ParsedInput<'custody.describe'>): Promise<ItemCustody> {
  await getItem(ctx, itemId);
  const before = await custodyOf(ctx, { itemId });
  const said = { ...before };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) said[name as keyof ItemCustody] = value.trim();
  if (Object.entries(said).every(([name, value]) => before[name as keyof ItemCustody] === value)) return before;
  const row = { itemId, ...said };
  await mutate(ctx, { action: 'item.custody', subject: itemId, payload: said }, (trx) =>
    trx
      .insertInto('itemCustody')
      .values(row)
      .onConflict((oc) => oc.column('itemId').doUpdateSet(row))
      .execute(),
  );
  return said;
}
