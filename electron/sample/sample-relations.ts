/** How the sample's claims and parties stand to each other, and how they are judged, each with its reason. */
import type { CallInput } from '#shared/contract.ts';
import type { SampleIds } from './sample-claims.ts';
import type { SampleClaimKey } from './sample-claims.ts';

type ClaimLink = { from: SampleClaimKey; to: SampleClaimKey; relation: 'repeats' | 'corrects' | 'contradicts'; note: string };

export const claimLinks: readonly ClaimLink[] = [
  { from: 'exhumedPaper', to: 'exhumed', relation: 'repeats', note: 'names the caption of the video' },
  { from: 'exhumedArabic', to: 'exhumed', relation: 'repeats', note: 'names the caption of the video' },
  { from: 'exhumedReport', to: 'exhumed', relation: 'repeats', note: 'names the caption of the video' },
  { from: 'lostReport', to: 'lost', relation: 'repeats', note: 'names the Amnesty report' },
  { from: 'admitted', to: 'heldNonCredible', relation: 'corrects', note: 'the admission stands beside what it corrects' },
  { from: 'heldNonCredible', to: 'reported', relation: 'contradicts', note: '“non-credible” was said of the strike reported' },
];

export function partyLinks({ parties }: SampleIds): CallInput<'links.create'>[] {
  return [{ kind: 'party', fromId: parties.committee, toId: parties.council, relation: 'part of', note: 'by its own name' }];
}

export function sampleGrades(ids: SampleIds, claims: Record<SampleClaimKey, string>): CallInput<'grades.give'>[] {
  const ofClaim = (key: SampleClaimKey, reliability: string, credibility: string, reason: string): CallInput<'grades.give'>[] => [
    { subjectKind: 'claim', subjectId: claims[key], scale: 'admiralty reliability', value: reliability, reason },
    { subjectKind: 'claim', subjectId: claims[key], scale: 'admiralty credibility', value: credibility, reason },
  ];
  return [
    ...ofClaim('exhumed', 'B', '3', 'The body that exhumes gives its own count; nobody else has counted.'),
    ...ofClaim('exhumedPaper', 'C', '6', 'Says that it did not count.'),
    ...ofClaim('lost', 'B', '3', 'Quoted at second hand; the report itself is not kept here.'),
    ...ofClaim('heldNonCredible', 'C', '5', 'The same speaker later admitted the opposite.'),
    ...ofClaim('admitted', 'B', '2', 'Said against its own interest; the number is a floor.'),
    {
      subjectKind: 'incident',
      subjectId: ids.incidents.school,
      scale: 'airwars',
      value: 'confirmed',
      reason: 'The party that struck admitted that civilians were killed.',
    },
    {
      subjectKind: 'incident',
      subjectId: ids.incidents.graves,
      scale: 'airwars',
      value: 'weak',
      reason: 'However often it is repeated, one body counted.',
    },
  ];
}
