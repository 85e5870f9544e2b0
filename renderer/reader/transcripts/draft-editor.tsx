import type { Item } from '#shared/model/items.ts';
import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { Player } from '../media/use-player.ts';
import { DraftEnd } from './draft-end.tsx';
import { DraftFields } from './draft-fields.tsx';
import { DraftRows } from './draft-rows.tsx';
import { missing, withLine, type Lines } from './draft-lines.ts';
import { lacking } from './lacking.ts';
import { useDraft } from './use-draft.ts';

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
          {t(words[state.state])}
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

const words = { new: 'transcripts.draft.none', writing: 'transcripts.draft.writing', safe: 'transcripts.draft.safe' } as const;

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
