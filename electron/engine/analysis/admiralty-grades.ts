import type { Figure } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { IncidentRecords } from './incident-records.ts';
import type { PartyGroups } from './party-groups.ts';

const scales = new Set(['admiralty reliability', 'admiralty credibility']);

/**
 * Each person's current grades of the claim; of its speaker's reliability where nobody judged the claim's. Of one
 * person's several about merged parties the newest counts.
 */
export function admiraltyGrades({ grades }: Pick<IncidentRecords, 'grades'>, { one }: PartyGroups) {
  const bySubject = new Map<string, Map<string, string>>();
  for (const { current, scale, subjectKind, subjectId, createdBy, value } of grades) {
    if (!current || !scales.has(scale)) continue;
    const key = scale + (subjectKind === 'party' ? one(subjectId) : subjectId);
    const byPerson = bySubject.get(key) ?? new Map<string, string>();
    bySubject.set(key, byPerson);
    if (!byPerson.has(createdBy)) byPerson.set(createdBy, value); // The newest come first.
  }
  const valuesOf = (scale: string, id: string) => [...(bySubject.get(scale + id)?.values() ?? [])].sort();
  return ({ id, speakerId }: Claim): Pick<Figure, 'reliability' | 'credibility'> => {
    const reliability = valuesOf('admiralty reliability', id);
    const ofSpeaker = reliability.length > 0 || speakerId === null ? reliability : valuesOf('admiralty reliability', one(speakerId));
    return { reliability: ofSpeaker, credibility: valuesOf('admiralty credibility', id) };
  };
}
