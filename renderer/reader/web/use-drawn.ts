import { useEffect, useRef } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { NonSpaceMap } from '#shared/anchoring/non-space-map.ts';
import { t } from '../../messages/index.ts';
import { newArea, type PlacedArea } from '../areas/use-area-marks.ts';
import { areaCss, highlightCss } from '../surface/highlight-css.ts';
import { paintNames } from '../surface/paint.ts';
import type { IndexRange } from '../surface/text-surface.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import type { Frame } from './use-frame.ts';

type Drawn = Pick<WordsProps, 'paint' | 'reveal' | 'place'>;

/** Sends what is to be drawn over the words, again whenever it changes, and goes where the reader was or is asked to go. */
export function useDrawnWords(frame: Frame | null, isReady: boolean, map: NonSpaceMap, drawn: Drawn, onReveal: () => void): void {
  const { paint, reveal, place } = drawn;
  useEffect(() => {
    if (frame !== null) frame.send({ type: 'colours', css: highlightCss(), areas: areaCss() });
  }, [frame]);
  useEffect(() => {
    if (frame === null || !isReady) return;
    for (const name of paintNames)
      frame.send({ type: 'paint', name, ranges: (paint[name] ?? []).flatMap((range) => toIndexes(map, range)) });
  }, [frame, isReady, map, paint]);
  const told = useRef(onReveal);
  useEffect(() => {
    told.current = onReveal;
  });
  /** The frame that has been brought to where the reader was; after that the reader leads. */
  const gone = useRef<Frame | null>(null);
  useEffect(() => {
    if (frame === null || !isReady) return;
    if (reveal !== null && place?.current.revealed !== reveal.nonce) {
      told.current();
      if (place !== undefined) place.current = { ...place.current, revealed: reveal.nonce };
      for (const indexes of toIndexes(map, reveal.range)) frame.send({ type: 'reveal', ...indexes });
      gone.current = frame;
    } else if (gone.current !== frame) {
      gone.current = frame;
      const at = place?.current ?? null;
      if (at !== null && at.offset !== null) frame.send({ type: 'go', index: map.before(at.offset), fraction: at.fraction });
    }
  }, [frame, isReady, map, reveal, place]);
}

type Areas = { areas: readonly PlacedArea[]; revealArea?: { id: string; nonce: number } | null; canWrite: boolean };

/** Sends the areas marked on the page's pictures, and the words of the tools that mark them. */
export function useDrawnAreas(frame: Frame | null, isReady: boolean, { areas, revealArea = null, canWrite }: Areas): void {
  useEffect(() => {
    if (frame === null || !isReady || !canWrite) return;
    const [markAll, drawBox, pictureTools] = [t('reader.web.picture.all'), t('reader.web.picture.box'), t('reader.web.picture.tools')];
    frame.send({ type: 'words', words: { markAll, drawBox, pictureTools, pictureBox: t('reader.web.picture.chosen') } });
  }, [frame, isReady, canWrite]);
  useEffect(() => {
    if (frame === null || !isReady) return;
    const marked = areas.flatMap(({ id, element, box, label, isClaimed = false, isActive = false }) =>
      element == null || id === newArea ? [] : [{ id, element, ...box, label, isClaimed, isActive }],
    );
    frame.send({ type: 'areas', areas: marked });
  }, [frame, isReady, areas]);
  useEffect(() => {
    if (frame !== null && isReady && revealArea !== null) frame.send({ type: 'reveal-area', id: revealArea.id });
  }, [frame, isReady, revealArea]);
}

function toIndexes(map: NonSpaceMap, range: TextRange): IndexRange[] {
  const first = map.before(range.start);
  const last = map.before(range.end);
  return last > first ? [{ first, last }] : [];
}
