import './transcripts.css';
import { useState } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import type { Player } from '../media/use-player.ts';
import { useReadingNow } from '../marks/reading-context.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import { DraftEditor } from './draft-editor.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { TrackBar } from './track-bar.tsx';
import { TrackLines } from './track-lines.tsx';

import { useTrackActs, type TrackActs } from './use-track-acts.tsx';
import { useTracks } from './use-tracks.ts';

type TranscriptPaneProps = {
  item: Item;
  /** The text the reader has open: the one that find, passages and selection are about. */
  text: CanonicalText | null;
  player: Pick<Player, 'element' | 'time' | 'seek' | 'toggle' | 'nudge'>;
  words: WordsProps;
};

const noDrafts: readonly TranscriptDraft[] = [];

/** What was said in a recording, beside the player: its texts, a translation next to one, or one being typed. */
export function TranscriptPane({ item, text, player, words }: TranscriptPaneProps) {
  const reading = useReadingNow();
  const canWrite = useCanWrite();
  const { tracks, shown } = useTracks(item.id);
  const drafts = useCall('transcripts.drafts', { itemId: item.id }).data ?? noDrafts;
  const [editing, setEditing] = useState<TranscriptDraft | null>(null);
  const beside = useBeside(item.id, shown.beside, text);
  const acts = useTrackActs({ item, tracks, text, beside, canWrite, onEdit: setEditing });
  if (editing !== null)
    return (
      <aside className="transcript-pane" data-wide="true" aria-label={t('transcripts.title')}>
        <DraftEditor key={editing.id} item={item} draft={editing} player={player} onClose={() => setEditing(null)} />
      </aside>
    );
  const cues = text?.map.kind === 'cues' ? text.map.cues : [];
  return (
    <aside className="transcript-pane" data-wide={beside !== null} aria-label={t('transcripts.title')}>
      {tracks.length === 0 ? null : <TrackBar item={item} tracks={tracks} shown={shown} acts={acts} />}
      {canWrite ? drafts.map((draft) => <DraftNotice key={draft.id} draft={draft} onOpen={() => setEditing(draft)} />) : null}
      {text !== null && cues.length > 0 ? (
        <TrackLines
          key={text.fileId}
          text={text}
          cues={cues}
          beside={beside}
          time={player.time}
          onSeek={player.seek}
          words={words}
          reading={reading}
        />
      ) : (
        <NoTranscript acts={acts} />
      )}
      {acts.dialog}
    </aside>
  );
}

/** The translation beside, unless it is the text itself. */
function useBeside(itemId: string, fileId: string | null, text: CanonicalText | null): CanonicalText | null {
  const isAsked = fileId !== null && text !== null && fileId !== text.fileId;
  const { data } = useCall('items.text', isAsked ? { id: itemId, fileId } : { id: itemId }, { enabled: isAsked });
  return isAsked ? (data ?? null) : null;
}

function NoTranscript({ acts }: { acts: TrackActs }) {
  return (
    <div className="transcript-none">
      <p className="muted">{t('reader.media.no-transcript')}</p>
      {acts.write === null ? null : (
        <>
          <Button onPress={acts.write.importFile}>{t('transcripts.import')}</Button>
          <Button onPress={acts.write.type}>{t('transcripts.type')}</Button>
        </>
      )}
    </div>
  );
}
