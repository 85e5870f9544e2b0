import { quantityReach } from '#shared/claims/figure-reach.ts';
import { figureAlone } from '#shared/claims/figure-words.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';
import { measureKey } from '../measures.ts';
import { isStatedAsFact } from '../positions.ts';
import type { Span } from './count-apart.ts';
import { findApart, type Group } from './find-apart.ts';
import type { Found, Ground } from './ground.ts';

/** What a claim allows for one measure, by all the figures it gives for it. */
export type Figured = Span & { act: string; quantities: readonly [Quantity, ...Quantity[]] };

/**
 * Two figures stated as fact for one measure that no reading of either brings together. A figure is no less than any of
 * its groups, so a group can contradict another claim's whole.
 */
export function figuresApart(ground: Ground): Found {
  const figured = ground.claims.filter(isStatedAsFact).flatMap((claim) => [...figuredOf(claim)]);
  const measures = Map.groupBy(figured, ([key]) => key);
  const groups = [...measures.values()].map((spans) => groupOf(spans.map(([, span]) => span)));
  return findApart(groups, ground);
}

/** A claim's figures by measure; several of one measure allow everything between the least and the most of them. */
export function figuredOf({ id, act, quantities }: Claim): Map<string, Figured> {
  const spans = new Map<string, Figured>();
  for (const quantity of quantities) {
    const key = measureKey(act, quantity);
    const { low, high } = quantityReach(quantity);
    const known = spans.get(key);
    spans.set(
      key,
      known === undefined
        ? { id, act, low, high, quantities: [quantity] }
        : { ...known, low: Math.min(low, known.low), high: Math.max(high, known.high), quantities: [...known.quantities, quantity] },
    );
  }
  return spans;
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
