/** What the claims about an incident say together. Pure: the order claims were entered in never changes the answer. */
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import { admiraltyGrades } from './admiralty-grades.ts';
import { citationsOf, circlesOf } from './circles.ts';
import { findContradictions } from './contradictions/find-contradictions.ts';
import { groundOf } from './contradictions/ground.ts';
import { readDates } from './dates.ts';
import type { IncidentRecords } from './incident-records.ts';
import { measuresOf } from './measures.ts';
import { originsOf } from './origins.ts';
import { partyGroups, type PartyGroups } from './party-groups.ts';
import { suggestGrade } from './suggest-grade.ts';
import { turnsOf } from './turns.ts';

export function analyseIncident(records: IncidentRecords): IncidentAnalysis {
  const { names, elsewhere } = records;
  const dates = readDates();
  const groups = partyGroups(records);
  const claims = dates.inOrderSaid(records.claims);
  const nameOf = (partyId: string) => names.get(partyId) ?? partyId;
  const repeats = records.links.filter((link) => link.relation === 'repeats');
  const circles = circlesOf(citationsOf({ claims, repeats, elsewhere, groups }), nameOf);
  const { origins, ofClaim } = originsOf({ claims, elsewhere, repeats, groups, circles, dates, nameOf });
  const ground = groundOf({ claims, links: records.links, groups, dates, ofClaim, nameOf });
  const found = findContradictions(ground, records.settlements);
  const turns = turnsOf(claims, { dates, groups, nameOf });
  const speakerOf = speakers(groups, nameOf);
  const gradesOf = admiraltyGrades(records, groups);
  return {
    incidentId: records.incidentId,
    claims: claims.length,
    independentOrigins: origins.filter((origin) => origin.known).length,
    origins,
    circles,
    measures: measuresOf({ claims, ofClaim, repeatsOf: targetsWithin(claims, repeats), speakerOf, gradesOf }),
    contradictions: found.listed,
    contradictionsTotal: found.total,
    turns,
    suggested: suggestGrade(ground),
    statements: claims.map((claim) => ({
      claimId: claim.id,
      sentence: claimSentence(claim, names),
      ...speakerOf(claim),
      act: claim.act,
      modality: claim.modality,
      saidAt: claim.saidAt,
      origins: (ofClaim.get(claim.id) ?? []).map((origin) => origin.id),
    })),
    claimsWithoutPassage: claims.filter((claim) => claim.evidence.length === 0).map((claim) => claim.id),
  };
}

function speakers({ one }: PartyGroups, nameOf: (partyId: string) => string) {
  return ({ speakerId }: Claim) => {
    if (speakerId === null) return { speakerId: null, speaker: null };
    const partyId = one(speakerId);
    return { speakerId: partyId, speaker: nameOf(partyId) };
  };
}

function targetsWithin(claims: readonly Claim[], repeats: IncidentRecords['links']): Map<string, string[]> {
  const here = new Set(claims.map((claim) => claim.id));
  const within = repeats.filter(({ toId }) => here.has(toId));
  const targets = Map.groupBy(within, (link) => link.fromId);
  return new Map([...targets].map(([fromId, links]) => [fromId, [...new Set(links.map((link) => link.toId))].sort()]));
}
