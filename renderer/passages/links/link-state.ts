/** A link being made. It outlives the places a person goes through to find the other passage. */
import { create } from 'zustand';
import type { PassageRelation } from '#shared/model/passage-links.ts';

/** `isReversed`: worded from the other end, "is repeated by". */
export type LinkDraft = { fromId: string; toId: string | null; relation: PassageRelation; isReversed: boolean; note: string };
/** `asking`: the dialog is open. `picking`: the next passage pressed in any source is the other one. */
export type LinkWork = { mode: 'none' } | { mode: 'asking' | 'picking'; draft: LinkDraft };

export const useLinkWork = create<LinkWork>(() => ({ mode: 'none' }));
const set = (work: LinkWork) => useLinkWork.setState(work, true);

export function beginLink(fromId: string): void {
  set({ mode: 'asking', draft: { fromId, toId: null, relation: 'repeats', isReversed: false, note: '' } });
}

export function changeLink(change: Partial<LinkDraft>): void {
  const work = useLinkWork.getState();
  if (work.mode !== 'none') set({ ...work, draft: { ...work.draft, ...change } });
}

export function pickInSource(): void {
  const work = useLinkWork.getState();
  if (work.mode !== 'none') set({ ...work, mode: 'picking' });
}

/** The passage pressed; the dialog comes back with it. */
export function picked(passageId: string): void {
  const work = useLinkWork.getState();
  if (work.mode === 'picking' && passageId !== work.draft.fromId) set({ mode: 'asking', draft: { ...work.draft, toId: passageId } });
}

export function endLink(): void {
  set({ mode: 'none' });
}
