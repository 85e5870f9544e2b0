import type { ExportSelection } from '#shared/model/selection.ts';

export type ChosenKind = 'incident' | 'claim' | 'item';
export type Chosen = { kind: ChosenKind; id: string; words: string };

/** What a person chose so far. `fates` holds what becomes of a source, by item: held back, or the redacted copy `fileId`. */
export type SelectionState = {
  chosen: readonly Chosen[];
  fates: Readonly<Record<string, 'withheld' | { fileId: string }>>;
  reason: string;
  singleWords: boolean;
};

export const nothingChosen: SelectionState = { chosen: [], fates: {}, reason: '', singleWords: false };

export function toSelection({ chosen, fates, reason, singleWords }: SelectionState): ExportSelection {
  const of = (kind: ChosenKind) => chosen.filter((one) => one.kind === kind).map(({ id }) => id);
  const entries = Object.entries(fates);
  return {
    incidentIds: of('incident'),
    claimIds: of('claim'),
    itemIds: of('item'),
    withheld: entries.flatMap(([itemId, fate]) => (fate === 'withheld' ? [{ itemId, reason: reason.trim() || '-' }] : [])),
    redacted: entries.flatMap(([itemId, fate]) => (fate === 'withheld' ? [] : [{ itemId, fileId: fate.fileId }])),
    singleWords: singleWords ? 'allowed' : 'refused',
  };
}

export function isReady(state: SelectionState): boolean {
  return state.chosen.length > 0 && (!hasWithheld(state) || state.reason.trim() !== '');
}

export function hasWithheld({ fates }: SelectionState): boolean {
  return Object.values(fates).includes('withheld');
}
