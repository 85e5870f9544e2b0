import { useCallback, useMemo, useRef, useState, type PointerEvent } from 'react';
import { alignLines } from '#shared/transcripts/align-lines.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { cueAt, type Cue } from '../media/cue-at.ts';
import { CueList } from '../media/cue-list.tsx';
import type { Reading } from '../marks/use-reading.ts';
import type { SurfaceSet, WordsSelection } from '../surface/surface-set.ts';
import { useSurface, useSurfaces, type Reveal, type WordsProps } from '../surface/use-surfaces.ts';
import { useBesideWords } from './use-beside-words.ts';

type TrackLinesProps = {
  text: CanonicalText;
  cues: readonly Cue[];
  /** A translation, line by line beside it. */
  beside: CanonicalText | null;
  time: number;
  onSeek: (seconds: number) => void;
  words: WordsProps;
  reading: Reading;
};

type Column = 'main' | 'beside';
const none: readonly Cue[] = [];

/** The words spoken, each line beside its time and its translation; words of either can be marked as in any text. */
export function TrackLines({ text, cues, beside, time, onSeek, words, reading }: TrackLinesProps) {
  const besideWords = useBesideWords(beside, reading);
  const column = useColumn(reading);
  const surfaces = useSurfaces(text.text, { ...words, onSelect: column.only('main', words.onSelect) });
  const besideSurfaces = useSurfaces(beside?.text ?? '', { ...besideWords, onSelect: column.only('beside', besideWords.onSelect) });
  const besideCues = beside?.map.kind === 'cues' ? beside.map.cues : none;
  const rows = useMemo(() => (beside === null ? null : alignLines(cues, besideCues)), [cues, beside, besideCues]);
  const current = useMemo(() => cueAt(cues, time), [cues, time]);
  const sought = useSought(cues, words.reveal, rows, besideCues, besideWords.reveal);
  return (
    <div className="track-lines" data-selecting={column.now} onPointerDownCapture={column.press}>
      <CueList
        className="transcript"
        label={t('reader.media.transcript')}
        cues={cues}
        current={current}
        sought={sought}
        words={(index) => (
          <div className="cue-columns" data-pair={rows !== null}>
            <div className="cue-column" data-column="main">
              <CueWords surfaces={surfaces} text={text} cue={cues[index]!} />
            </div>
            {rows === null || beside === null ? null : (
              <div className="cue-column" data-column="beside">
                {rows[index]!.map((at) => (
                  <CueWords key={at} surfaces={besideSurfaces} text={beside} cue={besideCues[at]!} />
                ))}
              </div>
            )}
          </div>
        )}
        onSeek={onSeek}
      />
    </div>
  );
}

function CueWords({ surfaces, text, cue }: { surfaces: SurfaceSet; text: CanonicalText; cue: Cue }) {
  const [element, setElement] = useState<HTMLParagraphElement | null>(null);
  useSurface(surfaces, element, cue.start, cue.end);
  const words = text.text.slice(cue.start, cue.end);
  return (
    <>
      {cue.speaker === undefined || words.startsWith(cue.speaker) ? null : <span className="cue-speaker">{cue.speaker}</span>}
      <p className="cue-words selectable" dir="auto" lang={text.language ?? undefined} ref={setElement}>
        {words}
      </p>
    </>
  );
}

/**
 * Which column a person selects in. A drag over several lines passes through the other column too, since both stand in
 * the same rows; only the one it began in counts, and only its words look selected.
 */
function useColumn(reading: Reading) {
  const [now, setNow] = useState<Column>('main');
  const begun = useRef<Column>('main');
  const { select } = reading;
  const press = (event: PointerEvent) => {
    const pressed = (event.target as Element).closest('[data-column]')?.getAttribute('data-column');
    if ((pressed !== 'main' && pressed !== 'beside') || pressed === begun.current) return;
    begun.current = pressed;
    setNow(pressed);
    document.getSelection()?.removeAllRanges();
    select(null);
  };
  const only = useCallback(
    (column: Column, tell: (selection: WordsSelection | null) => void) => (selection: WordsSelection | null) => {
      if (begun.current === column) tell(selection);
    },
    [],
  );
  return { now, press, only };
}

/** The row to bring into view for what was last asked for, in either column. */
function useSought(
  cues: readonly Cue[],
  reveal: Reveal | null,
  rows: readonly (readonly number[])[] | null,
  besideCues: readonly Cue[],
  besideReveal: Reveal | null,
): { index: number } | null {
  const main = useMemo(() => (reveal === null ? null : { index: cues.findIndex((cue) => cue.end > reveal.range.start) }), [cues, reveal]);
  const other = useMemo(() => {
    if (besideReveal === null || rows === null) return null;
    const at = besideCues.findIndex((cue) => cue.end > besideReveal.range.start);
    return { index: rows.findIndex((row) => row.includes(at)) };
  }, [rows, besideCues, besideReveal]);
  return other ?? main;
}
