import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { partyFields, type Party } from '#shared/model/parties.ts';
import { changedFields } from '../claims/changed-fields.ts';
import { refreshSearchRowsCiting } from '../claims/claim-search.ts';
import type { CaseContext } from '../context.ts';
import { bury } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { checkExtra } from '../vocabulary/check-extra.ts';
import { refuseWhileMergedInto } from './merge-parties.ts';
import { getParty } from './read-parties.ts';

/** Two parties may share a name; they are told apart by kind, aliases and note. */
export async function createParty(ctx: CaseContext, fields: ParsedInput<'parties.create'>): Promise<Party> {
  const now = ctx.ports.now().toISOString();
  const party = { id: ctx.ports.newId(), ...fields, createdAt: now, updatedAt: now };
  await mutate(ctx, { action: 'party.created', subject: party.id, payload: party }, async (trx) => {
    await checkExtra(trx, 'party', fields.extra);
    await trx
      .insertInto('party')
      .values({ ...party, aliases: JSON.stringify(party.aliases), extra: JSON.stringify(party.extra) })
      .execute();
  });
  return getParty(ctx, party.id);
}

export async function updateParty(ctx: CaseContext, { id, fields, why }: ParsedInput<'parties.update'>): Promise<Party> {
  const changed = changedFields(partyFields.parse(await getParty(ctx, id)), fields);
  if (Object.keys(changed).length === 0) return getParty(ctx, id);
  const updatedAt = ctx.ports.now().toISOString();
  await mutate(
    ctx,
    { action: 'party.updated', subject: id, payload: { ...fields, updatedAt, changed, ...(why === undefined ? {} : { why }) } },
    async (trx) => {
      await trx
        .updateTable('party')
        .set({ ...fields, aliases: JSON.stringify(fields.aliases), extra: JSON.stringify(fields.extra), updatedAt })
        .where('id', '=', id)
        .execute();
      if ('name' in changed || 'aliases' in changed) await refreshSearchRowsCiting(trx, id);
    },
  );
  return getParty(ctx, id);
}

/** Refused with `still-used` while a claim or an incident names the party, or others were merged into it. */
export async function removeParty(ctx: CaseContext, { id, reason }: ParsedInput<'parties.remove'>): Promise<void> {
  const { claims } = await getParty(ctx, id);
  if (claims > 0) throw new HoldfastError('still-used', { kind: 'party', id, by: 'claims', count: claims });
  const incidents = await incidentsNaming(ctx, id);
  if (incidents > 0) throw new HoldfastError('still-used', { kind: 'party', id, by: 'incidents', count: incidents });
  await refuseWhileMergedInto(ctx.read, id);
  await bury(ctx, { kind: 'party', id, reason });
}

async function incidentsNaming(ctx: CaseContext, partyId: string): Promise<number> {
  const rows = await ctx.read
    .selectFrom('incidentParty')
    .select('incidentId')
    .distinct()
    .where('partyId', '=', partyId)
    .where('incidentId', 'not in', ctx.read.selectFrom('tombstone').select('subject').where('kind', '=', 'incident'))
    .execute();
  return rows.length;
}
