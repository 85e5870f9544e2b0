import { useEffect, useState } from 'react';
import type { PageSize } from './page-view.ts';

/** `width` and `page` follow the window; a number is CSS pixels a point times 3/4, so that 1 is the size on paper. */
export type Zoom = 'width' | 'page' | number;

const steps = [0.02, 0.05, 0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 8, 16, 32];
/** CSS pixels a PDF point (1/96 against 1/72 inch). */
const PAPER = 96 / 72;
/** Room beside and above a page for its shadow and the scroll bar. */
const MARGIN = 56;
const GAPS = 32;
/** A page of common size is not blown up beyond this; one smaller than a postcard is, to the width of one. */
const WIDEST_FIT = 1.6;
const POSTCARD = 300;

export type ZoomState = {
  zoom: Zoom;
  scale: number;
  percent: number;
  bigger: () => void;
  smaller: () => void;
  fitWidth: () => void;
  fitPage: () => void;
};

/** The scale at which pages are drawn, in CSS pixels a point. `page` is the size of one as it is seen. */
export function useZoom(element: HTMLElement | null, page: PageSize): ZoomState {
  const [zoom, setZoom] = useState<Zoom>('width');
  const room = useRoom(element);
  const factor = typeof zoom === 'number' ? zoom : fitted(zoom, room, page);
  return {
    zoom,
    scale: factor * PAPER,
    percent: Math.round(factor * 100),
    bigger: () => setZoom(steps.find((step) => step > factor * 1.01) ?? steps.at(-1)!),
    smaller: () => setZoom(steps.findLast((step) => step < factor * 0.99) ?? steps[0]!),
    fitWidth: () => setZoom('width'),
    fitPage: () => setZoom('page'),
  };
}

function fitted(zoom: 'width' | 'page', room: PageSize, page: PageSize): number {
  const wide = (room.width - MARGIN) / (page.width * PAPER);
  const high = (room.height - GAPS) / (page.height * PAPER);
  const widest = WIDEST_FIT * Math.max(1, POSTCARD / page.width);
  return Math.min(widest, Math.max(steps[0]!, zoom === 'page' ? Math.min(wide, high) : wide));
}

function useRoom(element: HTMLElement | null): PageSize {
  const [room, setRoom] = useState<PageSize>({ width: 800, height: 800 });
  useEffect(() => {
    if (element === null) return;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
