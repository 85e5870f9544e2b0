import type { Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { mustStand } from './check-references.ts';

/** Ties a passage to a claim. Refused with `already-exists` when the two are tied with that stance; a lost passage may be tied, a removed one not. */
export async function linkEvidence(ctx: CaseContext, input: ParsedInput<'evidence.link'>): Promise<EvidenceLink> {
  const link = { id: ctx.ports.newId(), ...input, createdAt: ctx.ports.now().toISOString() };
  await mutate(ctx, { action: 'evidence.linked', subject: link.id, payload: link }, async (trx) => {
    await mayStand(trx, link);
    await trx.insertInto('evidence').values(link).execute();
  });
  return link;
}

export async function unlinkEvidence(ctx: CaseContext, { id, reason }: ParsedInput<'evidence.unlink'>): Promise<void> {
  await bury(ctx, { kind: 'evidence', id, reason });
}

/** Takes the unlinking of a passage back; refused as a new link would be. */
export async function relinkEvidence(ctx: CaseContext, { id, reason }: ParsedInput<'evidence.unlink'>): Promise<void> {
  const link = await ctx.read.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
  if (link === undefined) throw new HoldfastError('not-found', { kind: 'evidence', id });
  await restore(ctx, { kind: 'evidence', id, reason }, (trx) => mayStand(trx, link));
}

async function mayStand(trx: Transaction<Tables>, { id, claimId, passageId, stance }: Tables['evidence']): Promise<void> {
  await mustStand(trx, 'claim', [claimId]);
  await mustStand(trx, 'passage', [passageId]);
  const same = await trx
    .selectFrom('evidence')
    .select('id')
    .where('claimId', '=', claimId)
    .where('passageId', '=', passageId)
    .where('stance', '=', stance)
    .where('id', '<>', id)
    .where('id', 'not in', trx.selectFrom('tombstone').select('subject').where('kind', '=', 'evidence'))
    .executeTakeFirst();
  if (same !== undefined) throw new HoldfastError('already-exists', { kind: 'evidence link', id: same.id });
}
