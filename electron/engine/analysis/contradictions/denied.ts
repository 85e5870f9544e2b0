import { figureAlone } from '#shared/claims/figure-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { isStatedAsFact } from '../positions.ts';
import { figuredOf, type Figured } from './figures-apart.ts';
import { pairOf, type Facts, type Found, type Ground } from './ground.ts';
import { pickPairs } from './pick-pairs.ts';
import { stanceIndex, type StanceIndex } from './stance-index.ts';

/** A claim with its figures by measure, and who says it when: null where either is not known. */
export type Stance = { id: string; claim: Claim; figures: ReadonlyMap<string, Figured>; speaker: string | null; dated: string | null };

/**
 * One denies an act that the other asserts or admits: the act as such when the denial gives no figure, else a figure that
 * the other's can be. What one speaker says at two dates is a change of position and told as a turn instead.
 */
export function denied(ground: Ground): Found {
  const stances = ground.claims.map((claim) => stanceOf(claim, ground));
  const acts = [...Map.groupBy(stances, ({ claim }) => claim.act).values()].map((all) => ({
    denials: all.filter(({ claim }) => claim.modality === 'denies'),
    held: all.filter(({ claim }) => isStatedAsFact(claim)),
  }));
  const picked = pickPairs(ground);
  let total = 0;
  for (const { denials, held } of acts.filter((act) => act.denials.length > 0 && act.held.length > 0)) {
    const against = indexes(held);
    for (const denial of denials) {
      const count = countAgainst(denial, against);
      total += count;
      if (count > 0) picked.pick({ left: denial, rights: held, holds: contradicts, pair: (a, b) => pairOf(a, b, factsOf) });
    }
  }
  const byId = new Map(stances.map((stance) => [stance.id, stance]));
  const find = (claimA: string, claimB: string) => {
    const [a, b] = [byId.get(claimA), byId.get(claimB)];
    if (a === undefined || b === undefined || a.claim.act !== b.claim.act) return null;
    const [denial, holder] = a.claim.modality === 'denies' ? [a, b] : [b, a];
    if (denial.claim.modality !== 'denies' || !isStatedAsFact(holder.claim)) return null;
    return contradicts(denial, holder) ? pairOf(a, b, factsOf) : null;
  };
  return { total, pairs: picked.pairs, find };
}

function stanceOf(claim: Claim, { groups, dates }: Ground): Stance {
  const said = dates.bounds(claim.saidAt);
  return {
    id: claim.id,
    claim,
    figures: figuredOf(claim),
    speaker: claim.speakerId === null ? null : groups.one(claim.speakerId),
    dated: said === null ? null : `${said.min} ${said.max}`,
  };
}

function contradicts(denial: Stance, held: Stance): boolean {
  const isTurn = denial.speaker !== null && denial.speaker === held.speaker;
  if (isTurn && denial.dated !== null && held.dated !== null && denial.dated !== held.dated) return false;
  if (denial.figures.size === 0) return true;
  return [...denial.figures].some(([measure, { low, high }]) => {
    const other = held.figures.get(measure);
    if (held.figures.size === 0) return low === 0 && high === Infinity;
    return other !== undefined && other.low <= high && other.high >= low;
  });
}

type Indexes = { all: StanceIndex; bySpeaker: Map<string, StanceIndex> };

/** Everyone's, each speaker's dated ones, and each speaker's of one date. */
function indexes(held: readonly Stance[]): Indexes {
  const dated = held.filter(({ speaker, dated }) => speaker !== null && dated !== null);
  const some = [...Map.groupBy(dated, (one) => one.speaker ?? ''), ...Map.groupBy(dated, (one) => `${one.speaker} ${one.dated}`)];
  return { all: stanceIndex(held), bySpeaker: new Map(some.map(([key, stances]) => [key, stanceIndex(stances)])) };
}

function countAgainst(denial: Stance, { all, bySpeaker }: Indexes): number {
  if (denial.speaker === null || denial.dated === null) return all(denial);
  const own = bySpeaker.get(denial.speaker)?.(denial) ?? 0;
  const ofSameDate = bySpeaker.get(`${denial.speaker} ${denial.dated}`)?.(denial) ?? 0;
  return all(denial) - own + ofSameDate;
}

function factsOf(a: Stance, b: Stance): Facts {
  const figure = ({ figures }: Stance) => {
    const [first] = figures.values();
    return first === undefined ? null : `${figureAlone(first.quantities[0])} ${first.quantities[0].unit}`;
  };
  const { act } = a.claim;
  return { act, modalityA: a.claim.modality, modalityB: b.claim.modality, figureA: figure(a), figureB: figure(b) };
}
