import { z } from 'zod';
import { passage } from './passages.ts';
import { id, timestamp } from './primitives.ts';

/** What one passage is to another. `contradicts` and `same scene` hold both ways; the others go from the one to the other. */
export const passageRelations = ['repeats', 'translates', 'contradicts', 'supports', 'same scene'] as const;
export const passageRelation = z.enum(passageRelations);
export type PassageRelation = z.infer<typeof passageRelation>;

export function isMutual(relation: PassageRelation): boolean {
  return relation === 'contradicts' || relation === 'same scene';
}

/** A link as it is kept, write-once. */
export const passageLink = z.object({
  id,
  fromId: id,
  toId: id,
  relation: passageRelation,
  note: z.string(),
  createdAt: timestamp,
  createdBy: z.string(),
});
export type PassageLink = z.infer<typeof passageLink>;

/** The same seen from one of its ends. `direction`: `out` where that end is `fromId`, `both` for relations that hold both ways. */
export const linkedPassage = passageLink.extend({ direction: z.enum(['out', 'in', 'both']), other: passage });
export type LinkedPassage = z.infer<typeof linkedPassage>;
