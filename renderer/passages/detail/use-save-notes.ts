import { useState } from 'react';
import type { HoldfastError } from '#shared/errors.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { notify, notifyError } from '../../ui/toast.tsx';
import { draftOf, dropDraft, type PassageDraft } from './draft-state.ts';

export type Saving = {
  save: () => void;
  isPending: boolean;
  /** The passage was changed by somebody else since this draft began; nothing was saved. */
  isOvertaken: boolean;
  translationError: string | undefined;
};

/** Sends only what was changed, and only over the passage it was changed from. */
export function useSaveNotes(passage: Passage, draft: PassageDraft | null): Saving {
  const update = useAct('passages.update', { quiet: true });
  const [refusedFor, setRefusedFor] = useState<string | null>(null);
  const [wasAsked, setWasAsked] = useState(false);
  // What was typed last may not have been drawn yet, so it is read where it is kept.
  const save = () => {
    const now = draftOf(passage.id);
    if (now === null || update.isPending) return;
    setWasAsked(true);
    if (isHalf(passage, now)) return;
    update.mutate(
      { id: passage.id, ...now.fields, ifUpdatedAt: now.since },
      {
        onSuccess: () => {
          dropDraft(passage.id);
          setWasAsked(false);
          notify({ tone: 'good', title: t('passage.saved') });
        },
        onError: (error: HoldfastError) => (error.code === 'changed-since' ? setRefusedFor(now.since) : notifyError(error)),
      },
    );
  };
  return {
    save,
    isPending: update.isPending,
    isOvertaken: draft !== null && (draft.since === refusedFor || draft.since !== passage.updatedAt),
    translationError: wasAsked && draft !== null && isHalf(passage, draft) ? t('detail.translation.both') : undefined,
  };
}

/** A translation without its translator, or the other way round. */
function isHalf(passage: Passage, draft: PassageDraft): boolean {
  const { translation, translator } = { ...passage, ...draft.fields };
  return ((translation ?? '').trim() === '') !== ((translator ?? '').trim() === '');
}
