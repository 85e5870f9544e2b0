/**
 * The only script that runs in a frozen snapshot. It tells the window what is selected and draws what the window
 * asks; it changes nothing in the page, keeps nothing and reaches nothing.
 */
import { excludedElements } from '#shared/anchoring/text-rules.ts';
import { createPainter } from '../surface/paint.ts';
import { domRanges, readSurface } from '../surface/text-surface.ts';
import { AreaLayer } from './area-layer.ts';
import type { FromFrame, ToFrame } from './frame-messages.ts';
import { stylePage } from './page-style.ts';
import { goTo, listenForPlace, openDetails } from './reading-place.ts';
import { listenForKeys, listenForPointer, listenForSelection } from './word-events.ts';

const page = readSurface(document.documentElement, (element) => excludedElements.has(element.localName.toLowerCase()));
const painter = createPainter();
const style = stylePage();

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
  const areas = new AreaLayer(say);
  const marked = listenForPointer(page, areas, style, say);
  port.onmessage = (event) => obey(event.data as ToFrame);
  listenForSelection(page, areas, say);
  listenForKeys(say);
  listenForPlace(page, say);
  say({ type: 'ready', total: page.total });

  function obey(message: ToFrame): void {
    switch (message.type) {
      case 'paint':
        marked.set(message.name, message.ranges);
        return painter.paint(
          message.name,
          message.ranges.flatMap((range) => domRanges(page, range)),
        );
      case 'reveal':
        return reveal(domRanges(page, message), say);
      case 'go':
        return goTo(page, message.index, message.fraction);
      case 'clear-selection':
        areas.clear();
        return getSelection()?.removeAllRanges();
      case 'colours':
        style.colours(message.css);
        return areas.colours(message.areas);
      case 'words':
        return areas.words(message.words);
      case 'areas':
        return areas.show(message.areas);
      case 'reveal-area':
        return areas.reveal(message.id);
      case 'choose-picture':
        return areas.choose();
    }
  }
}

/** Opens what hides the words and scrolls them to the middle, or says that the page's style does not show them. */
function reveal([range]: Range[], say: (message: FromFrame) => void): void {
  if (range === undefined) return;
  openDetails(range.startContainer);
  if (range.getClientRects().length === 0) return say({ type: 'unseen' });
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
}
