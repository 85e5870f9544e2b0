import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { boxBetween, growBox, moveBox, type AreaBox, type Point } from './area-box.ts';
import { visiblePart } from './visible-part.ts';

/** A smaller drag was a press, in CSS pixels. */
const LEAST_DRAG = 4;
/** Percent a key press moves; with Ctrl held, for the last bit. */
const STEP = 1;
const FINE = 0.1;
const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

type Told = { onBox: (box: AreaBox, rect: DOMRect) => void; onCancel: () => void };

/**
 * A box drawn by dragging, or by keys: an arrow lays one in the middle of what is seen, arrows move it, with Shift they
 * resize it, with Ctrl in small steps; Enter keeps, Escape lets go. `box` is in percent of what is shown.
 */
export function useDrawing(sheet: RefObject<HTMLElement | null>, takesFocus: boolean, { onBox, onCancel }: Told) {
  const [box, setBox] = useState<AreaBox | null>(null);
  const from = useRef<Point | null>(null);
  useHeldFocus(sheet, takesFocus);
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = sheet.current!.getBoundingClientRect();
    return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 };
  };
  const keep = (drawn: AreaBox) => onBox(drawn, rectOf(drawn, sheet.current!.getBoundingClientRect()));
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow !== undefined) {
      const size = event.ctrlKey || event.metaKey ? FINE : STEP;
      const by = { x: arrow.x * size, y: arrow.y * size };
      setBox(box === null ? startBox(sheet.current!) : event.shiftKey ? growBox(box, by) : moveBox(box, by));
    } else if (event.key === 'Enter' && box !== null) keep(box);
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    box,
    onKeyDown,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = pointAt(event);
      setBox(null);
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current !== null) setBox(boxBetween(from.current, pointAt(event)));
    },
    onPointerUp: (event: PointerEvent) => {
      if (from.current === null) return;
      const drawn = boxBetween(from.current, pointAt(event));
      from.current = null;
      const { width, height } = rectOf(drawn, sheet.current!.getBoundingClientRect());
      if (width < LEAST_DRAG || height < LEAST_DRAG) setBox(null);
      else keep(drawn);
    },
    onPointerCancel: () => {
      from.current = null;
      setBox(null);
    },
  };
}

function rectOf({ x, y, width, height }: AreaBox, sheet: DOMRect): DOMRect {
  const { left, top, width: wide, height: high } = sheet;
  return new DOMRect(left + (x * wide) / 100, top + (y * high) / 100, (width * wide) / 100, (height * high) / 100);
}

/** A quarter of what is seen, in its middle. */
function startBox(sheet: HTMLElement): AreaBox {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const seen = visiblePart(sheet);
  const centre = { x: ((seen.left + seen.width / 2 - left) / width) * 100, y: ((seen.top + seen.height / 2 - top) / height) * 100 };
  const half = { x: (seen.width / width) * 12.5, y: (seen.height / height) * 12.5 };
  return boxBetween({ x: centre.x - half.x, y: centre.y - half.y }, { x: centre.x + half.x, y: centre.y + half.y });
}

/** Keys draw at once, and afterwards go where they went before. */
function useHeldFocus(sheet: RefObject<HTMLElement | null>, takesFocus: boolean): void {
  useEffect(() => {
    const element = sheet.current;
    if (!takesFocus || element === null) return;
    const before = document.activeElement;
    element.focus({ preventScroll: true });
    return () => {
      const lost = document.activeElement === null || document.activeElement === document.body || document.activeElement === element;
      if (lost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [sheet, takesFocus]);
}
