import { isMutual, passageRelations, type LinkedPassage, type PassageRelation } from '#shared/model/passage-links.ts';
import { t } from '../../messages/index.ts';
import type { Option } from '../../ui/select.tsx';

/** A relation from the end one looks from: "repeats", "is repeated by". */
export function relationWords({ relation, direction }: Pick<LinkedPassage, 'relation' | 'direction'>): string {
  return t(`link.${direction === 'in' ? 'in' : 'out'}.${relation}`);
}

/** Every relation from both ends, those that hold both ways once. */
export const relationOptions: readonly Option[] = passageRelations.flatMap((relation) => [
  { id: relationId(relation, false), label: t(`link.out.${relation}`) },
  ...(isMutual(relation) ? [] : [{ id: relationId(relation, true), label: t(`link.in.${relation}`) }]),
]);

export function relationId(relation: PassageRelation, isReversed: boolean): string {
  return isReversed ? `in ${relation}` : `out ${relation}`;
}

export function relationOf(id: string): { relation: PassageRelation; isReversed: boolean } {
  const relation = passageRelations.find((one) => id.endsWith(` ${one}`)) ?? 'repeats';
  return { relation, isReversed: id.startsWith('in ') };
}
