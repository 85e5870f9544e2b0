import { useMemo, useState } from 'react';
import type { CanonicalText } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { useSurface, useSurfaces, type WordsProps } from '../surface/use-surfaces.ts';
import { cueAt, type Cue } from './cue-at.ts';
import { CueList } from './cue-list.tsx';

type TranscriptProps = WordsProps & {
  text: CanonicalText;
  cues: readonly Cue[];
  time: number;
  onSeek: (seconds: number) => void;
};

/** The words spoken, each line beside its time; words can be marked as in any text. */
export function Transcript({ text, cues, time, onSeek, ...words }: TranscriptProps) {
  const surfaces = useSurfaces(text.text, words);
  const current = useMemo(() => cueAt(cues, time), [cues, time]);
  const { reveal } = words;
  const sought = useMemo(() => (reveal === null ? null : { index: cues.findIndex((cue) => cue.end > reveal.range.start) }), [cues, reveal]);
  return (
    <CueList
      className="transcript"
      label={t('reader.media.transcript')}
      cues={cues}
      current={current}
      sought={sought}
      words={(index) => <CueWords surfaces={surfaces} text={text.text} cue={cues[index]!} />}
      onSeek={onSeek}
    />
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
