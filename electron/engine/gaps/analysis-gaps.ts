/** Gaps that follow from setting the claims of each incident side by side. */
import { sql } from 'kysely';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Gap } from '#shared/model/gaps.ts';
import { incidentAnalysis } from '../analysis/handlers.ts';
import type { CaseContext } from '../context.ts';
import { toldClaims } from './told-claims.ts';

type Incident = { id: string; code: string; title: string };
export type Analysed = { incident: Incident; analysis: IncidentAnalysis };

/** Every incident that has claims, by its code. */
export async function analysedIncidents(ctx: CaseContext): Promise<Analysed[]> {
  const { rows } = await sql<Incident>`SELECT id, code, title FROM incident
    WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = incident.id)
      AND EXISTS (SELECT 1 FROM claim c WHERE c.incidentId = incident.id AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = c.id))
    ORDER BY code`.execute(ctx.read);
  const analysed: Analysed[] = [];
  for (const incident of rows) analysed.push({ incident, analysis: await incidentAnalysis(ctx, incident.id) });
  return analysed;
}

/** Measures with a figure put forward that fewer than two independent origins stand behind. Pure. */
export function singleOrigins(analysed: readonly Analysed[]): Gap[] {
  return analysed.flatMap(({ incident, analysis }) => {
    const speakers = new Map(analysis.origins.map(({ id, speakers: voices }) => [id, voices.map(({ name }) => name)]));
    return analysis.measures.filter(isSingle).map((measure): Gap => {
      const { act, unit, role, origins, least, most, figures } = measure;
      const stated = figures.filter(isPutForward);
      const voices = new Set(stated.flatMap((figure) => figure.origins.flatMap((id) => speakers.get(id) ?? [])));
      return {
        kind: 'single origin',
        key: `single origin ${incident.id} ${JSON.stringify([act, unit, role])}`,
        subject: { kind: 'incident', id: incident.id },
        title: `${incident.code} ${incident.title}`,
        other: null,
        facts: {
          act,
          unit,
          role,
          origins,
          least,
          most,
          claims: new Set(stated.map(({ claimId }) => claimId)).size,
          who: [...voices].join(', '),
        },
      };
    });
  });
}

const putForward = new Set(['asserts', 'admits', 'predicts']);
const isPutForward = ({ modality }: { modality: string }) => putForward.has(modality);
const isSingle = ({ origins, figures }: IncidentAnalysis['measures'][number]) => origins < 2 && figures.some(isPutForward);

/** Contradictions that no person explained, and those explained before one of the claims was changed. */
export async function unsettled(
  ctx: CaseContext,
  analysed: readonly Analysed[],
  { limit, offset }: { limit: number; offset: number },
): Promise<Gap[]> {
  const open = openContradictions(analysed).slice(offset, offset + limit);
  const told = await toldClaims(
    ctx,
    open.flatMap(({ claimA, claimB }) => [claimA, claimB]),
  );
  return open.map(({ rule, claimA, claimB, facts, settlement, incident }) => ({
    kind: 'contradiction unsettled',
    key: `contradiction ${rule} ${claimA} ${claimB}`,
    subject: { kind: 'claim', id: claimA },
    title: told.get(claimA)?.sentence ?? '',
    other: { kind: 'claim', id: claimB, title: told.get(claimB)?.sentence ?? '' },
    facts: {
      ...facts,
      who: told.get(claimA)?.who ?? null,
      otherWho: told.get(claimB)?.who ?? null,
      rule,
      incidentId: incident.id,
      incident: incident.code,
      stale: settlement === null ? 0 : 1,
    },
  }));
}

/** Those an analysis lists; it counts more than it lists where there are hundreds, see `countUnsettled`. */
export function openContradictions(analysed: readonly Analysed[]) {
  return analysed.flatMap(({ incident, analysis }) =>
    analysis.contradictions
      .filter(({ settlement }) => settlement === null || settlement.stale)
      .map((contradiction) => ({ ...contradiction, incident })),
  );
}

export function countUnsettled(analysed: readonly Analysed[]): number {
  const unlisted = analysed.reduce((sum, { analysis }) => sum + analysis.contradictionsTotal - analysis.contradictions.length, 0);
  return openContradictions(analysed).length + unlisted;
}
