import { useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { CanonicalText } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { useSurface, useSurfaces, type WordsProps } from '../surface/use-surfaces.ts';
import { cueAt, type Cue } from './cue-at.ts';
import { timeCode } from './time-code.ts';

type TranscriptProps = WordsProps & {
  text: CanonicalText;
  cues: readonly Cue[];
  time: number;
  onSeek: (seconds: number) => void;
};

/** The words spoken, each line beside its time; words can be marked as in any text. */
export function Transcript({ text, cues, time, onSeek, ...words }: TranscriptProps) {
  const surfaces = useSurfaces(text.text, words);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: cues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 10,
  });
  const current = useMemo(() => cueAt(cues, time), [cues, time]);
  const { reveal } = words;
  useEffect(() => {
    const index = reveal === null ? -1 : cues.findIndex((cue) => cue.end > reveal.range.start);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'center' });
  }, [virtual, cues, reveal]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [virtual, current]);
  return (
    <div className="transcript" ref={scroller} tabIndex={0} role="document" aria-label={t('reader.media.transcript')}>
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
            <CueWords surfaces={surfaces} text={text.text} cue={cues[index]!} />
          </div>
        ))}
      </div>
    </div>
  );
}

function CueWords({ surfaces, text, cue }: { surfaces: SurfaceSet; text: string; cue: Cue }) {
  const [element, setElement] = useState<HTMLParagraphElement | null>(null);
  useSurface(surfaces, element, cue.start, cue.end);
  return (
    <p className="cue-words selectable" dir="auto" ref={setElement}>
      {text.slice(cue.start, cue.end)}
    </p>
  );
}
