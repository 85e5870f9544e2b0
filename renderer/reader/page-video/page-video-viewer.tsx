import '../media/media-viewer.css';
import './page-video.css';
import { useState } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { Select } from '../../ui/select.tsx';
import { blobUrl } from '../blob-url.ts';
import { MediaBench } from '../media/media-bench.tsx';
import { useBench } from '../media/use-bench.ts';
import { PageSubtitles } from './page-subtitles.tsx';
import { languageName, subtitlesOf } from './subtitle-files.ts';

type PageVideoViewerProps = { item: Item; file: ItemFile; isMuted: boolean };

const off = 'off';
const none: readonly [] = [];
const ignore = () => undefined;

/**
 * The video that was fetched with a page, with its subtitles. Only to be watched: passages of a page refer to the
 * page's own text, so nothing is marked here.
 */
export function PageVideoViewer({ item, file, isMuted }: PageVideoViewerProps) {
  const [track, setTrack] = useState<HTMLTrackElement | null>(null);
  const bench = useBench({ item, file, passages: none, isMuted, onRange: null });
  const subtitles = subtitlesOf(item);
  const [chosen, setChosen] = useState<string>(subtitles[0]?.id ?? off);
  const shown = subtitles.find(({ id }) => id === chosen) ?? null;
  const options = [
    ...subtitles.map((one) => ({ id: one.id, label: languageName(one) })),
    { id: off, label: t('reader.video.subtitles.off') },
  ];
  return (
    <div className="media">
      <MediaBench
        bench={bench}
        areaTool={null}
        selected={null}
        cues={none}
        text=""
        onArea={ignore}
        onOpenPassage={ignore}
        label={t('reader.video.label', { title: item.title })}
      >
        {shown === null ? null : <track key={shown.id} kind="subtitles" default src={blobUrl(shown)} ref={setTrack} />}
      </MediaBench>
      <aside className="page-video-side">
        {subtitles.length === 0 ? (
          <p className="muted">{t('reader.video.subtitles.none')}</p>
        ) : (
          <Select label={t('reader.video.subtitles')} options={options} value={chosen} onChange={setChosen} />
        )}
        {shown === null || track === null ? null : (
          <PageSubtitles key={shown.id} element={track} time={bench.player.time} onSeek={bench.player.seek} />
        )}
        <p className="faint">{t('reader.video.watch-only')}</p>
      </aside>
    </div>
  );
}
