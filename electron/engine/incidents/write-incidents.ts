import type { Kysely, Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { incidentFields, type Incident, type IncidentFields } from '#shared/model/incidents.ts';
import { changedFields } from '../claims/changed-fields.ts';
import { partiesMustStand } from '../claims/check-references.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { checkExtra } from '../vocabulary/check-extra.ts';
import { incidentColumns } from './incident-rows.ts';
import { getIncident } from './read-incidents.ts';

/** Refused with `already-exists` when the code was ever used, by a removed incident too: a code in a report means one thing. */
export async function createIncident(ctx: CaseContext, fields: ParsedInput<'incidents.create'>): Promise<Incident> {
  const now = ctx.ports.now().toISOString();
  const incident = { id: ctx.ports.newId(), ...fields, createdAt: now, updatedAt: now };
  await mutate(ctx, { action: 'incident.created', subject: incident.id, payload: incident }, async (trx) => {
    await refuseTakenCode(trx, fields.code, incident.id);
    await checkExtra(trx, 'incident', fields.extra);
    await trx
      .insertInto('incident')
      .values({ id: incident.id, ...incidentColumns(fields), createdAt: now, updatedAt: now })
      .execute();
    await putParties(trx, incident.id, fields, []);
  });
  return getIncident(ctx, incident.id);
}

export async function updateIncident(ctx: CaseContext, { id, fields, why }: ParsedInput<'incidents.update'>): Promise<Incident> {
  const before = incidentFields.parse(await getIncident(ctx, id));
  const changed = changedFields(before, fields);
  if (Object.keys(changed).length === 0) return getIncident(ctx, id);
  const updatedAt = ctx.ports.now().toISOString();
  await mutate(
    ctx,
    { action: 'incident.updated', subject: id, payload: { ...fields, updatedAt, changed, ...(why === undefined ? {} : { why }) } },
    async (trx) => {
      await refuseTakenCode(trx, fields.code, id);
      await checkExtra(trx, 'incident', fields.extra);
      await trx
        .updateTable('incident')
        .set({ ...incidentColumns(fields), updatedAt })
        .where('id', '=', id)
        .execute();
      await trx.deleteFrom('incidentParty').where('incidentId', '=', id).execute();
      await putParties(trx, id, fields, before.parties);
    },
  );
  return getIncident(ctx, id);
}

/** Refused with `still-used` while a claim is about the incident. */
export async function removeIncident(ctx: CaseContext, { id, reason }: ParsedInput<'incidents.remove'>): Promise<void> {
  const { claims } = await getIncident(ctx, id);
  if (claims > 0) throw new HoldfastError('still-used', { kind: 'incident', id, by: 'claims', count: claims });
  await bury(ctx, { kind: 'incident', id, reason });
}

/** Takes the removal of an incident back; its code was kept for it. `not-found` when a party it names is removed. */
export async function restoreIncident(ctx: CaseContext, { id, reason }: ParsedInput<'incidents.remove'>): Promise<void> {
  const parties = await ctx.read.selectFrom('incidentParty').select('partyId').where('incidentId', '=', id).execute();
  const named = parties.map(({ partyId }) => partyId);
  await restore(ctx, { kind: 'incident', id, reason }, (trx) => partiesMustStand(trx, named, named));
}

async function refuseTakenCode(db: Kysely<Tables>, code: string, id: string): Promise<void> {
  const taken = await db.selectFrom('incident').select('id').where('code', '=', code).where('id', '<>', id).executeTakeFirst();
  if (taken !== undefined) throw new HoldfastError('already-exists', { kind: 'incident', id: code });
}

async function putParties(trx: Transaction<Tables>, incidentId: string, { parties }: IncidentFields, named: IncidentFields['parties']) {
  await partiesMustStand(
    trx,
    parties.map(({ partyId }) => partyId),
    named.map(({ partyId }) => partyId),
  );
  const rows = parties.map((party, position) => ({ incidentId, position, ...party }));
  if (rows.length > 0) await trx.insertInto('incidentParty').values(rows).execute();
}
