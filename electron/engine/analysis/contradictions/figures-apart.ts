import { figureReach, quantityReach } from '#shared/claims/figure-reach.ts';
import { figureAlone } from '#shared/claims/figure-words.ts';
import type { Quantity } from '#shared/model/claims.ts';
import { isStatedAsFact } from '../positions.ts';
import type { Figured } from './figured.ts';
import { findApart, type Group } from './find-apart.ts';
import type { Found, Ground } from './ground.ts';

/**
 * Two figures stated as fact for one measure that no reading of either brings together. A figure is no less than any of
 * its groups, so a group can contradict another claim's whole.
 */
export function figuresApart(ground: Ground): Found {
  const figured = ground.claims.filter(isStatedAsFact).flatMap(({ id }) => ground.figured.get(id) ?? []);
  const measures = Map.groupBy(figured, ({ measure }) => measure);
  const groups = [...measures.values()].map((spans) => groupOf(spans));
  return findApart(groups, ground);
}

function groupOf(spans: readonly Figured[]): Group<Figured> {
  return {
    spans,
    weigh: (lower, higher) => 1 - lower.high / higher.low,
    facts: (a, b) => {
      const { unit, role } = a.quantities[0];
      return { act: a.act, unit, role, figureA: wordsOf(a), figureB: wordsOf(b) };
    },
  };
}

/** "nearly 1,236"; "at least 12 (women and children alone)" where a group says more than its whole. */
function wordsOf({ quantities }: Figured): string {
  return quantities.map(figureOrGroup).join('; ');
}

function figureOrGroup(quantity: Quantity): string {
  const { low } = quantityReach(quantity);
  const group = quantity.breakdown.find((part) => low > figureReach(quantity).low && figureReach(part).low === low);
  return group === undefined ? figureAlone(quantity) : `${figureAlone(group)} (${group.groups.join(' and ')} alone)`;
}
