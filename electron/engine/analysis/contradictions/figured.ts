import { quantityReach } from '#shared/claims/figure-reach.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';
import { measureKey } from '../measures.ts';
import type { Span } from './count-apart.ts';

/** What a claim allows for one measure, by all the figures it gives for it. */
export type Figured = Span & { act: string; quantities: readonly [Quantity, ...Quantity[]] };

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
