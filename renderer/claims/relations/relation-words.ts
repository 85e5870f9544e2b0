import type { ClaimRelation } from '#shared/model/claim-relations.ts';
import { isMutualRelation, linkRelations, type Relation } from '#shared/model/record-links.ts';
import { isMessage, t } from '../../messages/index.ts';
import type { Option } from '../../ui/select.tsx';

/** A relation from the end one looks from: "repeats", "is repeated by". */
export function relationWords({ relation, direction }: Pick<ClaimRelation, 'relation' | 'direction'>): string {
  const key = `relations.${direction === 'in' ? 'in' : 'out'}.${relation}`;
  return isMessage(key) ? t(key) : relation;
}

/** Repeats last, because the tree draws them already; else in the order they were made. Pure. */
export function relationsInOrder(links: readonly ClaimRelation[]): ClaimRelation[] {
  const isRepeat = ({ relation }: ClaimRelation) => Number(relation === 'repeats');
  return links.toSorted((a, b) => isRepeat(a) - isRepeat(b));
}

type ClaimLinkRelation = Relation<'claim'>;
const relations = linkRelations.claim;

/** Every relation from both ends, those that hold both ways once. */
export const relationOptions: readonly Option[] = relations.flatMap((relation) => [
  { id: `out ${relation}`, label: relationWords({ relation, direction: 'out' }) },
  ...(isMutualRelation(relation) ? [] : [{ id: `in ${relation}`, label: relationWords({ relation, direction: 'in' }) }]),
]);

export function relationOf(id: string): { relation: ClaimLinkRelation; isReversed: boolean } {
  const relation = relations.find((one) => id.endsWith(` ${one}`)) ?? 'repeats';
  return { relation, isReversed: id.startsWith('in ') };
}
