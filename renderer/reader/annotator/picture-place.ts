import { elementPath } from '#shared/anchoring/element-path.ts';
import { isPicture } from '#shared/anchoring/picture-elements.ts';
import type { FrameArea } from './frame-messages.ts';

/** Smaller ones are ornaments and counters, in CSS pixels. */
const SMALLEST = 24;

/** The pictures of the page that can be seen and marked, in its order. */
export function pagePictures(): Element[] {
  return [...document.querySelectorAll('img, input, video, svg')].filter((element) => canBeMarked(element));
}

export function canBeMarked(element: Element): boolean {
  const name = element.localName.toLowerCase();
  const inSvg = element.parentElement?.closest('svg') != null;
  if (!isPicture({ name, attribute: (attribute) => element.getAttribute(attribute), inSvg })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= SMALLEST && height >= SMALLEST && element.checkVisibility();
}

/** The selector the engine will find the element by (shared/anchoring/element-path.ts). */
export function pathOf(element: Element): string {
  const steps = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    let nth = 1;
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling)
      if (before.localName === at.localName && before.namespaceURI === at.namespaceURI) nth++;
    steps.unshift({ name: at.localName.toLowerCase(), nth });
  }
  return elementPath(steps);
}

/** The one element a selector names; null when there is none or more than one. */
export function elementAt(selector: string): Element | null {
  try {
    const found = document.querySelectorAll(selector);
    return found.length === 1 ? found[0]! : null;
  } catch {
    // Not a selector this browser reads.
    return null;
  }
}

/**
 * Where the picture itself lies in the frame, without border and padding, and as `object-fit` places it; parts that the
 * element cuts off lie outside the element.
 */
export function pictureRect(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const side = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const scaleX = element instanceof HTMLElement && element.offsetWidth > 0 ? box.width / element.offsetWidth : 1;
  const scaleY = element instanceof HTMLElement && element.offsetHeight > 0 ? box.height / element.offsetHeight : 1;
  const left = (side('border-left-width') + side('padding-left')) * scaleX;
  const top = (side('border-top-width') + side('padding-top')) * scaleY;
  const right = (side('border-right-width') + side('padding-right')) * scaleX;
  const bottom = (side('border-bottom-width') + side('padding-bottom')) * scaleY;
  const content = new DOMRect(
    box.left + left,
    box.top + top,
    Math.max(1, box.width - left - right),
    Math.max(1, box.height - top - bottom),
  );
  const natural = element instanceof HTMLImageElement ? { width: element.naturalWidth, height: element.naturalHeight } : null;
  return natural === null || natural.width === 0 || natural.height === 0 ? content : fitted(content, natural, style);
}

/** CSS Images 3, section 5.5. */
function fitted(content: DOMRect, natural: { width: number; height: number }, style: CSSStyleDeclaration): DOMRect {
  const cover = Math.max(content.width / natural.width, content.height / natural.height);
  const contain = Math.min(content.width / natural.width, content.height / natural.height);
  const factors: Record<string, number> = { cover, contain, none: 1, 'scale-down': Math.min(1, contain) };
  const factor = factors[style.objectFit];
  if (factor === undefined) return content;
  const [width, height] = [natural.width * factor, natural.height * factor];
  const [across = '50%', down = '50%'] = style.objectPosition.split(' ');
  const start = (value: string, room: number) =>
    value.endsWith('%') ? (Number.parseFloat(value) / 100) * room : Number.parseFloat(value) || 0;
  return new DOMRect(
    content.left + start(across, content.width - width),
    content.top + start(down, content.height - height),
    width,
    height,
  );
}

/** Part of a picture as a part of the frame. */
export function areaRect(element: Element, { x, y, width, height }: FrameArea): DOMRect {
  const picture = pictureRect(element);
  return new DOMRect(
    picture.left + (x / 100) * picture.width,
    picture.top + (y / 100) * picture.height,
    (width / 100) * picture.width,
    (height / 100) * picture.height,
  );
}

/** Longest side of a small picture, in pixels. */
const CROP = 240;

/** What an area shows, small; null where its pixels cannot be had (a drawing, a video, one that did not load). */
export function cropOf(element: Element, { x, y, width, height }: FrameArea): string | null {
  if (!(element instanceof HTMLImageElement) || !element.complete || element.naturalWidth === 0) return null;
  const from = { width: (width / 100) * element.naturalWidth, height: (height / 100) * element.naturalHeight };
  const scale = Math.min(1, CROP / Math.max(from.width, from.height));
  const shown = document.createElement('canvas');
  shown.width = Math.max(1, Math.round(from.width * scale));
  shown.height = Math.max(1, Math.round(from.height * scale));
  const [left, top] = [(x / 100) * element.naturalWidth, (y / 100) * element.naturalHeight];
  try {
    shown.getContext('2d')?.drawImage(element, left, top, from.width, from.height, 0, 0, shown.width, shown.height);
    return shown.toDataURL('image/webp', 0.8);
  } catch {
    // A picture that holds foreign content gives its pixels to nobody.
    return null;
  }
}
