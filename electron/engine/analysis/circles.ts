/** Circular reporting: sources that lean on each other. */
import type { Circle } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { PartyGroups } from './party-groups.ts';
import { stronglyConnected } from './strongly-connected.ts';

/** What origins and circles read of a claim. */
export type Voice = Pick<Claim, 'id' | 'speakerId' | 'saidAt'> & { via: readonly { partyId: string | null }[] };
export type Repeat = { fromId: string; toId: string };
/** Who hands on what whom says, with the claims that show it: from, to, ids of claims. */
export type Citations = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

type CitationRecords = {
  claims: readonly Voice[];
  /** Standing links 'repeats'; those from claims that are not given are passed over. */
  repeats: readonly Repeat[];
  /** Claims of other incidents that these repeat. */
  elsewhere?: readonly Voice[];
  groups: PartyGroups;
};

/**
 * In a claim with speaker S via v1, v2 (nearest to the speaker first), v1 leans on S and v2 on v1; the speaker of a claim
 * that repeats another leans on the last who handed that one on. Unnamed hops are passed over. Merged parties are one.
 */
export function citationsOf({ claims, repeats, elsewhere = [], groups }: CitationRecords): Citations {
  const citations = new Map<string, Map<string, Set<string>>>();
  const cite = (from: string, to: string, claimId: string) => {
    if (from === to) return;
    const leansOn = citations.get(from) ?? new Map<string, Set<string>>();
    const shownBy = leansOn.get(to) ?? new Set<string>();
    citations.set(from, leansOn.set(to, shownBy.add(claimId)));
  };
  const chainOf = ({ speakerId, via }: Voice) =>
    [speakerId, ...via.map((hop) => hop.partyId)].flatMap((partyId) => (partyId === null ? [] : [groups.one(partyId)]));
  const byId = new Map([...elsewhere, ...claims].map((voice) => [voice.id, voice]));
  const own = new Set(claims.map((claim) => claim.id));
  for (const claim of claims) {
    const chain = chainOf(claim);
    for (const [at, party] of chain.entries()) if (at > 0) cite(party, chain[at - 1] ?? party, claim.id);
  }
  for (const { fromId, toId } of repeats) {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    if (from === undefined || to === undefined || !own.has(fromId)) continue;
    const [teller, told] = [chainOf(from)[0], chainOf(to).at(-1)];
    if (teller !== undefined && told !== undefined) cite(teller, told, fromId);
  }
  return citations;
}

/** Two or more parties each of which leans on all the others, directly or through them; in order of their ids. */
export function circlesOf(citations: Citations, nameOf: (partyId: string) => string): Circle[] {
  const parties = [...new Set([...citations].flatMap(([from, leansOn]) => [from, ...leansOn.keys()]))].sort();
  const index = new Map(parties.map((party, at) => [party, at]));
  const next = parties.map((party) => [...(citations.get(party)?.keys() ?? [])].map((to) => index.get(to) ?? -1));
  const component = stronglyConnected(next);
  const members = Map.groupBy(parties, (_, at) => component[at]);
  return [...members.values()].filter((circle) => circle.length > 1).map((circle) => circleAmong(circle, citations, nameOf));
}

function circleAmong(parties: string[], citations: Citations, nameOf: (partyId: string) => string): Circle {
  const within = new Set(parties);
  const edges = parties.flatMap((fromId) =>
    [...(citations.get(fromId) ?? [])]
      .filter(([toId]) => within.has(toId))
      .map(([toId, claimIds]) => ({ fromId, toId, claimIds: [...claimIds].sort() }))
      .sort((a, b) => (a.toId < b.toId ? -1 : 1)),
  );
  return {
    parties: parties.map((partyId) => ({ partyId, name: nameOf(partyId) })),
    edges,
    claims: [...new Set(edges.flatMap((edge) => edge.claimIds))].sort(),
  };
}
