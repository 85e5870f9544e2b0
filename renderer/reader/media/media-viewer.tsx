import './media-viewer.css';
import { useEffect, useRef, useState } from 'react';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { blobUrl } from '../blob-url.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import { MediaControls } from './media-controls.tsx';
import { TranscriptPane } from '../transcripts/transcript-pane.tsx';
import { seekTo, usePlayer } from './use-player.ts';
import { useRangeMarks, type TimeMarks } from './use-range-marks.ts';

export type MediaViewerProps = WordsProps & {
  item: Item;
  file: ItemFile;
  text: CanonicalText | null;
  passages: readonly Passage[];
  /** Seconds to go to; `nonce` makes asking twice two askings. */
  seek: { time: number; nonce: number } | null;
  isMuted: boolean;
  onTimeRange: (range: { from: number; to: number } | null, rect: DOMRect | null) => void;
  onOpenPassage: (passageId: string) => void;
};

export function MediaViewer({ item, file, text, passages, seek, isMuted, onTimeRange, onOpenPassage, ...words }: MediaViewerProps) {
  const [element, setElement] = useState<HTMLMediaElement | null>(null);
  const player = usePlayer(element);
  const controls = useRef<HTMLDivElement>(null);
  const marks = useRangeMarks(player, (range) => onTimeRange(range, controls.current?.getBoundingClientRect() ?? null));
  useEffect(() => {
    if (seek !== null && element !== null) seekTo(element, seek.time);
  }, [seek, element]);
  const openPassage = (passage: Passage) => {
    if (passage.from !== null) player.seek(passage.from);
    onOpenPassage(passage.id);
  };
  const poster = item.files.find(({ role }) => role === 'poster' || role === 'cover');
  return (
    <div className="media">
      <div className="media-stage">
        <Screen
          item={item}
          file={file}
          poster={poster}
          isMuted={isMuted}
          onElement={setElement}
          failed={player.failed}
          onPress={player.toggle}
        />
        <div ref={controls}>
          <MediaControls player={player} marks={marks} passages={passages} onOpenPassage={openPassage} />
        </div>
      </div>
      <TranscriptPane item={item} text={text} player={player} words={words} />
    </div>
  );
}

export type { TimeMarks };

type ScreenProps = {
  item: Item;
  file: ItemFile;
  poster: ItemFile | undefined;
  isMuted: boolean;
  failed: boolean;
  onElement: (element: HTMLMediaElement | null) => void;
  onPress: () => void;
};

function Screen({ item, file, poster, isMuted, failed, onElement, onPress }: ScreenProps) {
  const shared = {
    ref: onElement,
    src: blobUrl(file),
    preload: 'metadata',
    muted: isMuted,
    'aria-label': item.title,
  } as const;
  return (
    <div className="media-screen">
      {item.type === 'video' ? (
        <video {...shared} playsInline onClick={onPress} {...(poster === undefined ? {} : { poster: blobUrl(poster) })} />
      ) : (
        <audio {...shared} />
      )}
      {item.type === 'audio' ? <p className="media-sound">{item.title}</p> : null}
      {failed ? (
        <p className="media-failed" role="alert">
          {t('reader.media.failed')}
        </p>
      ) : null}
    </div>
  );
}
