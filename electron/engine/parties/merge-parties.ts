import { sql, type Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Party } from '#shared/model/parties.ts';
import { partiesMustStand } from '../claims/check-references.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate, together } from '../journal/mutate.ts';
import { getParty } from './read-parties.ts';

/**
 * Says that a party is another one. Nothing that named it is rewritten; analysis reads both as one.
 * @throws HoldfastError not-found; party-merged when either was merged already; wrong-input for itself; still-used while
 * others were merged into it
 */
export async function mergeParties(ctx: CaseContext, { id, intoId, reason }: ParsedInput<'parties.merge'>): Promise<Party> {
  if (id === intoId) throw new HoldfastError('wrong-input', { name: 'parties.merge', field: 'intoId', problem: 'is the party itself' });
  const merge = {
    id: ctx.ports.newId(),
    mergedId: id,
    intoId,
    reason,
    createdAt: ctx.ports.now().toISOString(),
    createdBy: ctx.settings.actor,
  };
  await mutate(ctx, { action: 'partyMerge.created', subject: merge.id, payload: merge }, async (trx) => {
    await partiesMustStand(trx, [id, intoId]);
    await refuseWhileMergedInto(trx, id);
    await trx.insertInto('partyMerge').values(merge).execute();
  });
  return getParty(ctx, id);
}

/** Takes the merge of a party back; it is a party of its own again. */
export async function unmergeParty(ctx: CaseContext, { id, reason }: ParsedInput<'parties.unmerge'>): Promise<Party> {
  const merge = await standingMerges(ctx.read).select('id').where('mergedId', '=', id).executeTakeFirst();
  if (merge === undefined) throw new HoldfastError('not-found', { kind: 'merge of the party', id });
  await bury(ctx, { kind: 'partyMerge', id: merge.id, reason });
  return getParty(ctx, id);
}

/** Takes the undoing of a merge back; refused as a new merge would be. `id` is the merge's own. */
export async function restoreMerge(ctx: CaseContext, { id, reason }: { id: string; reason: string }): Promise<void> {
  const merge = await ctx.read.selectFrom('partyMerge').selectAll().where('id', '=', id).executeTakeFirst();
  if (merge === undefined) throw new HoldfastError('not-found', { kind: 'merge of the party', id });
  const { mergedId, intoId } = merge;
  // Before the merge stands again, so that it is not refused for itself.
  await together(ctx, async (joint) => {
    await partiesMustStand(joint.read, [mergedId, intoId]);
    await refuseWhileMergedInto(joint.read, mergedId);
    await restore(joint, { kind: 'partyMerge', id, reason });
  });
}

export function standingMerges(db: Kysely<Tables>) {
  return db.selectFrom('partyMerge').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = partyMerge.id)`);
}

/** Merges do not chain: each leads to a party that stands. */
export async function refuseWhileMergedInto(db: Kysely<Tables>, id: string): Promise<void> {
  const rows = await standingMerges(db).select('id').where('intoId', '=', id).execute();
  if (rows.length > 0) throw new HoldfastError('still-used', { kind: 'party', id, by: 'merged parties', count: rows.length });
}
