import type { Claim } from '#shared/model/claims.ts';

/** Modalities that put a figure forward; others are listed and bound nothing. */
const forward: ReadonlySet<string> = new Set(['asserts', 'admits', 'predicts']);
export const isPutForward = (modality: string): boolean => forward.has(modality);

/** States that something happened. A forecast does not. */
export const isStatedAsFact = ({ modality }: Pick<Claim, 'modality'>): boolean => modality === 'asserts' || modality === 'admits';

/** Where a speaker stands on an act by one claim: an assertion and an admission hold it alike; a forecast takes no stand. */
export function positionOf({ modality }: Pick<Claim, 'modality'>): 'holds' | 'denies' | 'retracts' | 'questions' | null {
  if (modality === 'predicts') return null;
  return modality === 'asserts' || modality === 'admits' ? 'holds' : modality;
}
