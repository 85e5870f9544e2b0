import type { Contradiction } from '#shared/model/analysis.ts';
import type { AnalysisIndex } from '../origin-index.ts';

/**
 * Contradictions of one rule and one measure between the same two origins are one quarrel, however often either side was
 * said again: the pair that said so first, by its origins, stands for it. Pure.
 */
export function byOrigins(contradictions: readonly Contradiction[], index: AnalysisIndex): Contradiction[][] {
  const sideOf = (claimId: string) => index.lettersOf(index.statementOf(claimId)?.origins ?? []) || claimId;
  const keyOf = ({ rule, claimA, claimB, facts }: Contradiction) =>
    JSON.stringify([rule, facts['act'], facts['unit'], [sideOf(claimA), sideOf(claimB)].sort()]);
  const isRoot = (claimId: string) =>
    index.statementOf(claimId)?.origins.some((id) => index.originOf(id)?.roots.includes(claimId)) === true;
  const rootsIn = ({ claimA, claimB }: Contradiction) => Number(isRoot(claimA)) + Number(isRoot(claimB));
  return [...Map.groupBy(contradictions, keyOf).values()].map((group) => group.toSorted((a, b) => rootsIn(b) - rootsIn(a)));
}
