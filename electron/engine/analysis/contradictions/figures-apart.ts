import { figureAlone } from '#shared/claims/figure-words.ts';
import { isStatedAsFact } from '../positions.ts';
import type { Figured } from './figured.ts';
import { findApart, type Group } from './find-apart.ts';
import type { Found, Ground } from './ground.ts';

/**
 * Two figures stated as fact for one measure that no reading of either brings together. A figure is no less than any of
 * its groups, so a group can contradict another claim's whole.
 */
export function figuresApart(ground: Ground): Found {
  const figured = ground.claims.filter(isStatedAsFact).flatMap(({ id }) => [...(ground.figured.get(id) ?? [])]);
  const measures = Map.groupBy(figured, ([key]) => key);
  const groups = [...measures.values()].map((spans) => groupOf(spans.map(([, span]) => span)));
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

/** "nearly 1,236"; "dozens, of them at least 30 children". */
function wordsOf({ quantities }: Figured): string {
  return quantities
    .map((quantity) => {
      const parts = quantity.breakdown.filter((part) => (part.value ?? part.min) !== null);
      const groups = parts.map((part) => `${figureAlone(part)} ${part.groups.join(' and ')}`);
      return [figureAlone(quantity), ...(groups.length === 0 ? [] : [`of them ${groups.join(', ')}`])].join(', ');
    })
    .join('; ');
}
