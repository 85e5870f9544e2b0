import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';

/** How a drawing is moved and scaled, in pixels of the screen. */
export type View = { x: number; y: number; scale: number };
type Size = { width: number; height: number };

const LEAST = 0.15;
const MOST = 2.5;
/** Names can be read from this scale on; a large drawing begins there instead of whole. */
const READABLE = 0.6;

/** Scaled by `factor` with the point (x, y) of the screen held where it is; pure. */
export function scaled(view: View, factor: number, { x, y }: { x: number; y: number }): View {
  const scale = Math.min(MOST, Math.max(LEAST, view.scale * factor));
  const by = scale / view.scale;
  return { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
}

/** All of a drawing in a frame, never larger than it is and never smaller than `least`; in the middle, or from its top where it is longer; pure. */
export function fitting(drawing: Size, frame: Size, least = LEAST): View {
  const scale = Math.max(least, Math.min(1, frame.width / drawing.width, frame.height / drawing.height));
  return { scale, x: Math.max(0, (frame.width - drawing.width * scale) / 2), y: Math.max(0, (frame.height - drawing.height * scale) / 2) };
}

/** Moves with the wheel and by dragging, zooms with Ctrl and the wheel; fits a new drawing by itself. */
export function useViewport(frame: RefObject<HTMLElement | null>, drawing: Size) {
  const [view, setView] = useState<View | null>(null);
  const show = useCallback(
    (least?: number) => {
      const box = frame.current?.getBoundingClientRect();
      if (box !== undefined && box.width > 0) setView(fitting(drawing, box, least));
    },
    [frame, drawing],
  );
  const fit = useCallback(() => show(), [show]);
  useEffect(() => show(READABLE), [show]);
  useWheel(frame, setView);
  const zoom = useCallback(
    (factor: number) => {
      const box = frame.current?.getBoundingClientRect();
      if (box !== undefined) setView((now) => now && scaled(now, factor, { x: box.width / 2, y: box.height / 2 }));
    },
    [frame],
  );
  /** Brings a part of the drawing into the frame, when it is not. */
  const reveal = useCallback(
    ({ x, y, width, height }: Size & { x: number; y: number }) => {
      const box = frame.current?.getBoundingClientRect();
      if (box === undefined) return;
      setView((now) => {
        if (now === null) return now;
        const inside = (from: number, length: number, room: number) => (from < 0 ? -from + 12 : Math.min(0, room - from - length - 12));
        const dx = inside(now.x + x * now.scale, width * now.scale, box.width);
        const dy = inside(now.y + y * now.scale, height * now.scale, box.height);
        return dx === 0 && dy === 0 ? now : { ...now, x: now.x + dx, y: now.y + dy };
      });
    },
    [frame],
  );
  return { view: view ?? { x: 0, y: 0, scale: 1 }, fit, zoom, reveal, drag: useDrag(setView) };
}

type Change = (change: (now: View | null) => View | null) => void;

function useWheel(frame: RefObject<HTMLElement | null>, change: Change): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const [dx, dy] = event.shiftKey ? [event.deltaY + event.deltaX, 0] : [event.deltaX, event.deltaY];
      change((now) => {
        if (now === null) return now;
        if (event.ctrlKey || event.metaKey) return scaled(now, Math.exp(-event.deltaY / 300), at);
        return { ...now, x: now.x - dx, y: now.y - dy };
      });
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [frame, change]);
}

function useDrag(change: Change) {
  const last = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('[data-node]') !== null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = last.current;
      if (from === null) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      last.current = { x: event.clientX, y: event.clientY };
      change((now) => now && { ...now, x: now.x + dx, y: now.y + dy });
    },
    onPointerUp: () => {
      last.current = null;
    },
  };
}
