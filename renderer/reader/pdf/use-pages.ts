import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { CanonicalText, TextMap } from '#shared/model/items.ts';
import type { Reveal } from '../surface/use-surfaces.ts';
import type { PageSize } from './pdf-page.tsx';
import { useZoom, type ZoomState } from './use-zoom.ts';

/** Space under each page, in CSS pixels. */
const GAP = 16;

export type ShownPage = { number: number; top: number; size: PageSize; range: TextRange | null };
export type Pages = {
  shown: ShownPage[];
  /** Of all pages together, in CSS pixels. */
  height: number;
  width: number;
  /** The page most of the window shows, from 1. */
  current: number;
  zoom: ZoomState;
  open: (number: number) => void;
  measure: (number: number, size: PageSize) => void;
};

type Asked = {
  count: number;
  first: PageSize;
  scroller: HTMLElement | null;
  text: CanonicalText | null;
  reveal: Reveal | null;
};

/** Which pages are laid out and where. Sizes are guessed from the first page until a page has been seen. */
export function usePages({ count, first, scroller, text, reveal }: Asked): Pages {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const zoom = useZoom(scroller, first);
  const { scale } = zoom;
  const sizeOf = (number: number) => sizes.get(number) ?? first;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: (index) => sizeOf(index + 1).height * scale + GAP,
    overscan: 1,
    paddingStart: GAP,
  });
  const measure = useCallback((number: number, size: PageSize) => setSizes((known) => withSize(known, number, size)), []);
  useKeptPlace(virtual, scale, sizes);
  const ranges = useMemo(() => pageRanges(text), [text]);
  const open = useCallback((number: number) => virtual.scrollToIndex(number - 1, { align: 'start' }), [virtual]);
  useEffect(() => {
    if (reveal !== null && scroller !== null) open(pageOf(ranges, reveal.range.start));
  }, [reveal, ranges, open, scroller]);
  const items = virtual.getVirtualItems();
  const middle = (virtual.scrollOffset ?? 0) + (scroller?.clientHeight ?? 0) / 2;
  return {
    shown: items.map(({ index, start }) => ({
      number: index + 1,
      top: start,
      size: sizeOf(index + 1),
      range: ranges.get(index + 1) ?? null,
    })),
    height: virtual.getTotalSize(),
    width: Math.max(first.width, ...items.map(({ index }) => sizeOf(index + 1).width)) * scale,
    current: (items.find((item) => item.end >= middle)?.index ?? 0) + 1,
    zoom,
    open,
    measure,
  };
}

function withSize(known: ReadonlyMap<number, PageSize>, number: number, size: PageSize): ReadonlyMap<number, PageSize> {
  const before = known.get(number);
  return before?.width === size.width && before.height === size.height ? known : new Map(known).set(number, size);
}

/** When pages change size, what is at the top of the window stays there. */
function useKeptPlace(
  virtual: ReturnType<typeof useVirtualizer<HTMLElement, Element>>,
  scale: number,
  sizes: ReadonlyMap<number, PageSize>,
): void {
  const before = useRef(scale);
  useEffect(() => {
    const ratio = scale / before.current;
    if (ratio === 1) return;
    before.current = scale;
    const offset = virtual.scrollOffset ?? 0;
    const top = virtual.getVirtualItemForOffset(offset);
    virtual.measure();
    if (top === undefined || offset === 0) return;
    const start = virtual.getOffsetForIndex(top.index, 'start')?.[0] ?? 0;
    virtual.scrollToOffset(start + (offset - top.start) * ratio);
  }, [virtual, scale]);
  useEffect(() => {
    for (const [number, { height }] of sizes) virtual.resizeItem(number - 1, height * scale + GAP);
  }, [virtual, scale, sizes]);
}

function pageRanges(text: CanonicalText | null): Map<number, TextRange> {
  if (text?.map.kind === 'boxes') return boxRanges(text.map.words);
  if (text === null || text.map.kind !== 'pages') return new Map();
  return new Map(text.map.pages.filter(({ start, end }) => end > start).map(({ page, start, end }) => [page, { start, end }]));
}

function boxRanges(words: Extract<TextMap, { kind: 'boxes' }>['words']): Map<number, TextRange> {
  const ranges = new Map<number, TextRange>();
  for (const { page, start, end } of words) ranges.set(page, { start: ranges.get(page)?.start ?? start, end });
  return ranges;
}

function pageOf(ranges: ReadonlyMap<number, TextRange>, offset: number): number {
  for (const [page, range] of ranges) if (offset < range.end) return page;
  return 1;
}
