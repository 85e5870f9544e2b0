import type { IncidentAnalysis, Origin } from '#shared/model/analysis.ts';

export type Statement = IncidentAnalysis['statements'][number];

/** Hues there are for origins; further ones share the neutral one, and are told apart by their letters. */
const HUES = 6;

export type AnalysisIndex = {
  statementOf: (claimId: string) => Statement | undefined;
  originOf: (originId: string) => Origin | undefined;
  /** Letters of the origins, in their order: "A", "A, C". */
  lettersOf: (originIds: readonly string[]) => string;
  /** Which of the hues an origin is drawn in: "1" to "6", "other". */
  hueOf: (originIds: readonly string[]) => string;
};

/** Finds statements by claim and origins by id. */
export function indexAnalysis({ statements, origins }: Pick<IncidentAnalysis, 'statements' | 'origins'>): AnalysisIndex {
  const byClaim = new Map(statements.map((one) => [one.claimId, one]));
  const byId = new Map(origins.map((one) => [one.id, one]));
  const hues = new Map(origins.filter((one) => one.known).map((one, at) => [one.id, at < HUES ? String(at + 1) : 'other']));
  return {
    statementOf: (claimId) => byClaim.get(claimId),
    originOf: (originId) => byId.get(originId),
    lettersOf: (ids) =>
      ids
        .flatMap((id) => byId.get(id)?.label ?? [])
        .sort(byLabel)
        .join(', '),
    hueOf: ([first]) => (first === undefined ? 'other' : (hues.get(first) ?? 'other')),
  };
}

/** A before B before AA. */
export function byLabel(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
