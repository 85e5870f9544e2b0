import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { dropDraft, rebaseDraft, type PassageDraft } from './draft-state.ts';
import { RemovePassage } from './remove-passage.tsx';
import type { Saving } from './use-save-notes.ts';

type SaveNotesProps = { passage: Passage; draft: PassageDraft | null; saving: Saving };

export function SaveNotes({ passage, draft, saving }: SaveNotesProps) {
  const isChanged = draft !== null;
  return (
    <>
      {saving.isOvertaken ? (
        <div className="passage-overtaken" role="alert">
          <p>{t('detail.overtaken')}</p>
          <div className="passage-actions">
            <Button size="s" onPress={() => rebaseDraft(passage)}>
              {t('detail.overtaken.mine')}
            </Button>
            <Button size="s" variant="quiet" onPress={() => dropDraft(passage.id)}>
              {t('detail.overtaken.theirs')}
            </Button>
          </div>
        </div>
      ) : null}
      <div className="passage-actions">
        <Button
          variant={isChanged ? 'go' : 'plain'}
          size="s"
          keys="$mod+Enter"
          isDisabled={!isChanged || saving.isPending || saving.isOvertaken}
          onPress={saving.save}
        >
          {t('passage.save-changes')}
        </Button>
        {isChanged ? (
          <Button variant="quiet" size="s" onPress={() => dropDraft(passage.id)}>
            {t('detail.undo-draft')}
          </Button>
        ) : null}
        <span className="gap" />
        <RemovePassage passage={passage} />
      </div>
      {isChanged ? (
        <p className="faint" role="status">
          {t('detail.unsaved')}
        </p>
      ) : null}
    </>
  );
}
