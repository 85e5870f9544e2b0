import { numbersOf } from '#shared/claims/figure-bounds.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Ground } from './contradictions/ground.ts';
import { isStatedAsFact } from './positions.ts';

/** Claims stated as fact that are no repeats of others here, and that their speaker did not take back at a later date. */
export function standingClaims(ground: Ground): Claim[] {
  const { claims, ofClaim } = ground;
  const origins = new Set([...ofClaim.values()].flat());
  const roots = new Set([...origins].flatMap((origin) => origin.roots));
  // What is repeated from another incident has its root there.
  const isFirstHere = ({ id }: Claim) => roots.has(id) || (ofClaim.get(id) ?? []).every((origin) => origin.roots.length === 0);
  const isTakenBack = takenBack(ground);
  return claims.filter((claim) => isStatedAsFact(claim) && isFirstHere(claim) && !isTakenBack(claim));
}

/** By a retraction of the act, or by a denial of it as such; a denial of some number leaves the rest standing. */
function takenBack({ claims, groups, dates }: Ground): (claim: Claim) => boolean {
  const keyOf = ({ speakerId, act }: Claim) => (speakerId === null ? null : JSON.stringify([groups.one(speakerId), act]));
  const last = new Map<string, Claim>();
  for (const claim of claims) {
    const isDenied = claim.modality === 'denies' && claim.quantities.every((quantity) => numbersOf(quantity).length === 0);
    const key = keyOf(claim);
    if (key === null || dates.bounds(claim.saidAt) === null || !(isDenied || claim.modality === 'retracts')) continue;
    last.set(key, claim); // Claims come in the order they were said.
  }
  return (claim) => {
    const key = keyOf(claim);
    const back = key === null ? undefined : last.get(key);
    return back !== undefined && dates.isBefore(claim, back);
  };
}
