import { defaultRangeExtractor, useVirtualizer, type Range as IndexRange, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText } from '#shared/model/items.ts';
import { turned, type Rotation } from '../areas/area-box.ts';
import type { Reveal } from '../surface/use-surfaces.ts';
import { pageOf, pageRanges } from './page-ranges.ts';
import { seenSize, type PageSize } from './page-view.ts';
import { useHeldPages } from './use-held-pages.ts';
import { useZoom, type ZoomState } from './use-zoom.ts';

/** Space under each page, in CSS pixels. */
const GAP = 16;

/** `size` is upright; `range` is null for a page without words. */
export type ShownPage = { number: number; top: number; size: PageSize; range: TextRange | null };
export type Pages = {
  count: number;
  shown: ShownPage[];
  /** Of all pages together, in CSS pixels. */
  height: number;
  width: number;
  /** The page most of the window shows, from 1. */
  current: number;
  zoom: ZoomState;
  rotation: Rotation;
  rotate: (by: 90 | -90) => void;
  /** Shows a page from its top, or from `down` (CSS pixels below its top as it is seen). */
  open: (number: number, down?: number) => void;
  measure: (number: number, size: PageSize) => void;
};

type Asked = {
  count: number;
  first: PageSize;
  scroller: HTMLElement | null;
  text: CanonicalText | null;
  reveal: Reveal | null;
};
type PageVirtualizer = Virtualizer<HTMLElement, Element>;

/** Which pages are laid out and where. Sizes are guessed from the first page until a page has been seen. */
export function usePages({ count, first, scroller, text, reveal }: Asked): Pages {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const [rotation, setRotation] = useState<Rotation>(0);
  const zoom = useZoom(scroller, seenSize(first, rotation));
  const { scale } = zoom;
  const held = useHeldPages(scroller);
  const sizeOf = (number: number) => sizes.get(number) ?? first;
  const seen = (number: number) => seenSize(sizeOf(number), rotation);
  const virtual: PageVirtualizer = useVirtualizer<HTMLElement, Element>({
    count,
    getScrollElement: () => scroller,
    estimateSize: (index) => seen(index + 1).height * scale + GAP,
    overscan: 1,
    paddingStart: GAP,
    rangeExtractor: useCallback((range: IndexRange) => withHeld(defaultRangeExtractor(range), held), [held]),
  });
  const measure = useCallback((number: number, size: PageSize) => setSizes((known) => withSize(known, number, size)), []);
  useKeptPlace(virtual, { scale, rotation, sizes });
  const ranges = useMemo(() => pageRanges(text), [text]);
  const open = useOpen(virtual);
  useEffect(() => {
    if (reveal !== null && scroller !== null) open(pageOf(ranges, reveal.range.start));
  }, [reveal, ranges, open, scroller]);
  const items = virtual.getVirtualItems();
  const middle = (virtual.scrollOffset ?? 0) + (scroller?.clientHeight ?? 0) / 2;
  return {
    count,
    shown: items.map(({ index, start }) => ({
      number: index + 1,
      top: start,
      size: sizeOf(index + 1),
      range: ranges.get(index + 1) ?? null,
    })),
    height: virtual.getTotalSize(),
    width: Math.max(seenSize(first, rotation).width, ...items.map(({ index }) => seen(index + 1).width)) * scale,
    current: (items.find((item) => item.end >= middle)?.index ?? 0) + 1,
    zoom,
    rotation,
    rotate: useCallback((by: 90 | -90) => setRotation((before) => turned(before, by)), []),
    open,
    measure,
  };
}

function useOpen(virtual: PageVirtualizer): Pages['open'] {
  const frame = useRef(0);
  return useCallback(
    (number, down = 0) => {
      cancelAnimationFrame(frame.current);
      virtual.scrollToIndex(number - 1, { align: 'start' });
      if (down === 0) return;
      const goDown = () => {
        const start = virtual.getOffsetForIndex(number - 1, 'start')?.[0] ?? 0;
        virtual.scrollToOffset(start + Math.max(0, down - GAP));
      };
      // The page has its true size only once it is laid out.
      frame.current = requestAnimationFrame(() => (frame.current = requestAnimationFrame(goDown)));
    },
    [virtual],
  );
}

function withHeld(indexes: number[], held: readonly number[]): number[] {
  const missing = held.filter((number) => !indexes.includes(number - 1)).map((number) => number - 1);
  return missing.length === 0 ? indexes : [...indexes, ...missing].sort((a, b) => a - b);
}

function withSize(known: ReadonlyMap<number, PageSize>, number: number, size: PageSize): ReadonlyMap<number, PageSize> {
  const before = known.get(number);
  return before?.width === size.width && before.height === size.height ? known : new Map(known).set(number, size);
}

type Layout = { scale: number; rotation: Rotation; sizes: ReadonlyMap<number, PageSize> };

/** When pages change size, what was looked at stays in view. */
function useKeptPlace(virtual: PageVirtualizer, { scale, rotation, sizes }: Layout): void {
  const before = useRef({ scale, rotation });
  useEffect(() => {
    if (scale === before.current.scale && rotation === before.current.rotation) return;
    const isTurned = rotation !== before.current.rotation;
    before.current = { scale, rotation };
    const offset = virtual.scrollOffset ?? 0;
    // A page that is turned takes another shape: what is in the middle of the window stays there. Otherwise what is at its top.
    const middle = isTurned ? (virtual.scrollElement?.clientHeight ?? 0) / 2 : 0;
    const held = virtual.getVirtualItemForOffset(offset + middle);
    virtual.measure();
    if (held === undefined || offset === 0) return;
    const startOf = (index: number) => virtual.measurementsCache[index]?.start ?? 0;
    // Positions of the new sizes are reckoned when they are asked for.
    virtual.getTotalSize();
    const size = virtual.measurementsCache[held.index]?.size ?? held.size;
    virtual.scrollToOffset(startOf(held.index) + ((offset + middle - held.start) / held.size) * size - middle);
  }, [virtual, scale, rotation]);
  useEffect(() => {
    for (const [number, size] of sizes) virtual.resizeItem(number - 1, seenSize(size, rotation).height * scale + GAP);
  }, [virtual, scale, rotation, sizes]);
}
