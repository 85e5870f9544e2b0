/** How far a figure as said can be stretched before another one contradicts it. */
import type { Quantity } from '../model/claims.ts';
import { figureBounds } from './figure-bounds.ts';

type Said = Pick<Quantity, 'qualifier' | 'value' | 'min' | 'max'>;
export type Reach = { low: number; high: number };

/** "About 500" is read as anything within a quarter of it, "nearly 1,236" as no less than three quarters. */
export const ROUNDING = 0.25;
/** What a vague word says at the least. */
const leastOf: Partial<Record<Quantity['qualifier'], number>> = { several: 2, dozens: 24, hundreds: 200, thousands: 2000 };

/**
 * Least and most a figure allows; 0 and Infinity where nothing bounds it. Wider than `figureBounds` nowhere but where a
 * number was rounded or a word is vague, so that only figures nobody can bring together are told apart.
 */
export function figureReach(said: Said): Reach {
  const { min, max } = figureBounds(said);
  const rounded = roundedReach(said);
  return { low: min ?? rounded.low, high: max ?? rounded.high };
}

function roundedReach({ qualifier, value, max }: Said): Reach {
  if (qualifier === 'nearly') return { low: (value ?? max ?? 0) * (1 - ROUNDING), high: Infinity };
  const isRound = qualifier === 'about' || leastOf[qualifier] !== undefined;
  if (isRound && value !== null) return { low: value * (1 - ROUNDING), high: value * (1 + ROUNDING) };
  return { low: Math.min(leastOf[qualifier] ?? 0, max ?? Infinity), high: Infinity };
}

/** A figure is no less than the largest of its groups; groups may overlap and are never added up. */
export function quantityReach(quantity: Quantity): Reach {
  const { low, high } = figureReach(quantity);
  const group = quantity.breakdown.reduce((most, part) => Math.max(most, figureReach(part).low), low);
  return { low: group <= high ? group : low, high };
}
