import { Ellipsis } from 'lucide-react';
import type { Item } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { trackWords } from './track-words.ts';
import { besides, type Shown, type Track } from './tracks.ts';
import type { TrackActs } from './use-track-acts.tsx';
import { chooseTracks } from './use-tracks.ts';

type TrackBarProps = { item: Item; tracks: readonly Track[]; shown: Shown; acts: TrackActs };

/** Which text is shown, what stands beside it, and what can be done with them. */
export function TrackBar({ item, tracks, shown, acts }: TrackBarProps) {
  const option = (track: Track) => ({ id: track.fileId, label: trackWords(track, tracks, item.language) });
  const others = besides(tracks, shown.main);
  return (
    <div className="track-bar">
      <div className="track-choices">
        <Select
          aria-label={t('transcripts.shown')}
          options={tracks.map(option)}
          value={shown.main}
          onChange={(main) => chooseTracks(item.id, { main, beside: undefined })}
        />
        {others.length === 0 ? null : (
          <Select
            aria-label={t('transcripts.beside')}
            options={[{ id: 'none', label: t('transcripts.beside.none') }, ...others.map(option)]}
            value={shown.beside ?? 'none'}
            onChange={(beside) => chooseTracks(item.id, { beside: beside === 'none' ? null : beside })}
          />
        )}
      </div>
      <Menu label={t('transcripts.acts')} actions={acts.menu}>
        <IconButton label={t('transcripts.acts')} icon={Ellipsis} />
      </Menu>
    </div>
  );
}
