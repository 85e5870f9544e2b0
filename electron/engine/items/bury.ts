import type { Transaction } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate } from '../journal/mutate.ts';

export type BuriedKind = 'item' | 'passage' | 'claim' | 'party' | 'incident' | 'evidence';

/** Deleting: a tombstone with its reason, and a journal entry. The rows and bytes themselves stay. */
export async function bury(
  ctx: CaseContext,
  thing: { kind: BuriedKind; id: string; reason: string },
  also: (trx: Transaction<Tables>) => Promise<void> = async () => {},
): Promise<void> {
  const { kind, id, reason } = thing;
  const standing = await ctx.read.selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst();
  if (standing === undefined || (await isBuried(ctx, id))) throw new HoldfastError('not-found', { kind, id });
  const tombstone = { subject: id, kind, reason, at: ctx.ports.now().toISOString(), actor: ctx.settings.actor };
  await mutate(ctx, { action: `${kind}.removed`, subject: id, payload: { kind, reason } }, async (trx) => {
    await trx.insertInto('tombstone').values(tombstone).execute();
    await also(trx);
  });
}

export async function isBuried(ctx: CaseContext, id: string): Promise<boolean> {
  return (await ctx.read.selectFrom('tombstone').select('subject').where('subject', '=', id).executeTakeFirst()) !== undefined;
}
