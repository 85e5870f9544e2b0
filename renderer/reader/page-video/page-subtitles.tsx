import { useEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '../../messages/index.ts';
import { timeCode } from '../media/time-code.ts';

type Line = { from: number; to: number; words: string };
type PageSubtitlesProps = { element: HTMLTrackElement; time: number; onSeek: (seconds: number) => void };

/** The lines of the subtitles beside the picture, each with its time. */
export function PageSubtitles({ element, time, onSeek }: PageSubtitlesProps) {
  const lines = useLines(element);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => 44, overscan: 10 });
  const current = lines.findLastIndex(({ from, to }) => from <= time && time < to);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);
  return (
    <div className="page-subtitles" ref={scroller} tabIndex={0} role="document" aria-label={t('reader.video.subtitles')}>
      <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            data-index={index}
            ref={virtual.measureElement}
            className="cue"
            data-current={index === current}
            style={{ transform: `translateY(${start}px)` }}
          >
            <button
              type="button"
              className="cue-time mono"
              aria-label={t('reader.media.play-from', { time: timeCode(lines[index]!.from) })}
              onClick={() => onSeek(lines[index]!.from)}
            >
              {timeCode(lines[index]!.from)}
            </button>
            <p className="cue-words selectable" dir="auto">
              {lines[index]!.words}
            </p>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Chromium reads the file only once the track is shown, and says on its element when it has. */
function useLines(element: HTMLTrackElement): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const { track } = element;
    track.mode = 'showing';
    const read = () => setLines([...(track.cues ?? [])].map(lineOf));
    element.addEventListener('load', read);
    read();
    return () => element.removeEventListener('load', read);
  }, [element]);
  return lines;
}

function lineOf(cue: TextTrackCue): Line {
  const words = cue instanceof VTTCue ? cue.getCueAsHTML().textContent : '';
  return { from: cue.startTime, to: cue.endTime, words };
}
