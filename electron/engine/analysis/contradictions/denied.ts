import { figureWords } from '#shared/claims/figure-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { isStatedAsFact } from '../positions.ts';
import { ofMeasure, type Figured } from './figured.ts';
import { pairOf, type Facts, type Found, type Ground } from './ground.ts';
import { pickPairs } from './pick-pairs.ts';
import { stanceIndex, type StanceIndex } from './stance-index.ts';

/** A claim with its figures by measure, and who says it when: null where either is not known. */
export type Stance = { id: string; claim: Claim; figures: readonly Figured[]; speaker: string | null; dated: string | null };

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

function stanceOf(claim: Claim, { groups, dates, figured }: Ground): Stance {
  const said = dates.bounds(claim.saidAt);
  return {
    id: claim.id,
    claim,
    figures: figured.get(claim.id) ?? [],
    speaker: claim.speakerId === null ? null : groups.one(claim.speakerId),
    dated: said === null ? null : `${said.min} ${said.max}`,
  };
}

function contradicts(denial: Stance, held: Stance): boolean {
  const isBySpeaker = denial.speaker !== null && denial.speaker === held.speaker;
  const isTurn = isBySpeaker && denial.dated !== null && held.dated !== null && denial.dated !== held.dated;
  return !isTurn && meets(denial, held);
}

/** Whether what is denied is what the other holds, whoever says it. */
function meets(denial: Stance, held: Stance): boolean {
  if (denial.figures.length === 0) return true;
  for (const { measure, low, high } of denial.figures) {
    if (held.figures.length === 0 && low === 0 && high === Infinity) return true;
    const other = ofMeasure(held.figures, measure);
    if (other !== undefined && other.low <= high && other.high >= low) return true;
  }
  return false;
}

type Indexes = { all: StanceIndex; own: (speaker: string, dated?: string) => StanceIndex };
/** Fewer are looked through sooner than they are sorted. */
const FEW = 50;

/** Everyone's, and when a speaker denies something: that speaker's dated ones, and those of one date. */
function indexes(held: readonly Stance[]): Indexes {
  const dated = held.filter(({ speaker, dated }) => speaker !== null && dated !== null);
  const bySpeaker = Map.groupBy(dated, ({ speaker }) => speaker);
  const made = new Map<string, StanceIndex>();
  const own = (speaker: string, date?: string) => {
    const key = `${speaker} ${date ?? ''}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const all = bySpeaker.get(speaker) ?? [];
    const some = date === undefined ? all : all.filter((stance) => stance.dated === date);
    const index = some.length > FEW ? stanceIndex(some) : (denial: Stance) => some.filter((stance) => meets(denial, stance)).length;
    made.set(key, index);
    return index;
  };
  return { all: stanceIndex(held), own };
}

function countAgainst(denial: Stance, { all, own }: Indexes): number {
  const { speaker, dated } = denial;
  if (speaker === null || dated === null) return all(denial);
  return all(denial) - own(speaker)(denial) + own(speaker, dated)(denial);
}

function factsOf(a: Stance, b: Stance): Facts {
  const { act } = a.claim;
  return { act, modalityA: a.claim.modality, modalityB: b.claim.modality, figureA: numberOf(a), figureB: numberOf(b) };
}

/** The first figure with a number in it. */
function numberOf({ claim }: Stance): string | null {
  const numbered = claim.quantities.find((quantity) => quantity.qualifier !== 'unknown');
  return numbered === undefined ? null : `${figureWords(numbered)} ${numbered.unit}`;
}
