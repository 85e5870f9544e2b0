import { useState } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { call, useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { notify, notifyError } from '../../ui/toast.tsx';
import type { Player } from '../media/use-player.ts';
import { DraftFields } from './draft-fields.tsx';
import { DraftRows } from './draft-rows.tsx';
import { missing, withLine, type Lines } from './draft-lines.ts';
import { keepDraft } from './keep-draft.ts';
import { useDraft, type DraftState } from './use-draft.ts';
import { chooseTracks } from './use-tracks.ts';

type DraftEditorProps = {
  item: Item;
  draft: TranscriptDraft;
  player: Pick<Player, 'element' | 'time' | 'seek' | 'toggle' | 'nudge'>;
  onClose: () => void;
};

/** Words being typed beside the player. Nothing is evidence until it is kept. */
export function DraftEditor({ item, draft: first, player, onClose }: DraftEditorProps) {
  const state = useDraft(first);
  const { draft, change } = state;
  const source = useSource(draft);
  return (
    <div className="draft">
      <header className="draft-head">
        <h2>{t(titleOf(draft))}</h2>
        <span className="faint draft-safety" role="status">
          {t(state.isSafe ? 'transcripts.draft.safe' : 'transcripts.draft.writing')}
        </span>
        <DraftEnd item={item} state={state} onClose={onClose} />
      </header>
      <DraftFields draft={draft} onChange={change} />
      <DraftRows
        lines={withLine(draft.lines)}
        source={source}
        language={draft.language}
        player={player}
        onLines={(lines: Lines) => change({ lines: [...lines] })}
      />
      <DraftFoot draft={draft} />
    </div>
  );
}

function titleOf({ kind, corrects }: TranscriptDraft) {
  if (kind === 'translation') return corrects === null ? 'transcripts.translate' : 'transcripts.correct-translation';
  return corrects === null ? 'transcripts.type' : 'transcripts.correct';
}

/** The words a translation is of, line by line; null for a transcript, whose lines are its own. */
function useSource({ kind, itemId, sourceFileId }: TranscriptDraft): readonly string[] | null {
  const isAsked = kind === 'translation' && sourceFileId !== null;
  const asked = sourceFileId === null ? { id: itemId } : { id: itemId, fileId: sourceFileId };
  const { data } = useCall('items.text', asked, { enabled: isAsked });
  if (!isAsked) return null;
  if (data == null || data.map.kind !== 'cues') return [];
  return data.map.cues.map(({ start, end }) => data.text.slice(start, end));
}

/** Why it cannot be kept yet, and the ways out. */
function DraftEnd({ item, state, onClose }: { item: Item; state: DraftState; onClose: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const { draft } = state;
  const { spoken } = missing(draft.lines);
  const keep = async () => {
    setKeeping(true);
    try {
      const fileId = await keepDraft(item.id, draft);
      state.end();
      chooseTracks(
        item.id,
        draft.kind === 'translation' ? { main: draft.sourceFileId, beside: fileId } : { main: fileId, beside: undefined },
      );
      notify({
        tone: 'good',
        title: t('transcripts.kept'),
        text: draft.corrects === null ? t('transcripts.kept.text') : t('transcripts.kept.corrected'),
      });
      onClose();
    } catch (error) {
      setKeeping(false);
      notifyError(error);
    }
  };
  const drop = () => {
    state.end();
    void call('transcripts.dropDraft', { id: draft.id }).catch(notifyError);
    onClose();
  };
  const lacks = lacking(draft);
  return (
    <div className="draft-end">
      <Button variant="quiet" size="s" onPress={() => setAsking(true)}>
        {t('transcripts.draft.drop')}
      </Button>
      <Button size="s" onPress={onClose}>
        {t('transcripts.draft.later')}
      </Button>
      <Button variant="go" size="s" isDisabled={lacks !== null || isKeeping} onPress={() => void keep()}>
        {t('transcripts.keep')}
      </Button>
      <Dialog
        role="alertdialog"
        title={t('transcripts.draft.drop.title')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{t('transcripts.draft.drop.stay')}</Button>
            <Button variant="danger" onPress={drop}>
              {t('transcripts.draft.drop')}
            </Button>
          </>
        }
      >
        <p>{t('transcripts.draft.drop.text', { count: spoken })}</p>
      </Dialog>
    </div>
  );
}

const keys = [
  ['Alt+k', 'transcripts.key.play'],
  ['Alt+j', 'transcripts.key.back'],
  ['Alt+t', 'transcripts.key.time'],
  ['Enter', 'transcripts.key.end'],
] as const;

/** What is still to be said before it can be kept, and the keys for hands that stay on the words. */
function DraftFoot({ draft }: { draft: TranscriptDraft }) {
  const lacks = lacking(draft);
  const offered = draft.kind === 'translation' ? keys.filter(([key]) => key !== 'Alt+t' && key !== 'Enter') : keys;
  return (
    <footer className="draft-foot">
      <span className={lacks === null ? 'faint' : 'draft-lacks'} role="status">
        {lacks ?? t('transcripts.lines', { count: missing(draft.lines).spoken })}
      </span>
      <span className="draft-keys faint">
        {offered.map(([key, title]) => (
          <span key={key}>
            <Kbd keys={key} /> {t(title)}
          </span>
        ))}
      </span>
    </footer>
  );
}

function lacking({ language, translator, lines }: TranscriptDraft): string | null {
  const { untimed, spoken } = missing(lines);
  if (spoken === 0) return t('transcripts.lacks.words');
  if (untimed > 0) return t('transcripts.lacks.times', { count: untimed });
  if (language.trim() === '') return t('transcripts.lacks.language');
  if (translator !== null && translator.name.trim() === '') return t('transcripts.lacks.translator');
  return null;
}
