import type { Transaction } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate } from '../journal/mutate.ts';

/** Relations, merges, judgements, settled contradictions, and the case's own words and fields. */
export const recordTables = [
  'claimLink',
  'incidentLink',
  'partyLink',
  'partyMerge',
  'grade',
  'settlement',
  'vocabularyTerm',
  'fieldDefinition',
] as const;

/** Everything that is removed by a tombstone; each is the table of its rows too. */
export const buriedKinds = ['item', 'file', 'passage', 'passageLink', 'claim', 'party', 'incident', 'evidence', ...recordTables] as const;
export type BuriedKind = (typeof buriedKinds)[number];

type Thing = { kind: BuriedKind; id: string; reason: string };
type Also = (trx: Transaction<Tables>) => Promise<void>;

/** Deleting: a removal with its reason, and a journal entry (`KIND.removed`). The rows and bytes themselves stay. */
export async function bury(ctx: CaseContext, thing: Thing, also: Also = async () => {}): Promise<void> {
  const { kind, id, reason } = thing;
  const standing = await ctx.read.selectFrom(kind).select('id').where('id', '=', id).executeTakeFirst();
  if (standing === undefined || (await isBuried(ctx, id))) throw new HoldfastError('not-found', { kind, id });
  const burial = { id: ctx.ports.newId(), subject: id, kind, reason, at: ctx.ports.now().toISOString(), actor: ctx.settings.actor };
  await mutate(ctx, { action: `${kind}.removed`, subject: id, payload: { kind, reason, burialId: burial.id } }, async (trx) => {
    await trx.insertInto('burial').values(burial).execute();
    await also(trx);
  });
}

/**
 * Takes a removal back, with its own reason and journal entry (`KIND.restored`); the removal itself stays on record.
 * @throws HoldfastError not-found when the thing is not removed
 */
export async function restore(ctx: CaseContext, { kind, id, reason }: Thing, also: Also = async () => {}): Promise<void> {
  const buried = await ctx.read
    .selectFrom('tombstone')
    .select('burialId')
    .where('subject', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (buried === undefined) throw new HoldfastError('not-found', { kind: `removed ${kind}`, id });
  const { burialId } = buried;
  await mutate(ctx, { action: `${kind}.restored`, subject: id, payload: { kind, reason, burialId } }, async (trx) => {
    await trx
      .insertInto('restoration')
      .values({ burialId, reason, at: ctx.ports.now().toISOString(), actor: ctx.settings.actor })
      .execute();
    await also(trx);
  });
}

export async function isBuried(ctx: CaseContext, id: string): Promise<boolean> {
  return (await ctx.read.selectFrom('tombstone').select('subject').where('subject', '=', id).executeTakeFirst()) !== undefined;
}
