import { useEffect, useMemo, useRef } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { SurfaceSet, type Paint, type WordsSelection } from './surface-set.ts';

/** A place to scroll to; `nonce` makes asking twice two askings. */
export type Reveal = { range: TextRange; nonce: number };

/**
 * Where a reader is in the text, shared by the ways to see one item: the character in view and how far down (0 to 1) it
 * stands, and the last reveal that was shown, which another view need not show again.
 */
export type ReadingPlace = { offset: number | null; fraction: number; revealed: number | null };
export const nowhere: ReadingPlace = { offset: null, fraction: 0, revealed: null };

/** What every viewer of words takes, whatever it draws. Offsets are those of the canonical text. */
export type WordsProps = {
  paint: Paint;
  reveal: Reveal | null;
  /** Rises each time the selection is let go of, for documents other than the window's. */
  cleared: number;
  onSelect: (selection: WordsSelection | null) => void;
  /** A press on words without selecting any; `rect`: the letter pressed, in the window. */
  onPress: (offset: number, rect?: DOMRect | null) => void;
  /** The pointer rests on this character, or (null) on none. */
  onHover?: (offset: number | null, rect: DOMRect | null) => void;
  /** Kept up to date by viewers that can go back to it. */
  place?: { current: ReadingPlace };
};

/** Surfaces of one text that follow selection, presses and what is to be drawn. */
export function useSurfaces(text: string, { paint, reveal, onSelect, onPress, onHover }: Omit<WordsProps, 'cleared'>): SurfaceSet {
  const surfaces = useMemo(() => new SurfaceSet(text), [text]);
  const told = useRef<Told>({ onSelect, onPress, onHover });
  useEffect(() => {
    told.current = { onSelect, onPress, onHover };
  });
  useEffect(() => surfaces.paint(paint), [surfaces, paint]);
  useEffect(() => {
    if (reveal !== null) surfaces.reveal(reveal.range);
  }, [surfaces, reveal]);
  useEffect(() => () => surfaces.clear(), [surfaces]);
  useEffect(() => listen(surfaces, told), [surfaces]);
  return surfaces;
}

type Told = Pick<WordsProps, 'onSelect' | 'onPress'> & { onHover: WordsProps['onHover'] | undefined };

function listen(surfaces: SurfaceSet, told: { current: Told }): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let pressing = false;
  let had = false;
  const tell = () => {
    const selection = surfaces.selection();
    if (selection !== null || had) told.current.onSelect(selection);
    had = selection !== null;
  };
  const release = (event: PointerEvent) => {
    pressing = false;
    // The selection settles after the release.
    setTimeout(() => {
      tell();
      if (had || document.getSelection()?.isCollapsed === false) return;
      const at = surfaces.characterAt(event.clientX, event.clientY);
      if (at !== null && isInText(event.target)) told.current.onPress(at.offset, at.rect);
    });
  };
  let waiting = false;
  const move = (event: PointerEvent) => {
    if (waiting || told.current.onHover === undefined || event.buttons !== 0) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const at = isInText(event.target) ? surfaces.characterAt(event.clientX, event.clientY) : null;
      told.current.onHover?.(at?.offset ?? null, at?.rect ?? null);
    });
  };
  document.addEventListener('pointermove', move, { signal, passive: true });
  document.addEventListener('pointerdown', () => (pressing = true), { signal, capture: true });
  document.addEventListener('pointerup', release, { signal, capture: true });
  document.addEventListener('selectionchange', () => (pressing ? undefined : tell()), { signal });
  return () => abort.abort();
}

function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, input, textarea, a, [role="toolbar"]') === null;
}

/** Registers an element as the stretch of text it shows, for as long as it is mounted. */
export function useSurface(surfaces: SurfaceSet, element: Element | null, start: number, end: number): void {
  useEffect(() => {
    if (element === null) return;
    surfaces.add(element, { start, end });
    return () => surfaces.remove(element);
  }, [surfaces, element, start, end]);
}
