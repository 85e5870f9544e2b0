import { useEffect, useState } from 'react';
import type { PageSize } from './pdf-page.tsx';

/** `fit` follows the width of the window; a number is CSS pixels a point times 3/4, so that 1 is the size on paper. */
export type Zoom = 'fit' | number;

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];
/** CSS pixels a PDF point (1/96 against 1/72 inch). */
const PAPER = 96 / 72;
/** Room beside a page for its shadow and the scroll bar. */
const MARGIN = 56;
const WIDEST_FIT = 1.6;

export type ZoomState = {
  zoom: Zoom;
  scale: number;
  percent: number;
  bigger: () => void;
  smaller: () => void;
  fit: () => void;
};

/** The scale at which pages are drawn, in CSS pixels a point. */
export function useZoom(element: HTMLElement | null, page: PageSize): ZoomState {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const width = useWidth(element);
  const fitted = Math.min(WIDEST_FIT, Math.max(steps[0]!, (width - MARGIN) / (page.width * PAPER)));
  const factor = zoom === 'fit' ? fitted : zoom;
  return {
    zoom,
    scale: factor * PAPER,
    percent: Math.round(factor * 100),
    bigger: () => setZoom(steps.find((step) => step > factor + 0.01) ?? steps.at(-1)!),
    smaller: () => setZoom(steps.findLast((step) => step < factor - 0.01) ?? steps[0]!),
    fit: () => setZoom('fit'),
  };
}

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(element?.clientWidth ?? 800);
  useEffect(() => {
    if (element === null) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
