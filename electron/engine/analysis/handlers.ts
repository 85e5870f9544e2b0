import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { CaseContext } from '../context.ts';
import type { CaseHandlers } from '../handlers.ts';
import { getIncident } from '../incidents/read-incidents.ts';
import { analyseIncident } from './analyse-incident.ts';
import { gatherIncident } from './gather-incident.ts';
import { settleContradiction, unsettleContradiction } from './settlements.ts';

export const analysisCalls = {
  'analysis.incident': (ctx, { incidentId }) => incidentAnalysis(ctx, incidentId),
  'contradictions.settle': settleContradiction,
  'contradictions.unsettle': async (ctx, input) => {
    await unsettleContradiction(ctx, input);
    return {};
  },
} satisfies Partial<CaseHandlers>;

/** Computed each time it is asked for, never stored. `not-found` for an unknown or removed incident. */
export async function incidentAnalysis(ctx: CaseContext, incidentId: string): Promise<IncidentAnalysis> {
  await getIncident(ctx, incidentId);
  return analyseIncident(await gatherIncident(ctx.read, incidentId));
}
