import { domRanges, indexOfBoundary, type TextSurface } from '../surface/text-surface.ts';
import type { FromFrame } from './frame-messages.ts';

/** Where the words that a reader is at are looked for, in shares of the frame; below what hangs at the top of many pages. */
const heights = [0.25, 0.35, 0.15, 0.5, 0.65, 0.8];
const columns = [0.5, 0.3, 0.7, 0.15, 0.85];

/** Tells where the reader is whenever scrolling comes to rest. */
export function listenForPlace(page: TextSurface, say: (message: FromFrame) => void): void {
  let timer = 0;
  const rest = () => {
    const place = placeInView(page);
    if (place !== null) say({ type: 'at', ...place });
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(rest, 120);
  };
  document.addEventListener('scroll', later, { passive: true, capture: true });
  window.addEventListener('resize', later, { passive: true });
}

function placeInView(page: TextSurface): { index: number; fraction: number } | null {
  for (const height of heights)
    for (const column of columns) {
      const caret = document.caretRangeFromPoint(innerWidth * column, innerHeight * height);
      if (caret === null || !(caret.startContainer instanceof Text) || staysPut(caret.startContainer)) continue;
      const { top } = caret.getBoundingClientRect();
      return {
        index: indexOfBoundary(page, caret.startContainer, caret.startOffset),
        fraction: Math.min(1, Math.max(0, top / innerHeight)),
      };
    }
  return null;
}

/** Bars that stay where they are while the page moves say nothing about the place. */
function staysPut(node: Node): boolean {
  for (let element = node.parentElement; element !== null; element = element.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(element).position)) return true;
  return false;
}

/** Scrolls so that the character stands `fraction` down the frame. */
export function goTo(page: TextSurface, index: number, fraction: number): void {
  const [range] = domRanges(page, { first: index, last: index + 1 });
  if (range === undefined) return;
  openDetails(range.startContainer);
  const wanted = () => range.getBoundingClientRect().top - fraction * innerHeight;
  if (range.getClientRects().length === 0) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
  scrollBy({ top: wanted(), behavior: 'instant' });
}

/** Opens what hides a node. */
export function openDetails(node: Node): void {
  for (let element = node.parentElement; element !== null; element = element.parentElement)
    if (element instanceof HTMLDetailsElement) element.open = true;
}
