import { sql, type Kysely } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Incident } from '#shared/model/incidents.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { toIncidentFields } from './incident-rows.ts';

const about = sql<number>`(SELECT count(*) FROM claim WHERE claim.incidentId = incident.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = claim.id))`;

/** By code; `words` is looked for in code and title. */
export async function listIncidents(
  ctx: CaseContext,
  { words, limit, offset }: ParsedInput<'incidents.list'>,
): Promise<CallOutput<'incidents.list'>> {
  let base = livingIncidents(ctx);
  if (words !== undefined && words.trim() !== '') {
    const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
    base = base.where(sql<boolean>`(incident.code LIKE ${like} ESCAPE '\\' OR incident.title LIKE ${like} ESCAPE '\\')`);
  }
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await columns(base).orderBy('incident.code').limit(limit).offset(offset).execute();
  return { rows: await completed(ctx.read, rows), total };
}

export async function getIncident(ctx: Pick<CaseContext, 'read'>, id: string): Promise<Incident> {
  const [found] = await completed(ctx.read, await columns(livingIncidents(ctx).where('incident.id', '=', id)).execute());
  if (found === undefined) throw new HoldfastError('not-found', { kind: 'incident', id });
  return found;
}

function livingIncidents(ctx: Pick<CaseContext, 'read'>) {
  return ctx.read.selectFrom('incident').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = incident.id)`);
}

function columns(query: ReturnType<typeof livingIncidents>) {
  return query.selectAll('incident').select(about.as('claims'));
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

async function completed(db: Kysely<Tables>, rows: Row[]): Promise<Incident[]> {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const parts = await db
    .selectFrom('incidentParty')
    .selectAll()
    .where(sql<boolean>`incidentId IN (SELECT value FROM json_each(${ids}))`)
    .orderBy('incidentId')
    .orderBy('position')
    .execute();
  const parties = Map.groupBy(parts, ({ incidentId }) => incidentId);
  return rows.map((row) => {
    const named = (parties.get(row.id) ?? []).map(({ partyId, role }) => ({ partyId, role }));
    const { id, createdAt, updatedAt, claims } = row;
    return { id, ...toIncidentFields(row, named), createdAt, updatedAt, claims };
  });
}
