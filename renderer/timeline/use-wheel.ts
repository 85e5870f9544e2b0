import { useEffect, useRef, type RefObject } from 'react';
import { moved, zoomed } from './move-window.ts';
import type { TimeWindow } from './time-ticks.ts';

/** Ctrl and the wheel (or two fingers drawn apart) zoom where the pointer is; Shift and the wheel, or a wheel that turns sideways, move in time. */
export function useWheel(frame: RefObject<HTMLElement | null>, window: TimeWindow, onWindow: (window: TimeWindow) => void): void {
  const now = useRef({ window, onWindow });
  useEffect(() => {
    now.current = { window, onWindow };
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const turn = (event: WheelEvent) => {
      const box = element.getBoundingClientRect();
      const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
      const shown = now.current.window;
      let next: TimeWindow | null = null;
      if (event.ctrlKey || event.metaKey) next = zoomed(shown, Math.exp(-event.deltaY / 300), (event.clientX - box.left) / box.width);
      else if (sideways !== 0) next = moved(shown, sideways / box.width);
      if (next === null) return;
      event.preventDefault();
      // Several turns may come before the window is drawn again.
      now.current = { ...now.current, window: next };
      now.current.onWindow(next);
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [frame]);
}
