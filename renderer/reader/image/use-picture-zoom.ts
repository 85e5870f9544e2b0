import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export type Size = { width: number; height: number };

const steps = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16];
const least = steps[0]!;
const most = steps.at(-1)!;
/** Room round a picture that fits the window, in CSS pixels. */
const MARGIN = 32;
/** Zoom of a wheel notch or pinch, a pixel of its delta. */
const WHEEL = 0.0022;

export type PictureZoom = {
  /** CSS pixels of the screen for one of the picture. */
  factor: number;
  isFit: boolean;
  larger: () => void;
  smaller: () => void;
  fit: () => void;
  whole: () => void;
};

/** How large a picture is shown. `shown`: its size as it lies in the view, turned or not. The wheel with Ctrl, or a pinch, keeps what is under the pointer there. */
export function usePictureZoom(scroller: HTMLElement | null, frame: React.RefObject<HTMLElement | null>, shown: Size | null): PictureZoom {
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const fitted = useFit(scroller, shown);
  const factor = zoom === 'fit' ? fitted : zoom;
  const now = useRef(factor);
  /** The share of the picture to keep at a point of the window when the size changes. */
  const held = useRef<{ across: number; down: number; x: number; y: number } | null>(null);
  const hold = useCallback(
    (x: number, y: number) => {
      const box = frame.current?.getBoundingClientRect();
      if (box !== undefined && box.width > 0) held.current = { across: (x - box.left) / box.width, down: (y - box.top) / box.height, x, y };
    },
    [frame],
  );
  useLayoutEffect(() => {
    now.current = factor;
    const box = frame.current?.getBoundingClientRect();
    if (held.current === null || box === undefined || scroller === null) return;
    const { across, down, x, y } = held.current;
    held.current = null;
    scroller.scrollLeft += box.left + across * box.width - x;
    scroller.scrollTop += box.top + down * box.height - y;
  }, [factor, frame, scroller]);
  useEffect(() => {
    if (scroller === null) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      hold(event.clientX, event.clientY);
      setZoom(Math.min(most, Math.max(least, now.current * Math.exp(-event.deltaY * WHEEL))));
    };
    scroller.addEventListener('wheel', wheel, { passive: false });
    return () => scroller.removeEventListener('wheel', wheel);
  }, [scroller, hold]);
  const to = useCallback(
    (next: (factor: number) => number | 'fit') => {
      const box = scroller?.getBoundingClientRect();
      if (box !== undefined) hold(box.left + box.width / 2, box.top + box.height / 2);
      setZoom(next(now.current));
    },
    [scroller, hold],
  );
  return {
    factor,
    isFit: zoom === 'fit',
    larger: useCallback(() => to((at) => steps.find((step) => step > at * 1.01) ?? most), [to]),
    smaller: useCallback(() => to((at) => steps.findLast((step) => step < at * 0.99) ?? least), [to]),
    fit: useCallback(() => to(() => 'fit'), [to]),
    whole: useCallback(() => to(() => 1), [to]),
  };
}

/** The factor at which the whole picture shows, never larger than it is. */
function useFit(scroller: HTMLElement | null, shown: Size | null): number {
  const [room, setRoom] = useState<Size | null>(null);
  useEffect(() => {
    if (scroller === null) return;
    const observer = new ResizeObserver(() => setRoom({ width: scroller.offsetWidth - MARGIN, height: scroller.offsetHeight - MARGIN }));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  if (room === null || shown === null || shown.width === 0 || shown.height === 0) return 1;
  return Math.max(0.005, Math.min(1, room.width / shown.width, room.height / shown.height));
}
