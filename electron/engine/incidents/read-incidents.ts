import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Incident } from '#shared/model/claims.ts';
import { toPlace } from '../claims/claim-rows.ts';
import type { CaseContext } from '../context.ts';

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
  return { rows: rows.map(toIncident), total };
}

export async function getIncident(ctx: Pick<CaseContext, 'read'>, id: string): Promise<Incident> {
  const row = await columns(livingIncidents(ctx).where('incident.id', '=', id)).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'incident', id });
  return toIncident(row);
}

function livingIncidents(ctx: Pick<CaseContext, 'read'>) {
  return ctx.read.selectFrom('incident').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = incident.id)`);
}

function columns(query: ReturnType<typeof livingIncidents>) {
  return query.selectAll('incident').select(about.as('claims'));
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

function toIncident(row: Row): Incident {
  return { ...row, place: toPlace(row.place) };
}
