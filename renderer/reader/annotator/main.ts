/**
 * The only script that runs in a frozen snapshot. It tells the window what is selected and draws what the window
 * asks; it changes nothing in the page, keeps nothing and reaches nothing.
 */
import { excludedElements } from '#shared/anchoring/text-rules.ts';
import { createPainter } from '../surface/paint.ts';
import { domRanges, indexesOf, indexOfBoundary, readSurface } from '../surface/text-surface.ts';
import type { FromFrame, ToFrame } from './frame-messages.ts';

const page = readSurface(document.documentElement, (element) => excludedElements.has(element.localName.toLowerCase()));
const painter = createPainter();
const colours = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, colours];

/** The window hands over one end of a channel; whatever else sends messages is not heard. */
window.addEventListener(
  'message',
  (event) => {
    const [port] = event.ports;
    if (event.source === window.parent && port !== undefined) connect(port);
  },
  { once: true },
);

function connect(port: MessagePort): void {
  const say = (message: FromFrame) => port.postMessage(message);
  port.onmessage = (event) => obey(event.data as ToFrame);
  listenForSelection(say);
  listenForKeys(say);
  listenForPresses(say);
  say({ type: 'ready', total: page.total });
}

function obey(message: ToFrame): void {
  switch (message.type) {
    case 'paint':
      return painter.paint(
        message.name,
        message.ranges.flatMap((range) => domRanges(page, range)),
      );
    case 'reveal': {
      const [range] = domRanges(page, message);
      if (range !== undefined) reveal(range);
      return;
    }
    case 'clear-selection':
      return getSelection()?.removeAllRanges();
    case 'colours':
      return colours.replaceSync(message.css);
  }
}

/** Opens what hides the words, then scrolls them to the middle. */
function reveal(range: Range): void {
  for (let element = range.startContainer.parentElement; element !== null; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 2 });
}

function listenForSelection(say: (message: FromFrame) => void): void {
  let selecting = false;
  const tell = () => {
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const indexes = range === null ? null : indexesOf(page, range);
    if (range === null || indexes === null) return say({ type: 'unselected' });
    const { left, top, right, bottom } = range.getBoundingClientRect();
    say({ type: 'selected', ...indexes, rect: { left, top, right, bottom } });
  };
  document.addEventListener('pointerdown', () => (selecting = true), { passive: true });
  document.addEventListener('pointerup', () => {
    selecting = false;
    setTimeout(tell);
  });
  document.addEventListener('selectionchange', () => {
    if (!selecting) tell();
  });
  document.addEventListener('scroll', tell, { passive: true });
}

function listenForKeys(say: (message: FromFrame) => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey: ctrl, shiftKey: shift, altKey: alt, metaKey: meta } = event;
    if ((ctrl || meta) && ['f', 'k', 'p'].includes(key.toLowerCase())) event.preventDefault();
    say({ type: 'key', key, code, ctrl, shift, alt, meta });
  });
}

function listenForPresses(say: (message: FromFrame) => void): void {
  document.addEventListener('click', (event) => {
    // Links of a frozen page lead nowhere; the frame may not navigate either.
    event.preventDefault();
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    if (caret !== null && getSelection()?.isCollapsed !== false)
      say({ type: 'pressed', index: indexOfBoundary(page, caret.startContainer, caret.startOffset) });
  });
}
