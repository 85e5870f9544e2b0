import type { Figure } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { IncidentRecords } from './incident-records.ts';
import type { PartyGroups } from './party-groups.ts';

/** What each person gave, by the id of the claim or party. */
type Given = Map<string, Map<string, string>>;

/**
 * Each person's current grades of the claim; of its speaker's reliability where nobody judged the claim's. Of one
 * person's several about merged parties the newest counts.
 */
export function admiraltyGrades({ grades }: Pick<IncidentRecords, 'grades'>, { one }: PartyGroups) {
  const reliable: Given = new Map();
  const credible: Given = new Map();
  for (const { current, scale, subjectKind, subjectId, createdBy, value } of grades) {
    const given = scale === 'admiralty reliability' ? reliable : scale === 'admiralty credibility' ? credible : null;
    if (!current || given === null) continue;
    const id = subjectKind === 'party' ? one(subjectId) : subjectId;
    const byPerson = given.get(id) ?? new Map<string, string>();
    given.set(id, byPerson);
    if (!byPerson.has(createdBy)) byPerson.set(createdBy, value); // The newest come first.
  }
  return ({ id, speakerId }: Claim): Pick<Figure, 'reliability' | 'credibility'> => {
    const given = reliable.get(id) ?? (speakerId === null ? undefined : reliable.get(one(speakerId)));
    return { reliability: valuesOf(given), credibility: valuesOf(credible.get(id)) };
  };
}

function valuesOf(given: ReadonlyMap<string, string> | undefined): string[] {
  return given === undefined ? [] : [...given.values()].sort();
}
