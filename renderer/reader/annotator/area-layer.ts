/**
 * Boxes over the pictures of a frozen page, in the browser's top layer: nothing of the page moves, covers or styles
 * them, and none of its words or elements changes its place.
 */
import type { FrameArea, FrameWords, FromFrame, MarkedArea } from './frame-messages.ts';
import { areaRect, canBeMarked, cropOf, elementAt, pagePictures, pathOf, pictureRect } from './picture-place.ts';

/** A box not kept yet. */
type Pending = { element: Element; area: FrameArea };
const whole: FrameArea = { x: 0, y: 0, width: 100, height: 100 };
/** Smaller than this a drag was a press, in CSS pixels. */
const SMALLEST_DRAG = 6;

const shell = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; display: block !important; inline-size: 100% !important;
  block-size: 100% !important; pointer-events: none !important; border: 0 !important; background: none !important; overflow: hidden !important; }
button, [role=application] { position: absolute; margin: 0; box-sizing: border-box; pointer-events: auto; font: 12px/1.3 system-ui, sans-serif; }
.tools { position: absolute; display: flex; gap: 2px; padding: 3px; border-radius: 8px; pointer-events: auto; }
.tools button { position: static; padding: 4px 8px; border: 0; border-radius: 5px; background: none; color: inherit; cursor: pointer; }
.mark { padding: 0; background: none; cursor: pointer; }
.pending { outline: none; touch-action: none; }
.sheet { position: absolute; pointer-events: auto; cursor: crosshair; touch-action: none; background: none; }
[hidden] { display: none !important; }
`;

export class AreaLayer {
  readonly #say: (message: FromFrame) => void;
  readonly #host = document.createElement('holdfast-areas');
  readonly #root = this.#host.attachShadow({ mode: 'closed' });
  readonly #tools = document.createElement('div');
  readonly #box = document.createElement('div');
  readonly #sheet = document.createElement('div');
  readonly #colours = new CSSStyleSheet();
  #marks: { mark: MarkedArea; element: Element; button: HTMLButtonElement }[] = [];
  #hovered: Element | null = null;
  #pending: Pending | null = null;
  #drawingOn: Element | null = null;
  #words: FrameWords = { markAll: '', drawBox: '', pictureTools: '', pictureBox: '' };

  constructor(say: (message: FromFrame) => void) {
    this.#say = say;
    const base = new CSSStyleSheet();
    base.replaceSync(shell);
    this.#root.adoptedStyleSheets = [base, this.#colours];
    this.#tools.className = 'tools';
    this.#tools.setAttribute('role', 'toolbar');
    this.#box.className = 'pending';
    this.#box.tabIndex = 0;
    this.#box.setAttribute('role', 'application');
    this.#sheet.className = 'sheet';
    for (const part of [this.#tools, this.#box, this.#sheet]) part.hidden = true;
    this.#root.append(this.#sheet, this.#box, this.#tools);
    this.#host.setAttribute('popover', 'manual');
    document.documentElement.append(this.#host);
    this.#host.showPopover();
    this.#listen();
  }

  /** Whether a box stands that is not kept yet, so that other news does not let it go. */
  get isPending(): boolean {
    return this.#pending !== null || this.#drawingOn !== null;
  }

  /** Whether an event of the document came from these boxes. */
  isOwn(event: Event): boolean {
    return event.target === this.#host;
  }

  colours(css: string): void {
    this.#colours.replaceSync(css);
  }

  words(words: FrameWords): void {
    this.#words = words;
    this.#tools.setAttribute('aria-label', words.pictureTools);
    this.#tools.replaceChildren(
      toolButton(words.markAll, () => this.#hovered !== null && this.#choose({ element: this.#hovered, area: whole })),
      toolButton(words.drawBox, () => this.#hovered !== null && this.#startDrawing(this.#hovered)),
    );
  }

  show(areas: readonly MarkedArea[]): void {
    for (const { button } of this.#marks) button.remove();
    this.#marks = areas.flatMap((mark) => {
      const element = elementAt(mark.element);
      if (element === null) return [];
      const button = document.createElement('button');
      button.className = 'mark';
      button.setAttribute('aria-label', mark.label);
      button.title = mark.label;
      button.dataset['claimed'] = String(mark.isClaimed);
      button.dataset['active'] = String(mark.isActive);
      button.addEventListener('click', () => this.#say({ type: 'area-pressed', id: mark.id }));
      this.#root.prepend(button);
      return [{ mark, element, button }];
    });
    this.#place();
    for (const { mark, element } of this.#marks) void this.#tellCrop(mark, element);
  }

  reveal(id: string): void {
    const found = this.#marks.find(({ mark }) => mark.id === id);
    if (found === undefined || !found.element.checkVisibility()) return this.#say({ type: 'unseen' });
    found.element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    this.#place();
  }

  /** A box over the first picture in view, or the first of all, for the keyboard. */
  choose(): void {
    const pictures = pagePictures();
    const inView = pictures.find(
      (element) => element.getBoundingClientRect().bottom > 40 && element.getBoundingClientRect().top < innerHeight,
    );
    const element = inView ?? pictures[0];
    if (element === undefined) return this.#say({ type: 'no-pictures' });
    this.#offer({ element, area: whole });
  }

  /** Lets go of what is not kept. */
  clear(): void {
    this.#pending = null;
    this.#stopDrawing();
    this.#place();
  }

  async #tellCrop(mark: MarkedArea, element: Element): Promise<void> {
    if (element instanceof HTMLImageElement) await element.decode().catch(() => undefined);
    const picture = cropOf(element, mark);
    if (picture !== null) this.#say({ type: 'crop', id: mark.id, picture });
  }

  #offer(pending: Pending): void {
    this.#pending = pending;
    pending.element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    this.#place();
    this.#box.focus({ preventScroll: true });
  }

  #choose(pending: Pending): void {
    this.#offer(pending);
    const { left, top, right, bottom } = areaRect(pending.element, pending.area);
    this.#say({ type: 'area', element: pathOf(pending.element), ...pending.area, rect: { left, top, right, bottom } });
  }

  #startDrawing(element: Element): void {
    this.#drawingOn = element;
    this.#tools.hidden = true;
    this.#place();
  }

  #stopDrawing(): void {
    this.#drawingOn = null;
    this.#sheet.hidden = true;
  }

  #listen(): void {
    const place = () => this.#place();
    document.addEventListener('scroll', place, { passive: true, capture: true });
    window.addEventListener('resize', place, { passive: true });
    document.addEventListener('load', place, { capture: true });
    document.addEventListener('toggle', place, { capture: true });
    document.addEventListener('pointermove', (event) => this.#hover(event), { passive: true });
    document.documentElement.addEventListener('pointerleave', () => this.#hoverOver(null), { passive: true });
    this.#box.addEventListener('keydown', (event) => this.#press(event));
    this.#sheet.addEventListener('pointerdown', (event) => this.#draw(event));
  }

  #hover(event: PointerEvent): void {
    if (event.buttons !== 0 || this.#drawingOn !== null) return;
    if (this.#tools.contains(this.#root.elementFromPoint(event.clientX, event.clientY))) return;
    this.#hoverOver(document.elementsFromPoint(event.clientX, event.clientY).find((element) => canBeMarked(element)) ?? null);
  }

  #hoverOver(element: Element | null): void {
    if (element === this.#hovered) return;
    this.#hovered = element;
    this.#place();
  }

  #draw(start: PointerEvent): void {
    const element = this.#drawingOn;
    if (element === null || start.button !== 0) return;
    start.preventDefault();
    this.#sheet.setPointerCapture(start.pointerId);
    const picture = pictureRect(element);
    const boxTo = (event: PointerEvent) => boxBetween(picture, start, event);
    const move = (event: PointerEvent) => {
      this.#pending = { element, area: boxTo(event) };
      this.#place();
    };
    const end = (event: PointerEvent) => {
      this.#sheet.removeEventListener('pointermove', move);
      this.#stopDrawing();
      const isDrag = Math.abs(event.clientX - start.clientX) > SMALLEST_DRAG && Math.abs(event.clientY - start.clientY) > SMALLEST_DRAG;
      if (isDrag) this.#choose({ element, area: boxTo(event) });
      else this.clear();
    };
    this.#sheet.addEventListener('pointermove', move);
    this.#sheet.addEventListener('pointerup', end, { once: true });
  }

  /** Arrows move the box, with Shift they size it, Tab goes to the next picture, Enter takes the box, Escape lets it go. */
  #press(event: KeyboardEvent): void {
    if (this.#pending === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const { element, area } = this.#pending;
    if (event.key === 'Tab') this.#offer({ element: neighbour(element, event.shiftKey ? -1 : 1), area: whole });
    else if (event.key === 'Enter') this.#choose(this.#pending);
    else if (event.key === 'Escape') {
      this.clear();
      this.#say({ type: 'unselected' });
    } else if (event.key.startsWith('Arrow')) {
      this.#pending = { element, area: event.shiftKey ? sized(area, event.key) : moved(area, event.key) };
      this.#say({ type: 'unselected' });
      this.#place();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #place(): void {
    for (const { mark, element, button } of this.#marks) {
      button.hidden = !element.checkVisibility();
      put(button, areaRect(element, mark));
    }
    this.#box.hidden = this.#pending === null;
    if (this.#pending !== null) {
      put(this.#box, areaRect(this.#pending.element, this.#pending.area));
      this.#box.setAttribute('aria-label', `${this.#words.pictureBox} ${Object.values(this.#pending.area).map(Math.round).join(', ')}`);
    }
    this.#sheet.hidden = this.#drawingOn === null;
    if (this.#drawingOn !== null) put(this.#sheet, pictureRect(this.#drawingOn));
    this.#tools.hidden = this.#hovered === null || this.#drawingOn !== null || this.#words.markAll === '';
    if (this.#hovered !== null) this.#placeTools(this.#hovered.getBoundingClientRect());
  }

  #placeTools({ left, top }: DOMRect): void {
    this.#tools.style.left = `${Math.max(4, left + 6)}px`;
    this.#tools.style.top = `${Math.max(4, top + 6)}px`;
  }
}

