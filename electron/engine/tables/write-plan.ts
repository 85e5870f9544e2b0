/** Writes what was planned, each thing with its journal entry, in the transaction it was planned in. */
import type { ClaimFields } from '#shared/model/claims.ts';
import type { IncidentFields } from '#shared/model/incidents.ts';
import { partyFields, type PartyFields } from '#shared/model/parties.ts';
import type { ClaimRecord, TableKind } from '#shared/model/tables.ts';
import { linkEvidence } from '../claims/evidence-links.ts';
import { claimColumns } from '../claims/claim-rows.ts';
import { putClaimSearchRow } from '../claims/claim-search.ts';
import { insertParts, updateClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { incidentColumns } from '../incidents/incident-rows.ts';
import { updateIncident } from '../incidents/write-incidents.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate, type Joined } from '../journal/mutate.ts';
import { linkTables } from '../links/record-links.ts';
import { updateParty } from '../parties/write-parties.ts';
import { kindOf } from './case-records.ts';
import { pause } from './pause.ts';
import { isWritten, type Plan, type PlannedRow } from './plan-table.ts';

type Ctx = CaseContext & { joined: Joined };

/** References were checked against this very transaction when the rows were planned, so they are not asked for again one by one. */
export async function writePlan(
  ctx: Ctx,
  of: TableKind,
  plan: Plan,
  why: string,
  { signal, progress }: JobHandle,
  from: number,
): Promise<void> {
  for (const { id, name } of plan.newParties.values()) await insertParty(ctx, id, partyFields.parse({ name }));
  const rows = plan.rows.filter(isWritten);
  let done = 0;
  for (const row of rows) {
    await writeRow(ctx, of, row, why);
    if (++done % 50 === 0) await pause(() => (signal.throwIfAborted(), progress({ done: from + done })));
  }
  // Links come last: what they lead to may stand further down in the file.
  for (const row of rows) {
    for (const link of row.links) await insertLink(ctx, of, row.id, link);
    if (row.before !== null)
      for (const { passageId, stance, note } of row.evidence) await linkEvidence(ctx, { claimId: row.id, passageId, stance, note });
    if (row.links.length > 0 && ++done % 50 === 0) await pause(() => signal.throwIfAborted());
  }
  signal.throwIfAborted();
}

async function writeRow(ctx: Ctx, of: TableKind, { id, before, fields, evidence, changes }: PlannedRow, why: string): Promise<void> {
  if (fields === null) return;
  const isChanged = changes.some((change) => change !== 'relations' && change !== 'evidence');
  if (before !== null && !isChanged) return;
  if (of === 'claims') await (before === null ? insertClaim(ctx, id, fields as ClaimFields, evidence) : updateClaim(ctx, { id, fields: fields as ClaimFields, why })); // prettier-ignore
  if (of === 'incidents') await (before === null ? insertIncident(ctx, id, fields as IncidentFields) : updateIncident(ctx, { id, fields: fields as IncidentFields, why })); // prettier-ignore
  if (of === 'parties') await (before === null ? insertParty(ctx, id, fields as PartyFields) : updateParty(ctx, { id, fields: fields as PartyFields, why })); // prettier-ignore
}

async function insertClaim(ctx: Ctx, id: string, fields: ClaimFields, evidence: ClaimRecord['evidence']): Promise<void> {
  const now = ctx.ports.now().toISOString();
  const made = { createdAt: now, createdBy: ctx.settings.actor, updatedAt: now };
  const links = evidence.map((link) => ({ id: ctx.ports.newId(), claimId: id, ...link, createdAt: now }));
  await mutate(ctx, { action: 'claim.created', subject: id, payload: { id, ...fields, ...made, evidence: links } }, async (trx) => {
    await trx
      .insertInto('claim')
      .values({ id, ...claimColumns(fields), ...made })
      .execute();
    await insertParts(trx, id, fields);
    if (links.length > 0) await trx.insertInto('evidence').values(links).execute();
    await putClaimSearchRow(trx, id, fields);
  });
}

async function insertIncident(ctx: Ctx, id: string, fields: IncidentFields): Promise<void> {
  const now = ctx.ports.now().toISOString();
  const made = { createdAt: now, updatedAt: now };
  await mutate(ctx, { action: 'incident.created', subject: id, payload: { id, ...fields, ...made } }, async (trx) => {
    await trx
      .insertInto('incident')
      .values({ id, ...incidentColumns(fields), ...made })
      .execute();
    const parties = fields.parties.map((party, position) => ({ incidentId: id, position, ...party }));
    if (parties.length > 0) await trx.insertInto('incidentParty').values(parties).execute();
  });
}

async function insertParty(ctx: Ctx, id: string, fields: PartyFields): Promise<void> {
  const now = ctx.ports.now().toISOString();
  const party = { id, ...fields, createdAt: now, updatedAt: now };
  await mutate(ctx, { action: 'party.created', subject: id, payload: party }, async (trx) => {
    await trx
      .insertInto('party')
      .values({ ...party, aliases: JSON.stringify(party.aliases), extra: JSON.stringify(party.extra) })
      .execute();
  });
}

async function insertLink(
  ctx: Ctx,
  of: TableKind,
  fromId: string,
  { to, relation, when, note }: PlannedRow['links'][number],
): Promise<void> {
  const table = linkTables[kindOf[of]];
  const link = {
    id: ctx.ports.newId(),
    fromId,
    toId: to,
    relation,
    when,
    note,
    createdAt: ctx.ports.now().toISOString(),
    createdBy: ctx.settings.actor,
  };
  await mutate(ctx, { action: `${table}.created`, subject: link.id, payload: link }, async (trx) => {
    await trx.insertInto(table).values(link).execute();
  });
}
