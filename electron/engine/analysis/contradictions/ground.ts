/** What the rules of contradiction stand on, and what each of them answers. */
import type { Contradiction, Origin } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Dates } from '../dates.ts';
import type { ClaimLink } from '../incident-records.ts';
import type { PartyGroups } from '../party-groups.ts';
import { UnionFind } from '../union-find.ts';
import { figuredOf, type Figured } from './figured.ts';

/** The records of an incident as the rules read them. */
export type Said = {
  /** In the order they were said. */
  claims: readonly Claim[];
  links: readonly ClaimLink[];
  groups: PartyGroups;
  dates: Dates;
  ofClaim: ReadonlyMap<string, readonly Origin[]>;
  nameOf: (partyId: string) => string;
};

export type Ground = Said & {
  /** Figures by measure, by the claims' ids. */
  figured: ReadonlyMap<string, readonly Figured[]>;
  /** A number for every claim, the same for those that go back to the same origins. */
  backing: ReadonlyMap<string, number>;
  /** Claims of one speaker that correct or supersede each other have one line: the speaker said which one holds. */
  lines: ReadonlyMap<string, string>;
};

export function groundOf(said: Said): Ground {
  const figured = new Map(said.claims.map((claim) => [claim.id, figuredOf(claim)]));
  return { ...said, figured, backing: backingOf(said), lines: linesOf(said) };
}

export type Facts = Contradiction['facts'];
/** Two claims in order of their ids. Facts are worded only for those that are listed. */
export type Pair = { claimA: string; claimB: string; facts: () => Facts };

export type Found = {
  /** Distinct pairs, listed or not. */
  total: number;
  /** The weightiest come first; every pair of origins that contradict each other is among them, up to the limit. */
  pairs: Pair[];
  /** The pair if the rule holds it against the two, whether it is listed or not. */
  find: (claimA: string, claimB: string) => Pair | null;
};

/** As many as are listed of one rule, and of all rules together. */
export const LISTED = 200;

/** What two claims go back to, in any order, as one key. */
export function originPairKey({ backing }: Pick<Ground, 'backing'>, claimA: string, claimB: string): number {
  const [a, b] = [backing.get(claimA) ?? 0, backing.get(claimB) ?? 0];
  return Math.min(a, b) * (backing.size + 1) + Math.max(a, b);
}

function backingOf({ claims, ofClaim }: Said): Map<string, number> {
  const numbers = new Map<string, number>();
  const backing = claims.map(({ id }): [string, number] => {
    const key = (ofClaim.get(id) ?? []).map((origin) => origin.label).join(' ');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return [id, number];
  });
  return new Map(backing);
}

function linesOf({ claims, links, groups }: Said): Map<string, string> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const lines = new UnionFind();
  const inLine = new Set<string>();
  for (const { fromId, toId, relation } of links) {
    const [from, to] = [byId.get(fromId)?.speakerId ?? null, byId.get(toId)?.speakerId ?? null];
    if ((relation !== 'corrects' && relation !== 'supersedes') || from === null || to === null) continue;
    if (groups.one(from) !== groups.one(to)) continue;
    lines.join(fromId, toId);
    inLine.add(fromId).add(toId);
  }
  return new Map([...inLine].map((id) => [id, lines.find(id)]));
}

/** Whether the speaker of both said which one of them holds. */
export function areOfOneLine({ lines }: Pick<Ground, 'lines'>, a: string, b: string): boolean {
  const line = lines.get(a);
  return line !== undefined && line === lines.get(b);
}

/** What stands in a line, line by line. */
export function byLine<Side extends { id: string }>({ lines }: Pick<Ground, 'lines'>, sides: readonly Side[]): Side[][] {
  if (lines.size === 0) return [];
  return [
    ...Map.groupBy(
      sides.filter(({ id }) => lines.has(id)),
      ({ id }) => lines.get(id),
    ).values(),
  ];
}

/** A pair in order of ids; `facts` gets the claims in that order. */
export function pairOf<Side extends { id: string }>(one: Side, other: Side, facts: (a: Side, b: Side) => Facts): Pair {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  return { claimA: a.id, claimB: b.id, facts: () => facts(a, b) };
}
