import { useEffect, useRef } from 'react';
import type { SurfaceSet } from '../surface/surface-set.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';

type Kept = {
  scroller: React.RefObject<HTMLElement | null>;
  surfaces: SurfaceSet;
  words: WordsProps;
  scrollTo: (offset: number, align: 'start' | 'center') => void;
  rows: readonly unknown[];
  /** Whether the rows are those that will stay; until then the place is sought anew with each that come. */
  isSettled: boolean;
};

/** Heights at which the words a reader is at are looked for, in shares of the view. */
const heights = [0.25, 0.35, 0.15, 0.5, 0.65, 0.8];

/** Goes to what is asked for, or else to where the reader was in another view; and remembers where the reader is. */
export function useKeptPlace({ scroller, surfaces, words, scrollTo, rows, isSettled }: Kept): void {
  const { reveal, place } = words;
  const go = useRef(scrollTo);
  useEffect(() => {
    go.current = scrollTo;
  });
  const started = useRef(false);
  const leads = useRef(false);
  useEffect(() => {
    if (reveal !== null && place?.current.revealed !== reveal.nonce) {
      if (place !== undefined) place.current = { ...place.current, revealed: reveal.nonce };
      started.current = true;
      go.current(reveal.range.start, 'center');
      // Rows take their heights once drawn; the words themselves are then brought to the middle.
      surfaces.reveal(reveal.range);
    } else if (!started.current) {
      started.current = isSettled;
      const { offset = null, fraction = 0 } = place?.current ?? {};
      if (offset === null || scroller.current === null) return;
      go.current(offset, 'start');
      return settle({ surfaces, element: scroller.current, offset, fraction, isOver: () => leads.current });
    }
    return undefined;
  }, [surfaces, scroller, reveal, place, rows, isSettled]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || place === undefined) return;
    let timer = 0;
    const rest = () => {
      const { left, top, width, height } = element.getBoundingClientRect();
      for (const share of heights) {
        const at = surfaces.characterNear(left + width / 2, top + height * share);
        if (at === null) continue;
        place.current = { ...place.current, offset: at.offset, fraction: Math.min(1, Math.max(0, (at.rect.top - top) / height)) };
        return;
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(rest, 120);
    };
    // Whoever scrolls by hand leads from then on.
    const lead = () => {
      started.current = true;
      leads.current = true;
    };
    const abort = new AbortController();
    const options = { passive: true, signal: abort.signal };
    element.addEventListener('scroll', later, options);
    for (const act of ['wheel', 'pointerdown', 'keydown']) element.addEventListener(act, lead, options);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [surfaces, scroller, place]);
}

/** Frames until rows drawn late have their heights. */
const TRIES = 8;

type Settling = { surfaces: SurfaceSet; element: HTMLElement; offset: number; fraction: number; isOver: () => boolean };

/** Puts the character `fraction` down the view once its row is drawn. */
function settle({ surfaces, element, offset, fraction, isOver }: Settling): () => void {
  let frame = 0;
  let tries = 0;
  const adjust = () => {
    if (isOver()) return;
    const [range] = surfaces.domRanges({ start: offset, end: offset + 1 });
    const box = element.getBoundingClientRect();
    if (range !== undefined) element.scrollTop += range.getBoundingClientRect().top - box.top - fraction * box.height;
    if (++tries < TRIES) frame = requestAnimationFrame(adjust);
  };
  frame = requestAnimationFrame(adjust);
  return () => cancelAnimationFrame(frame);
}
