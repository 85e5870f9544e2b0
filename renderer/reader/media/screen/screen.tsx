import { useState, type ReactNode } from 'react';
import type { PassageTarget } from '#shared/model/passages.ts';
import { t } from '../../../messages/index.ts';
import { blobUrl } from '../../blob-url.ts';
import type { AreaBox } from '../../areas/area-box.ts';
import type { AreaTool } from '../../areas/use-area-tool.ts';
import type { Bench } from '../use-bench.ts';
import { FrameAreas } from './frame-areas.tsx';
import { PlayedNotice } from './played-notice.tsx';
import { usePictureBox } from './use-picture-box.ts';

type ScreenProps = {
  bench: Bench;
  /** Null where areas cannot be marked. */
  areaTool: AreaTool | null;
  selected: PassageTarget | null;
  onArea: (area: AreaBox, rect: DOMRect) => void;
  onOpenPassage: (passageId: string) => void;
  /** What the picture is read out as. */
  label: string;
  /** Tracks of subtitles. */
  children?: ReactNode;
};

/** The picture, or a name where there is only sound, with the areas marked at this moment over it. */
export function Screen({ bench, areaTool, selected, onArea, onOpenPassage, label, children }: ScreenProps) {
  const { item, played, player, facts, frames } = bench;
  const [screen, setScreen] = useState<HTMLDivElement | null>(null);
  const box = usePictureBox(screen, player.picture);
  // A poster is another moment than the one the clock shows; it stands in only where nothing can be shown.
  const poster = player.failed ? item.files.find(({ role }) => role === 'poster' || role === 'cover') : undefined;
  const shared = {
    ref: bench.setElement,
    src: blobUrl(played.file),
    preload: 'auto',
    muted: bench.isSilent,
    'aria-label': label,
    // Subtitles of another origin are read only so.
    ...(children === undefined ? {} : { crossOrigin: 'anonymous' as const }),
  } as const;
  return (
    <div className="media-screen" ref={setScreen}>
      {facts.hasPicture ? (
        <video
          key={played.file.id}
          {...shared}
          playsInline
          onClick={player.toggle}
          {...(poster === undefined ? {} : { poster: blobUrl(poster) })}
        >
          {children}
        </video>
      ) : (
        <>
          <audio key={played.file.id} {...shared} />
          <p className="media-sound" dir="auto">
            {item.title}
          </p>
        </>
      )}
      {box === null || areaTool === null ? null : (
        <FrameAreas
          itemId={item.id}
          passages={bench.passages}
          selected={selected}
          time={frames.shown?.time ?? player.time}
          box={box}
          isDrawing={areaTool.isDrawing && !player.isPlaying}
          onArea={onArea}
          onCancel={areaTool.stop}
          onOpen={onOpenPassage}
        />
      )}
      {areaTool?.isDrawing === true && !player.isPlaying ? <p className="media-hint">{t('reader.media.area.hint')}</p> : null}
      {bench.isDoubtful ? (
        <p className="media-hint" role="status">
          {t('reader.media.doubtful')}
        </p>
      ) : null}
      <PlayedNotice bench={bench} />
    </div>
  );
}
