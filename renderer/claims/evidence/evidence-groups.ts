import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { stances } from '#shared/model/vocabulary.ts';

export type EvidenceGroup = { stance: ClaimEvidence['stance']; rows: ClaimEvidence[] };

/** Evidence by what it does for the claim, in the order of the vocabulary; those of one stance stay in the order they were linked. Pure. */
export function evidenceGroups(evidence: readonly ClaimEvidence[]): EvidenceGroup[] {
  const groups = Map.groupBy(evidence, (row) => row.stance);
  return stances.flatMap((stance) => {
    const rows = groups.get(stance);
    return rows === undefined ? [] : [{ stance, rows }];
  });
}
