import { sql, type Kysely } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { mustStand } from '../claims/check-references.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate, together } from '../journal/mutate.ts';

/**
 * Explains a contradiction: which rule found it, between which two claims, and why it is none or how it is to be read.
 * Neither claim changes. The two may come in either order.
 * @throws HoldfastError wrong-input for a claim against itself; not-found; already-exists while an explanation stands
 */
export async function settleContradiction(
  ctx: CaseContext,
  { rule, claimA, claimB, reason }: ParsedInput<'contradictions.settle'>,
): Promise<CallOutput<'contradictions.settle'>> {
  if (claimA === claimB)
    throw new HoldfastError('wrong-input', { name: 'contradictions.settle', field: 'claimB', problem: 'is the first claim again' });
  const pair = claimA < claimB ? { claimA, claimB } : { claimA: claimB, claimB: claimA };
  const row = { id: ctx.ports.newId(), rule, ...pair, reason, createdAt: ctx.ports.now().toISOString(), createdBy: ctx.settings.actor };
  await mutate(ctx, { action: 'settlement.created', subject: row.id, payload: row }, async (trx) => {
    await mustStand(trx, 'claim', [claimA, claimB]);
    const standing = await standingSettlement(trx, { rule, ...pair });
    if (standing !== undefined) throw new HoldfastError('already-exists', { kind: 'settlement', id: standing.id });
    await trx.insertInto('settlement').values(row).execute();
  });
  return { id: row.id };
}

/** Takes an explanation back; it stays on record with the reason. `not-found` when none stands. */
export async function unsettleContradiction(ctx: CaseContext, { id, reason }: ParsedInput<'contradictions.unsettle'>): Promise<void> {
  await bury(ctx, { kind: 'settlement', id, reason });
}

/** Takes that back again; refused as a new explanation would be. */
export async function restoreSettlement(ctx: CaseContext, { id, reason }: ParsedInput<'contradictions.unsettle'>): Promise<void> {
  const row = await ctx.read.selectFrom('settlement').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'settlement', id });
  // Before it stands again, so that it is not refused for itself.
  await together(ctx, async (joint) => {
    await mustStand(joint.read, 'claim', [row.claimA, row.claimB]);
    const standing = await standingSettlement(joint.read, row);
    if (standing !== undefined) throw new HoldfastError('already-exists', { kind: 'settlement', id: standing.id });
    await restore(joint, { kind: 'settlement', id, reason });
  });
}

function standingSettlement(db: Kysely<Tables>, { rule, claimA, claimB }: { rule: string; claimA: string; claimB: string }) {
  return db
    .selectFrom('settlement')
    .select('id')
    .where('claimA', '=', claimA)
    .where('claimB', '=', claimB)
    .where('rule', '=', rule)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = settlement.id)`)
    .executeTakeFirst();
}
