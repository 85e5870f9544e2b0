import { useEffect } from 'react';

/**
 * Keeps a selection from jumping to the end of the page while the pointer crosses paper without words. The words of a
 * page lie each at a place of their own, and Chromium extends a selection to the nearest element it finds below the
 * pointer; a filler that nothing can be selected in, put right after the last selected word, is always the nearest.
 */
export function useSteadySelection(scroller: HTMLElement | null): void {
  useEffect(() => {
    if (scroller === null) return;
    const abort = new AbortController();
    const { signal } = abort;
    const filler = document.createElement('div');
    filler.className = 'pdf-filler';
    let isPressed = false;
    let before: Range | null = null;
    const release = () => {
      isPressed = false;
      before = null;
      filler.parentElement?.closest('.pdf-text')?.classList.remove('selecting');
      filler.remove();
    };
    scroller.addEventListener(
      'pointerdown',
      ({ target }) => (isPressed = target instanceof Element && target.closest('.pdf-text') !== null),
      {
        signal,
      },
    );
    document.addEventListener('pointerup', release, { signal });
    document.addEventListener('blur', release, { signal });
    document.addEventListener(
      'selectionchange',
      () => {
        const selection = document.getSelection();
        if (!isPressed || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return;
        const range = selection.getRangeAt(0);
        placeFiller(filler, range, before);
        before = range.cloneRange();
      },
      { signal },
    );
    return () => {
      abort.abort();
      release();
    };
  }, [scroller]);
}

/** Beside the end of the selection that the pointer moves. */
function placeFiller(filler: HTMLElement, range: Range, before: Range | null): void {
  const movesStart =
    before !== null &&
    (range.compareBoundaryPoints(Range.END_TO_END, before) === 0 || range.compareBoundaryPoints(Range.START_TO_END, before) === 0);
  const node = movesStart ? range.startContainer : range.endContainer;
  const word = node.nodeType === Node.TEXT_NODE ? node.parentElement : null;
  const layer = word?.closest('.pdf-text') ?? null;
  if (word === null || layer === null) return;
  const old = filler.parentElement?.closest('.pdf-text');
  if (old !== layer) old?.classList.remove('selecting');
  layer.classList.add('selecting');
  const beside = movesStart ? word : word.nextSibling;
  if (beside !== filler && filler.nextSibling !== word) word.parentNode?.insertBefore(filler, beside);
}
