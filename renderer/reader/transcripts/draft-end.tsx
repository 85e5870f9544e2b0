import { useState } from 'react';
import type { Item } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { call } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify, notifyError } from '../../ui/toast.tsx';
import { missing } from './draft-lines.ts';
import { keepDraft } from './keep-draft.ts';
import { lacking } from './lacking.ts';
import type { DraftState } from './use-draft.ts';
import { chooseTracks } from './use-tracks.ts';

type DraftEndProps = { item: Item; state: DraftState; onClose: () => void };

/** The ways out of a draft: kept, left for later, thrown away. */
export function DraftEnd({ item, state, onClose }: DraftEndProps) {
  const [isAsking, setAsking] = useState(false);
  const { keep, isKeeping } = useKeep(item, state, onClose);
  return (
    <div className="draft-end">
      <Button variant="quiet" size="s" onPress={() => setAsking(true)}>
        {t('transcripts.draft.drop')}
      </Button>
      <Button size="s" onPress={onClose}>
        {t('transcripts.draft.later')}
      </Button>
      <Button variant="go" size="s" isDisabled={lacking(state.draft) !== null || isKeeping} onPress={() => void keep()}>
        {t('transcripts.keep')}
      </Button>
      {isAsking ? <DropDialog state={state} onStay={() => setAsking(false)} onDropped={onClose} /> : null}
    </div>
  );
}

/** Keeps the draft and shows what became of it. */
function useKeep(item: Item, { draft, end }: DraftState, onKept: () => void) {
  const [isKeeping, setKeeping] = useState(false);
  const keep = async () => {
    setKeeping(true);
    try {
      const fileId = await keepDraft(item.id, draft);
      end();
      chooseTracks(
        item.id,
        draft.kind === 'translation' ? { main: draft.sourceFileId, beside: fileId } : { main: fileId, beside: undefined },
      );
      notify({
        tone: 'good',
        title: t('transcripts.kept'),
        text: t(draft.corrects === null ? 'transcripts.kept.text' : 'transcripts.kept.corrected'),
      });
      onKept();
    } catch (error) {
      setKeeping(false);
      notifyError(error);
    }
  };
  return { keep, isKeeping };
}

function DropDialog({ state, onStay, onDropped }: { state: DraftState; onStay: () => void; onDropped: () => void }) {
  const { draft, end } = state;
  const drop = () => {
    end();
    void call('transcripts.dropDraft', { id: draft.id }).catch(notifyError);
    onDropped();
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('transcripts.draft.drop.title')}
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button onPress={onStay}>{t('transcripts.draft.drop.stay')}</Button>
          <Button variant="danger" onPress={drop}>
            {t('transcripts.draft.drop')}
          </Button>
        </>
      }
    >
      <p>{t('transcripts.draft.drop.text', { count: missing(draft.lines).spoken })}</p>
    </Dialog>
  );
}
