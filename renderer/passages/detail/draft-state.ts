/** Changes to passages that are not saved yet. A person who looks something up elsewhere finds them again. */
import { create } from 'zustand';
import type { Passage } from '#shared/model/passages.ts';

export type PassageFields = Pick<Passage, 'comment' | 'tags' | 'language' | 'translation' | 'translator'>;
/** What was changed, and the passage as it was when the change began (`since`: its `updatedAt`). */
export type PassageDraft = { since: string; fields: Partial<PassageFields> };

const useDrafts = create<{ drafts: ReadonlyMap<string, PassageDraft> }>(() => ({ drafts: new Map() }));

export function useDraft(passageId: string): PassageDraft | null {
  return useDrafts((state) => state.drafts.get(passageId) ?? null);
}

export function draftOf(passageId: string): PassageDraft | null {
  return useDrafts.getState().drafts.get(passageId) ?? null;
}

/** Keeps a change; fields that came back to what they were leave the draft, and an empty draft goes. */
export function draftChange(passage: Passage, change: Partial<PassageFields>): void {
  useDrafts.setState(({ drafts }) => {
    const before = drafts.get(passage.id) ?? { since: passage.updatedAt, fields: {} };
    const fields = changedFrom(passage, { ...before.fields, ...change });
    const next = new Map(drafts);
    if (Object.keys(fields).length === 0) next.delete(passage.id);
    else next.set(passage.id, { since: before.since, fields });
    return { drafts: next };
  });
}

/** Takes the passage as it is now for the ground of the draft: its changes are meant to stand over it. */
export function rebaseDraft(passage: Passage): void {
  useDrafts.setState(({ drafts }) => {
    const draft = drafts.get(passage.id);
    if (draft === undefined) return { drafts };
    return { drafts: new Map(drafts).set(passage.id, { ...draft, since: passage.updatedAt }) };
  });
}

export function dropDraft(passageId: string): void {
  useDrafts.setState(({ drafts }) => {
    const next = new Map(drafts);
    next.delete(passageId);
    return { drafts: next };
  });
}

/** Of a case that was closed. */
export function forgetDrafts(): void {
  useDrafts.setState({ drafts: new Map() });
}

/** The fields that differ from the passage; pure. */
export function changedFrom(passage: PassageFields, fields: Partial<PassageFields>): Partial<PassageFields> {
  const differs = ([name, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(passage[name as keyof PassageFields]);
  return Object.fromEntries(Object.entries(fields).filter(differs));
}
