import { sql } from 'kysely';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import { claimsOfIncident } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';
import type { CaseHandlers } from '../handlers.ts';
import { getIncident } from '../incidents/read-incidents.ts';
import { analyseIncident } from './analyse-incident.ts';

export const analysisCalls = {
  'analysis.incident': (ctx, { incidentId }) => incidentAnalysis(ctx, incidentId),
} satisfies Partial<CaseHandlers>;

/** Computed each time it is asked for, never stored. `not-found` for an unknown or removed incident. */
export async function incidentAnalysis(ctx: CaseContext, incidentId: string): Promise<IncidentAnalysis> {
  await getIncident(ctx, incidentId);
  const claims = await claimsOfIncident(ctx.read, incidentId);
  return analyseIncident(incidentId, claims, await speakersOf(ctx, incidentId));
}

async function speakersOf(ctx: CaseContext, incidentId: string): Promise<Map<string, string>> {
  const rows = await ctx.read
    .selectFrom('party')
    .select(['id', 'name'])
    .where(sql<boolean>`id IN (SELECT speakerId FROM claim WHERE incidentId = ${incidentId})`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