function toolButton(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = label;
  button.addEventListener('click', run);
  return button;
}

function put({ style }: HTMLElement, { left, top, width, height }: DOMRect): void {
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const round = (value: number) => Math.round(value * 100) / 100;

function boxBetween(picture: DOMRect, one: PointerEvent, other: PointerEvent): FrameArea {
  const across = (x: number) => clamp(((x - picture.left) / picture.width) * 100, 0, 100);
  const down = (y: number) => clamp(((y - picture.top) / picture.height) * 100, 0, 100);
  const [left, right] = [across(one.clientX), across(other.clientX)].sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [down(one.clientY), down(other.clientY)].sort((a, b) => a - b) as [number, number];
  return { x: round(left), y: round(top), width: round(Math.max(0.1, right - left)), height: round(Math.max(0.1, bottom - top)) };
}

function neighbour(element: Element, by: 1 | -1): Element {
  const pictures = pagePictures();
  return pictures[(pictures.indexOf(element) + by + pictures.length) % pictures.length] ?? element;
}

const STEP = 2;
const ways: Record<string, [number, number]> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

function moved(area: FrameArea, key: string): FrameArea {
  const [across, down] = ways[key] ?? [0, 0];
  return { ...area, x: clamp(area.x + across, 0, 100 - area.width), y: clamp(area.y + down, 0, 100 - area.height) };
}

function sized(area: FrameArea, key: string): FrameArea {
  const [across, down] = ways[key] ?? [0, 0];
  return { ...area, width: clamp(area.width + across, STEP, 100 - area.x), height: clamp(area.height + down, STEP, 100 - area.y) };
}
