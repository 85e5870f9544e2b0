import { quantityReach } from '#shared/claims/figure-reach.ts';
import type { Claim, Quantity } from '#shared/model/claims.ts';
import { measureKey } from '../measures.ts';
import type { Span } from './count-apart.ts';

/** What a claim allows for one measure, by all the figures it gives for it. */
export type Figured = Span & { act: string; measure: string; quantities: [Quantity, ...Quantity[]] };

/** A claim's figures, one a measure; several of one measure allow everything between the least and the most of them. */
export function figuredOf({ id, act, quantities }: Claim): Figured[] {
  const figured: Figured[] = [];
  for (const quantity of quantities) {
    const measure = measureKey(act, quantity);
    const { low, high } = quantityReach(quantity);
    const known = ofMeasure(figured, measure);
    if (known === undefined) {
      figured.push({ id, act, measure, low, high, quantities: [quantity] });
      continue;
    }
    known.low = Math.min(low, known.low);
    known.high = Math.max(high, known.high);
    known.quantities.push(quantity);
  }
  return figured;
}

/** A claim speaks of a few measures only. */
export function ofMeasure(figured: readonly Figured[], measure: string): Figured | undefined {
  return figured.find((one) => one.measure === measure);
}
