import { useEffect, useRef, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '../../messages/index.ts';
import { timeCode } from './time-code.ts';

type CueListProps = {
  className: string;
  label: string;
  /** When each line begins, in seconds. */
  cues: readonly { from: number }[];
  /** The line spoken now, kept in view; -1 between lines. */
  current: number;
  /** A line to bring to the middle, whenever it changes; -1 for none. */
  sought?: { index: number } | null;
  words: (index: number) => ReactNode;
  onSeek: (seconds: number) => void;
};

/** Lines of speech, each beside its time; only those in view exist. */
export function CueList({ className, label, cues, current, sought = null, words, onSeek }: CueListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: cues.length, getScrollElement: () => scroller.current, estimateSize: () => 44, overscan: 10 });
  useEffect(() => {
    if (sought !== null && sought.index >= 0) virtual.scrollToIndex(sought.index, { align: 'center' });
  }, [virtual, sought]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);
  return (
    <div className={className} ref={scroller} tabIndex={0} role="document" aria-label={label}>
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
              aria-label={t('reader.media.play-from', { time: timeCode(cues[index]!.from) })}
              onClick={() => onSeek(cues[index]!.from)}
            >
              {timeCode(cues[index]!.from)}
            </button>
            {words(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
