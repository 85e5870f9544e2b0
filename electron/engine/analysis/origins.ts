/** Claims collapse into origins: what goes back to one voice counts once, however often it is said again. */
import type { Circle, Origin } from '#shared/model/analysis.ts';
import type { Repeat, Voice } from './circles.ts';
import type { Dates } from './dates.ts';
import { describeOrigin, labelOf } from './describe-origin.ts';
import { isKnownKey, originKey } from './origin-key.ts';
import type { PartyGroups } from './party-groups.ts';
import { stronglyConnected } from './strongly-connected.ts';
import { UnionFind } from './union-find.ts';

export type OriginRecords = {
  claims: readonly Voice[];
  /** Claims of other incidents that these repeat, over any number of steps. They lend their origins and are not listed. */
  elsewhere?: readonly Voice[];
  /** Standing links 'repeats' between any of them. A circle of them, which only a hand edit can make, has one origin. */
  repeats: readonly Repeat[];
  groups: PartyGroups;
  /** As `circlesOf` answers. */
  circles: readonly Circle[];
  dates: Dates;
  nameOf: (partyId: string) => string;
};

export type Origins = {
  /** In order of their labels. */
  origins: Origin[];
  /** Origins that each claim goes back to, by the claim's id, in order of their labels. */
  ofClaim: ReadonlyMap<string, readonly Origin[]>;
};

/** What a claim goes back to, before it is described: origins by key, and whether it is the first to say so. */
export type Traced = { keys: readonly string[]; isRoot: boolean };

/**
 * The rules: a claim that repeats another goes back to what that one goes back to, and to nothing of its own; any other
 * is a root of its speaker's origin. Parties merged, belonging to each other, or citing each other in a circle are one
 * origin. Where no speaker is named the first who handed it on stands for the origin, which is not known and not counted.
 */
export function originsOf(records: OriginRecords): Origins {
  const voiceOf = voices(records);
  const traced = trace(records, (voice) => originKey(voice, voiceOf));
  const inOrder = records.dates.inOrderSaid(records.claims);
  const claimsOf = new Map<string, Voice[]>();
  for (const claim of inOrder) {
    for (const key of traced.get(claim.id)?.keys ?? []) {
      const claims = claimsOf.get(key);
      if (claims === undefined) claimsOf.set(key, [claim]);
      else claims.push(claim);
    }
  }
  const isRoot = ({ id }: Voice) => traced.get(id)?.isRoot === true;
  const { groups, nameOf } = records;
  const ringOf = rings(records.circles);
  const described = [...claimsOf].map(([key, claims]) => describeOrigin({ key, claims, isRoot }, { groups, ringOf, nameOf }));
  const byFirst = records.dates.inOrderSaid(described.map((origin) => ({ id: origin.id, saidAt: origin.firstSaidAt, origin })));
  const origins = byFirst.map(({ origin }, at) => ({ ...origin, label: labelOf(at) }));
  return { origins, ofClaim: byClaim(origins) };
}

/** Parties of one circle have one name in common; any other has its own. */
function rings(circles: OriginRecords['circles']): (partyId: string) => string {
  const ring = new Map(circles.flatMap(({ parties }) => parties.map(({ partyId }) => [partyId, parties[0]?.partyId ?? partyId])));
  return (partyId) => ring.get(partyId) ?? partyId;
}

/** One id for every party that speaks with one voice. */
function voices({ groups, circles }: OriginRecords): (partyId: string) => string {
  const joined = new UnionFind();
  for (const { parties } of circles) {
    for (const { partyId } of parties) joined.join(groups.body(parties[0]?.partyId ?? partyId), groups.body(partyId));
  }
  return (partyId) => joined.find(groups.body(partyId));
}

function trace({ claims, elsewhere = [], repeats }: OriginRecords, keyOf: (voice: Voice) => string): Map<string, Traced> {
  const all = elsewhere.length === 0 ? claims : [...new Map([...elsewhere, ...claims].map((voice) => [voice.id, voice])).values()];
  const { next, component } = repeatGraph(all, repeats);
  const members: Voice[][] = [];
  const leadsTo: Set<number>[] = [];
  for (const [at, voice] of all.entries()) {
    const one = component[at] ?? 0;
    (members[one] ??= []).push(voice);
    for (const to of next[at] ?? []) if (component[to] !== one) (leadsTo[one] ??= new Set()).add(component[to] ?? 0);
  }
  const found: Traced[] = [];
  const traced = new Map<string, Traced>();
  // A component leads to lower ones only, so what a claim repeats is traced before it.
  for (const [one, voices] of members.entries()) {
    const targets = leadsTo[one];
    const keys = targets === undefined ? rootKeys(voices.map(keyOf)) : [...targets].flatMap((to) => found[to]?.keys ?? []);
    found[one] = { keys: keys.length < 2 ? keys : [...new Set(keys)], isRoot: targets === undefined };
    for (const { id } of voices) traced.set(id, found[one]);
  }
  return traced;
}

function repeatGraph(all: readonly Voice[], repeats: readonly Repeat[]): { next: number[][]; component: number[] } {
  const index = new Map(all.map((voice, at) => [voice.id, at]));
  const next: number[][] = all.map(() => []);
  for (const { fromId, toId } of repeats) {
    const [from, to] = [index.get(fromId), index.get(toId)];
    if (from !== undefined && to !== undefined && from !== to) next[from]?.push(to);
  }
  return { next, component: stronglyConnected(next) };
}

/** Claims that repeat each other in a circle: as long as one of them is of unknown voice, so is what they say. */
function rootKeys(keys: string[]): string[] {
  const unknown = keys.filter((key) => !isKnownKey(key));
  return unknown.length === 0 ? keys : unknown;
}

function byClaim(origins: readonly Origin[]): Map<string, Origin[]> {
  const ofClaim = new Map<string, Origin[]>();
  for (const origin of origins) {
    for (const id of origin.claims) {
      const known = ofClaim.get(id);
      if (known === undefined) ofClaim.set(id, [origin]);
      else known.push(origin);
    }
  }
  return ofClaim;
}
