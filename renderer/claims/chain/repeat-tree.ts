import type { NamedClaim, RepeatFamily } from '#shared/model/claim-relations.ts';

export type RepeatNode = {
  claim: NamedClaim;
  children: RepeatNode[];
  /** How many claims stand under it. */
  under: number;
  /** It leads to the claim that is looked at, or is it. */
  isOnWay: boolean;
  /** It repeats more than one claim and stands in the tree already; what is under it is not said twice. */
  isAgain: boolean;
};

/** Claims that repeat nothing first, under each those that repeat it: dated ones first, in order of the date said. Pure. */
export function repeatTree({ claims, repeats }: Pick<RepeatFamily, 'claims' | 'repeats'>, id: string): RepeatNode[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const under = Map.groupBy(repeats, (one) => one.toId);
  const repeating = new Set(repeats.map((one) => one.fromId));
  const roots = claims.filter((claim) => !repeating.has(claim.id));
  const seen = new Set<string>();
  const grow = (claim: NamedClaim): RepeatNode => {
    const isAgain = seen.has(claim.id);
    seen.add(claim.id);
    const below = isAgain ? [] : (under.get(claim.id) ?? []).flatMap(({ fromId }) => byId.get(fromId) ?? []);
    const children = below.toSorted(byDate).map(grow);
    const isOnWay = claim.id === id || children.some((child) => child.isOnWay);
    return { claim, children, under: children.reduce((sum, child) => sum + child.under + 1, 0), isOnWay, isAgain };
  };
  // Claims in a circle have no root; none can be made, but one may have been written behind the program's back.
  const own = byId.get(id);
  return (roots.length > 0 || own === undefined ? roots : [own]).toSorted(byDate).map(grow);
}

function byDate(a: NamedClaim, b: NamedClaim): number {
  const [one, other] = [a.saidAt ?? '\uffff', b.saidAt ?? '\uffff'];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}

/** Children shown while a node is folded: the first ones, and any that leads to the claim looked at. Pure. */
export function shownChildren(children: readonly RepeatNode[], most: number): RepeatNode[] {
  if (children.length <= most + 1) return [...children];
  return children.filter((child, at) => at < most || child.isOnWay);
}

/** The claims that `id` goes back to in the end; itself when it repeats none. Pure. */
export function rootsOf({ claims, repeats }: Pick<RepeatFamily, 'claims' | 'repeats'>, id: string): NamedClaim[] {
  const up = Map.groupBy(repeats, (one) => one.fromId);
  const seen = new Set([id]);
  for (const at of seen) for (const { toId } of up.get(at) ?? []) seen.add(toId);
  return claims.filter((claim) => seen.has(claim.id) && !up.has(claim.id));
}
