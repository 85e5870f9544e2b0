/** A grade on Airwars' scale by stated rules. A person's grade stands beside it and is never replaced by it. */
import { figureReach } from '#shared/claims/figure-reach.ts';
import type { SuggestedGrade } from '#shared/model/analysis.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';
import { areDisjoint, holdingsOf, type Holding } from './contradictions/different-responsible.ts';
import type { Ground } from './contradictions/ground.ts';
import { standingClaims } from './standing-claims.ts';

const harmful = new Set(['killed', 'injured', 'missing', 'exhumed', 'detained', 'tortured', 'displaced']);
const harmed = new Set(['victim', 'affected']);
const accepting = new Set(['admitted responsible', 'conceding']);
/** Units in which no person is counted. */
const things = new Set(['mass graves', 'strikes', 'buildings', 'vehicles', 'pages', 'months']);

/**
 * Strict in each rule. Only claims that state harm as fact, that are no repeats and that their speaker did not take back
 * later; several claims of one origin are one. Null where no rule applies: nobody is named, all is denied, or combatants
 * alone are spoken of by one origin, which is left to people.
 */
export function suggestGrade(ground: Ground): SuggestedGrade | null {
  const standing = standingClaims(ground);
  const harm = standing.filter(tellsHarm);
  if (harm.length === 0) return null;
  return confirmed(harm, ground) ?? contested(standing, ground) ?? discounted(harm, ground) ?? counted(harm, ground);
}

function tellsHarm({ act, parties, victims }: Claim): boolean {
  return harmful.has(act) || victims.length > 0 || parties.some(({ role }) => harmed.has(role));
}

/** A belligerent accepts responsibility: the speaker that admits is, or belongs to, a party that accepts it. */
function confirmed(harm: readonly Claim[], { groups, nameOf }: Ground): SuggestedGrade | null {
  const isBySpeaker = ({ speakerId, parties }: Claim) =>
    speakerId !== null && parties.some(({ partyId, role }) => accepting.has(role) && groups.body(partyId) === groups.body(speakerId));
  const admissions = harm.filter((claim) => claim.modality === 'admits' && isBySpeaker(claim));
  if (admissions.length === 0) return null;
  const parties = [...new Set(admissions.map(({ speakerId }) => nameOf(groups.one(speakerId ?? ''))))].sort();
  return { value: 'confirmed', rule: 'belligerent admits', facts: { party: parties.join(', ') }, claims: idsOf(admissions) };
}

/** Origins that are known and not the same hold parties responsible that do not belong together. */
function contested(standing: readonly Claim[], ground: Ground): SuggestedGrade | null {
  const bySet = Map.groupBy(holdingsOf({ ...ground, claims: standing }), ({ subject, bodies }) => `${subject}: ${bodies.join(' ')}`);
  const sides = [...bySet.values()].map((holdings) => ({ holdings, origins: originsOfAll(idsOf(holdings), ground) }));
  const named = sides.filter(({ origins }) => origins.size > 0).sort((a, b) => b.holdings.length - a.holdings.length);
  const isRival = (a: (typeof named)[number], b: (typeof named)[number]) => {
    const [one, other] = [a.holdings[0] as Holding, b.holdings[0] as Holding];
    return one.subject === other.subject && areDisjoint(one, other) && new Set([...a.origins, ...b.origins]).size > 1;
  };
  for (const [at, side] of named.entries()) {
    const rival = named.slice(at + 1).find((other) => isRival(side, other));
    if (rival === undefined) continue;
    const [a, b] = [side, rival].map(({ holdings }) => holdings[0]?.names ?? '').sort();
    const claims = idsOf([...side.holdings, ...rival.holdings]);
    return { value: 'contested', rule: 'rival parties', facts: { partiesA: a ?? '', partiesB: b ?? '' }, claims };
  }
  return null;
}

/** Everyone who states harm says that combatants alone were harmed, and at least two origins do. */
function discounted(harm: readonly Claim[], ground: Ground): SuggestedGrade | null {
  if (!harm.every(isOfCombatants)) return null;
  const origins = originsOfAll(idsOf(harm), ground).size;
  return origins < 2 ? null : { value: 'discounted', rule: 'combatants only', facts: { origins }, claims: idsOf(harm) };
}

function counted(harm: readonly Claim[], ground: Ground): SuggestedGrade | null {
  const civilian = harm.filter((claim) => !isOfCombatants(claim) && originsOfAll([claim.id], ground).size > 0);
  const origins = originsOfAll(idsOf(civilian), ground).size;
  if (origins === 0) return null;
  const claims = idsOf(civilian);
  return origins === 1
    ? { value: 'weak', rule: 'one origin', facts: { origins }, claims }
    : { value: 'fair', rule: 'two origins', facts: { origins }, claims };
}

function isOfCombatants({ quantities }: Claim): boolean {
  const people = quantities.filter(({ role, unit }) => role === 'count' && !things.has(unit));
  return people.length > 0 && people.every(({ unit, ...quantity }) => unit === 'combatants' || areAllCombatants(quantity));
}

function areAllCombatants(quantity: Omit<Quantity, 'unit'>): boolean {
  const whole = figureReach(quantity).high;
  const isAll = (part: Quantity['breakdown'][number]) =>
    part.groups.every((group) => group === 'combatants') && figureReach(part).low >= whole;
  return Number.isFinite(whole) && quantity.breakdown.some(isAll);
}

/** Known origins alone. */
function originsOfAll(ids: readonly string[], { ofClaim }: Ground): Set<string> {
  return new Set(ids.flatMap((id) => (ofClaim.get(id) ?? []).filter((origin) => origin.known).map((origin) => origin.id)));
}

function idsOf(claims: readonly { id: string }[]): string[] {
  return claims.map((claim) => claim.id);
}
