import { useEffect, useRef } from 'react';
import { turnBox } from '../areas/area-box.ts';
import { areaOf } from '../areas/area-of.ts';
import type { Asked } from '../marks/use-asked.ts';
import { seenSize } from './page-view.ts';
import type { Pages } from './use-pages.ts';

/** Space above an area that is shown, in CSS pixels. */
const ABOVE = 80;

/** Scrolls to the area a person asked for. */
export function useAskedArea(asked: Asked | null, pages: Pages): void {
  const done = useRef<number | null>(null);
  useEffect(() => {
    if (asked === null || done.current === asked.nonce || pages.shown.length === 0) return;
    done.current = asked.nonce;
    const box = areaOf(asked.passage);
    const { page } = asked.passage;
    if (box === null || page === null) return;
    const size = pages.shown.find(({ number }) => number === page)?.size ?? pages.shown[0]!.size;
    const high = seenSize(size, pages.rotation).height * pages.zoom.scale;
    pages.open(page, Math.max(0, (turnBox(box, pages.rotation).y / 100) * high - ABOVE));
  }, [asked, pages]);
}
