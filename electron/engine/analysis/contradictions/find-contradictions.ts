/** Contradictions of an incident, each with its rule and how a person settled it. */
import { contradictionRules, type Contradiction } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { SettlementRow } from '../incident-records.ts';
import { denied } from './denied.ts';
import { differentDates } from './different-dates.ts';
import { differentResponsible } from './different-responsible.ts';
import { figuresApart } from './figures-apart.ts';
import { LISTED, originPairKey, type Found, type Ground, type Pair } from './ground.ts';
import { linked } from './linked.ts';

type Rule = Contradiction['rule'];
type Ranked = { rule: Rule; pair: Pair; round: number; place: number };

const rules: Record<Rule, (ground: Ground) => Found> = {
  'figures apart': figuresApart,
  denied,
  'different responsible': differentResponsible,
  'different dates': differentDates,
  linked,
};

/**
 * `total` counts every pair of claims once a rule. Listed are `LISTED` of them, each pair of origins once before any
 * comes twice and the rules in turn; and besides them every pair that was settled and still contradicts.
 */
export function findContradictions(ground: Ground, settlements: readonly SettlementRow[]): { listed: Contradiction[]; total: number } {
  const found = contradictionRules.map((rule) => [rule, rules[rule](ground)] as const);
  const settled = newestOf(settlements);
  const ranked = found
    .flatMap(([rule, { pairs }]) => rankOf(rule, pairs, ground))
    .sort(inTurn)
    .slice(0, LISTED);
  const listed = new Set(ranked.map(keyOf));
  const besides = found.flatMap(([rule, { find }]) =>
    [...settled.values()]
      .filter((row) => row.rule === rule && !listed.has(keyOf({ rule, pair: row })))
      .flatMap((row) => find(row.claimA, row.claimB) ?? [])
      .map((pair) => ({ rule, pair })),
  );
  const updatedAt = new Map(ground.claims.map((claim) => [claim.id, claim.updatedAt]));
  return {
    total: found.reduce((sum, [, { total }]) => sum + total, 0),
    listed: [...ranked, ...besides].map(({ rule, pair }) => ({
      rule,
      claimA: pair.claimA,
      claimB: pair.claimB,
      facts: pair.facts(),
      settlement: settlementOf(settled.get(keyOf({ rule, pair })), updatedAt),
    })),
  };
}

const keyOf = ({ rule, pair }: { rule: string; pair: { claimA: string; claimB: string } }) => `${rule} ${pair.claimA} ${pair.claimB}`;

/** Of several explanations of one contradiction, which only a hand edit can make, the last stands; in order of pairs. */
function newestOf(settlements: readonly SettlementRow[]): Map<string, SettlementRow> {
  const inOrder = settlements.toSorted((a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id));
  const newest = new Map(inOrder.map((row) => [keyOf({ rule: row.rule, pair: row }), row]));
  return new Map([...newest].sort(([a], [b]) => order(a, b)));
}

function rankOf(rule: Rule, pairs: readonly Pair[], ground: Ground): Ranked[] {
  const times = new Map<number, number>();
  const rounds = pairs.map((pair) => {
    const key = originPairKey(ground, pair.claimA, pair.claimB);
    const round = times.get(key) ?? 0;
    times.set(key, round + 1);
    return { rule, pair, round };
  });
  return rounds.sort((a, b) => a.round - b.round).map((one, place) => ({ ...one, place }));
}

const inTurn = (a: Ranked, b: Ranked) =>
  Math.min(a.round, 1) - Math.min(b.round, 1) ||
  a.place - b.place ||
  contradictionRules.indexOf(a.rule) - contradictionRules.indexOf(b.rule);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Stale when one of the claims was changed after it was explained. */
function settlementOf(row: SettlementRow | undefined, updatedAt: ReadonlyMap<string, Claim['updatedAt']>): Contradiction['settlement'] {
  if (row === undefined) return null;
  const stale = [row.claimA, row.claimB].some((id) => (updatedAt.get(id) ?? '') > row.createdAt);
  return { id: row.id, reason: row.reason, by: row.createdBy, at: row.createdAt, stale };
}
