import type { Claim } from '#shared/model/claims.ts';
import { isStatedAsFact } from '../positions.ts';
import { areOfOneLine, byLine, pairOf, type Facts, type Found, type Ground } from './ground.ts';
import { pickPairs, type Picked } from './pick-pairs.ts';

/** Whom a claim holds responsible: `bodies` as parties that belong together are one, in order. */
export type Holding = { id: string; act: string; subject: string; bodies: readonly string[]; names: string };

const responsible = new Set(['alleged responsible', 'admitted responsible']);
/** Words for one attack: who struck is who killed. Any other act has those responsible for itself. */
const attack = new Set(['killed', 'injured', 'struck', 'shelled', 'destroyed', 'damaged']);

/** Two claims that state one act as fact and hold parties responsible none of whom belong together. */
export function differentResponsible(ground: Ground): Found {
  const holdings = holdingsOf(ground);
  const holds = (a: Holding, b: Holding) => a.subject === b.subject && !areOfOneLine(ground, a.id, b.id) && areDisjoint(a, b);
  const picked = pickPairs(ground);
  let total = 0;
  for (const about of Map.groupBy(holdings, ({ subject }) => subject).values()) {
    const count = countDisjoint(about) - byLine(ground, about).reduce((sum, line) => sum + countDisjoint(line), 0);
    total += count;
    if (count > 0) pickAcross(about, { picked, holds });
  }
  const byId = new Map(holdings.map((holding) => [holding.id, holding]));
  const find = (claimA: string, claimB: string) => {
    const [a, b] = [byId.get(claimA), byId.get(claimB)];
    return a !== undefined && b !== undefined && holds(a, b) ? pairOf(a, b, factsOf) : null;
  };
  return { total, pairs: picked.pairs, find };
}

export function holdingsOf({ claims, groups, nameOf }: Pick<Ground, 'claims' | 'groups' | 'nameOf'>): Holding[] {
  return claims.filter(isStatedAsFact).flatMap((claim: Claim): Holding[] => {
    const parties = claim.parties.filter(({ role }) => responsible.has(role)).map(({ partyId }) => groups.one(partyId));
    if (parties.length === 0) return [];
    const names = [...new Set(parties.map(nameOf))].sort().join(', ');
    const bodies = [...new Set(parties.map(groups.body))].sort();
    return [{ id: claim.id, act: claim.act, subject: attack.has(claim.act) ? 'attack' : claim.act, bodies, names }];
  });
}

export function areDisjoint(a: Pick<Holding, 'bodies'>, b: Pick<Holding, 'bodies'>): boolean {
  return !a.bodies.some((body) => b.bodies.includes(body));
}

/** Claims that hold the same parties count as one set; only sets of several parties are compared one by one. */
function countDisjoint(holdings: readonly Holding[]): number {
  const sets = [...Map.groupBy(holdings, ({ bodies }) => bodies.join(' ')).values()];
  const single = new Map(sets.flatMap((same) => (same[0]?.bodies.length === 1 ? [[same[0].bodies[0] ?? '', same.length]] : [])));
  const singles = [...single.values()].reduce((sum, size) => sum + size, 0);
  const several = sets.filter((same) => (same[0]?.bodies.length ?? 0) > 1);
  let pairs = (singles * singles - [...single.values()].reduce((sum, size) => sum + size * size, 0)) / 2;
  for (const [at, same] of several.entries()) {
    const [set] = same;
    if (set === undefined) continue;
    const sharing = set.bodies.reduce((sum, body) => sum + (single.get(body) ?? 0), 0);
    pairs += same.length * (singles - sharing);
    for (const other of several.slice(at + 1))
      if (other[0] !== undefined && areDisjoint(set, other[0])) pairs += same.length * other.length;
  }
  return pairs;
}

/** What most claims say against what most others say comes first. */
function pickAcross(about: readonly Holding[], { picked, holds }: { picked: Picked; holds: (a: Holding, b: Holding) => boolean }): void {
  const sets = [...Map.groupBy(about, ({ bodies }) => bodies.join(' ')).values()].sort((a, b) => b.length - a.length);
  for (const [at, same] of sets.entries()) {
    for (const other of sets.slice(at + 1)) {
      if (picked.isFull()) return;
      if (same[0] === undefined || other[0] === undefined || !areDisjoint(same[0], other[0])) continue;
      for (const left of same) picked.pick({ left, rights: other, holds, pair: (a, b) => pairOf(a, b, factsOf) });
    }
  }
}

function factsOf(a: Holding, b: Holding): Facts {
  return { actA: a.act, actB: b.act, partiesA: a.names, partiesB: b.names };
}
