import { useEffect, useMemo, useRef } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { SurfaceSet, type Paint, type WordsSelection } from './surface-set.ts';

/** A place to scroll to; `nonce` makes asking twice two askings. */
export type Reveal = { range: TextRange; nonce: number };

/** What every viewer of words takes, whatever it draws. Offsets are those of the canonical text. */
export type WordsProps = {
  paint: Paint;
  reveal: Reveal | null;
  /** Rises each time the selection is let go of, for documents other than the window's. */
  cleared: number;
  onSelect: (selection: WordsSelection | null) => void;
  /** A press on words without selecting any. */
  onPress: (offset: number) => void;
};

/** Surfaces of one text that follow selection, presses and what is to be drawn. */
export function useSurfaces(text: string, { paint, reveal, onSelect, onPress }: Omit<WordsProps, 'cleared'>): SurfaceSet {
  const surfaces = useMemo(() => new SurfaceSet(text), [text]);
  const told = useRef({ onSelect, onPress });
  useEffect(() => {
    told.current = { onSelect, onPress };
  });
  useEffect(() => surfaces.paint(paint), [surfaces, paint]);
  useEffect(() => {
    if (reveal !== null) surfaces.reveal(reveal.range);
  }, [surfaces, reveal]);
  useEffect(() => () => surfaces.clear(), [surfaces]);
  useEffect(() => listen(surfaces, told), [surfaces]);
  return surfaces;
}

function listen(surfaces: SurfaceSet, told: { current: Pick<WordsProps, 'onSelect' | 'onPress'> }): () => void {
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
      const offset = surfaces.offsetAt(event.clientX, event.clientY);
      if (offset !== null && isInText(event.target)) told.current.onPress(offset);
    });
  };
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
