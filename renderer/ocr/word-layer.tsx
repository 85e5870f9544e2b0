import './word-layer.css';
import { useMemo, useState } from 'react';
import type { CanonicalText } from '#shared/model/items.ts';
import type { SurfaceSet } from '../reader/surface/surface-set.ts';
import { useSurface, useSurfaces, type WordsProps } from '../reader/surface/use-surfaces.ts';
import { layWords, wordsByPage, type BoxWord, type LaidWord } from './lay-words.ts';

type WordLayerProps = {
  text: string;
  /** Of this page, in the order of the text; at least one. */
  words: readonly BoxWord[];
  /** Width by height of what lies under it. */
  aspect: number;
  surfaces: SurfaceSet;
};

/** The words of a page or picture where they stand, to be selected, found and marked like any others. */
export function WordLayer({ text, words, aspect, surfaces }: WordLayerProps) {
  const [layer, setLayer] = useState<HTMLDivElement | null>(null);
  const laid = useMemo(() => layWords(text, words), [text, words]);
  useSurface(surfaces, layer, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  return (
    <div className="word-layer" ref={setLayer} dir="ltr">
      {laid.map((word) => (
        <span key={word.start} dir="auto" style={styleOf(word, aspect)}>
          {word.text}
        </span>
      ))}
    </div>
  );
}

/** The same over one picture, which has its own surfaces. */
export function PictureWords({ text, aspect, words }: { text: CanonicalText; aspect: number; words: WordsProps }) {
  const surfaces = useSurfaces(text.text, words);
  const here = useMemo(() => wordsByPage(text.map)?.get(1) ?? [], [text]);
  return here.length === 0 ? null : <WordLayer text={text.text} words={here} aspect={aspect} surfaces={surfaces} />;
}

function styleOf({ text, left, top, width, height }: LaidWord, aspect: number): React.CSSProperties {
  const natural = widthInEms(text) * height;
  return {
    left: `${left}%`,
    top: `${top}%`,
    fontSize: `${height}cqh`,
    transform: `scaleX(${natural === 0 ? 1 : (width * aspect) / natural})`,
  };
}

let measure: CanvasRenderingContext2D | null = null;

function widthInEms(text: string): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (measure === null) return 0;
  measure.font = '100px sans-serif';
  return measure.measureText(text).width / 100;
}
