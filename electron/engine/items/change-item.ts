import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Item } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';
import { dropSearchRow, putSearchRow } from '../search/search-row.ts';
import { bury } from './bury.ts';
import { getItem, givenOf } from './get-item.ts';
import { itemSearchRow } from './item-search-row.ts';

/** Sets what a person says of an item; fields left out keep what they had. */
export async function describeItem(ctx: CaseContext, { id, given }: ParsedInput<'items.describe'>): Promise<Item> {
  await getItem(ctx, id);
  const note = { ...(await givenOf(ctx, id)), ...withoutUndefined(given) };
  const row = { itemId: id, ...note, graphic: note.graphic ? 1 : 0 };
  await mutate(ctx, { action: 'item.described', subject: id, payload: note }, async (trx) => {
    await trx
      .insertInto('itemNote')
      .values(row)
      .onConflict((oc) => oc.column('itemId').doUpdateSet(row))
      .execute();
    await putSearchRow(trx, await itemSearchRow(trx, id));
  });
  return getItem(ctx, id);
}

/** Takes an item out of every list. Refused with `still-used` while passages stand on it, so that no claim loses its ground unseen. */
export async function removeItem(ctx: CaseContext, { id, reason }: ParsedInput<'items.remove'>): Promise<void> {
  const { passages } = await getItem(ctx, id);
  if (passages > 0) throw new HoldfastError('still-used', { kind: 'item', id, by: 'passages', count: passages });
  await bury(ctx, { kind: 'item', id, reason }, (trx) => dropSearchRow(trx, { kind: 'item', id }));
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
