import { characterAt } from '../surface/character-at.ts';
import type { PaintName } from '../surface/paint.ts';
import { indexesOf, indexOfBoundary, type IndexRange, type TextSurface } from '../surface/text-surface.ts';
import type { AreaLayer } from './area-layer.ts';
import type { FrameRect, FromFrame } from './frame-messages.ts';
import type { PageStyle } from './page-style.ts';

type Say = (message: FromFrame) => void;

/** Tells what words are selected, when the selection has settled. */
export function listenForSelection(page: TextSurface, areas: AreaLayer, say: Say): void {
  let selecting = false;
  let had = false;
  const tell = () => {
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const indexes = range === null ? null : indexesOf(page, range);
    if (range === null || indexes === null) {
      if (had && !areas.isPending) say({ type: 'unselected' });
      had = false;
      return;
    }
    had = true;
    say({ type: 'selected', ...indexes, rect: plain(range.getBoundingClientRect()) });
  };
  document.addEventListener(
    'pointerdown',
    (event) => {
      selecting = true;
      if (areas.isOwn(event) || !areas.isPending) return;
      areas.clear();
      say({ type: 'unselected' });
    },
    { passive: true },
  );
  document.addEventListener('pointerup', () => {
    selecting = false;
    setTimeout(tell);
  });
  selectInLinks();
  document.addEventListener('selectionchange', () => {
    if (!selecting) tell();
  });
  document.addEventListener('scroll', () => had && tell(), { passive: true, capture: true });
}

/** A drag that begins in a link selects its words: Chromium begins no selection there, and would carry the link off. */
function selectInLinks(): void {
  let start: Range | null = null;
  document.addEventListener('dragstart', (event) => event.preventDefault());
  document.addEventListener(
    'pointerdown',
    ({ button, target, clientX, clientY }) => {
      const isLink = button === 0 && target instanceof Element && target.closest('a') !== null;
      start = isLink ? document.caretRangeFromPoint(clientX, clientY) : null;
    },
    { passive: true },
  );
  document.addEventListener(
    'pointermove',
    ({ buttons, clientX, clientY }) => {
      if (start === null || (buttons & 1) === 0) return;
      const end = document.caretRangeFromPoint(clientX, clientY);
      if (end !== null) getSelection()?.setBaseAndExtent(start.startContainer, start.startOffset, end.startContainer, end.startOffset);
    },
    { passive: true },
  );
  document.addEventListener('pointerup', () => (start = null), { passive: true });
}

export function listenForKeys(say: Say): void {
  document.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey: ctrl, shiftKey: shift, altKey: alt, metaKey: meta } = event;
    if ((ctrl || meta) && ['f', 'k', 'p'].includes(key.toLowerCase())) event.preventDefault();
    say({ type: 'key', key, code, ctrl, shift, alt, meta });
  });
}

/** Which characters are marked, by what is painted over them. */
export type MarkedRanges = { set(name: PaintName, ranges: readonly IndexRange[]): void };

/** Tells of presses on words, and of the pointer coming to marked ones and leaving them. */
export function listenForPointer(page: TextSurface, areas: AreaLayer, style: PageStyle, say: Say): MarkedRanges {
  const marked = new Map<PaintName, readonly IndexRange[]>();
  const isMarked = (index: number) =>
    [...marked.values()].some((ranges) => ranges.some(({ first, last }) => first <= index && index < last));
  const indexAt = ({ clientX, clientY }: MouseEvent) => {
    const found = characterAt(clientX, clientY);
    return found === null ? null : { index: indexOfBoundary(page, found.node, found.offset), rect: plain(found.rect) };
  };
  document.addEventListener('click', (event) => {
    // Links and forms of a frozen page lead nowhere; what opens and closes within it still does.
    if (event.target instanceof Element && event.target.closest('a, area, button, input, form') !== null) event.preventDefault();
    if (areas.isOwn(event)) return;
    const at = indexAt(event);
    if (at !== null && getSelection()?.isCollapsed !== false) say({ type: 'pressed', ...at });
  });
  let over: number | null = null;
  let waiting = false;
  document.addEventListener(
    'pointermove',
    (event) => {
      if (waiting || marked.size === 0) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const at = event.buttons === 0 && !areas.isOwn(event) ? indexAt(event) : null;
        const now = at !== null && isMarked(at.index) ? at.index : null;
        style.pointer(now !== null);
        if (now !== over) say({ type: 'hovered', index: now, rect: at?.rect ?? nowhere });
        over = now;
      });
    },
    { passive: true },
  );
  document.documentElement.addEventListener('pointerleave', () => {
    if (over !== null) say({ type: 'hovered', index: null, rect: nowhere });
    over = null;
  });
  return {
    set: (name, ranges) => {
      if (name === 'passage' || name === 'claimed') marked.set(name, ranges);
    },
  };
}

const nowhere: FrameRect = { left: 0, top: 0, right: 0, bottom: 0 };

function plain({ left, top, right, bottom }: DOMRect): FrameRect {
  return { left, top, right, bottom };
}
