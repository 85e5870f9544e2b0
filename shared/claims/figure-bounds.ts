/** What a figure as said allows: a rounded or vague number is never read as exact. */
import type { Quantity } from '../model/claims.ts';

type Said = Pick<Quantity, 'qualifier' | 'value' | 'min' | 'max'>;
/** Null is unbounded on that side. */
export type Bounds = { min: number | null; max: number | null };

/** The bounds of a figure. A bound the person typed stands; the rest follows from the qualifier. */
export function figureBounds({ qualifier, value, min, max }: Said): Bounds {
  switch (qualifier) {
    case 'exactly':
      return { min: min ?? value, max: max ?? value };
    case 'nearly':
    case 'up to':
    case 'less than':
      return { min, max: max ?? value };
    case 'at least':
    case 'more than':
      return { min: min ?? value, max };
    default:
      return { min, max };
  }
}

/** Every number a figure names. */
export function numbersOf({ value, min, max }: Said): number[] {
  return [value, min, max].filter((n) => n !== null);
}
