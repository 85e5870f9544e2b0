import { useEffect, useState } from 'react';

const none: readonly number[] = [];

/**
 * The pages on which the selection begins and ends. They stay laid out wherever the person scrolls: a selection loses
 * the end whose words leave the document.
 */
export function useHeldPages(scroller: HTMLElement | null): readonly number[] {
  const [held, setHeld] = useState(none);
  useEffect(() => {
    if (scroller === null) return;
    const abort = new AbortController();
    const look = () => {
      const selection = document.getSelection();
      const ends = selection === null || selection.isCollapsed ? [] : [selection.anchorNode, selection.focusNode];
      const pages = [...new Set(ends.flatMap((node) => pageOfNode(scroller, node) ?? []))];
      setHeld((before) => (before.join() === pages.join() ? before : pages));
    };
    document.addEventListener('selectionchange', look, { signal: abort.signal });
    return () => abort.abort();
  }, [scroller]);
  return held;
}

function pageOfNode(scroller: HTMLElement, node: Node | null): number | null {
  if (node === null || !scroller.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const page = element?.closest('[data-page]')?.getAttribute('data-page');
  return page == null ? null : Number(page);
}
