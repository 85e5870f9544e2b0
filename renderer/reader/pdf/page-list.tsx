import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/index.ts';
import { turnBox, type Rotation } from '../areas/area-box.ts';
import type { PlacedArea } from '../areas/use-area-marks.ts';
import { drawPage, dropDrawing } from './draw-page.ts';
import type { PageMarks } from './page-marks.ts';
import { seenSize, type PageSize } from './page-view.ts';

/** Width of a small page picture in CSS pixels, the tallest it gets, and the room its number takes. */
const WIDTH = 108;
const TALLEST = 220;
const CAPTION = 34;

type PageListProps = {
  pdf: PDFDocumentProxy;
  first: PageSize;
  rotation: Rotation;
  current: number;
  marks: ReadonlyMap<number, PageMarks>;
  areas: readonly PlacedArea[];
  onOpen: (number: number) => void;
};

/** Small pictures of all pages, drawn as they come into view and let go of when they leave it. */
export function PageList({ pdf, first, rotation, current, marks, areas, onOpen }: PageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const size = seenSize(first, rotation);
  const height = Math.min(TALLEST, Math.max(12, Math.round((WIDTH * size.height) / size.width)));
  const virtual = useVirtualizer({
    count: pdf.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => height + CAPTION,
    overscan: 2,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => virtual.scrollToIndex(current - 1, { align: 'auto' }), [virtual, current]);
  const step = (event: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -pdf.numPages, End: pdf.numPages }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onOpen(Math.min(Math.max(1, current + by), pdf.numPages));
  };
  return (
    <nav className="page-list" ref={scroller} aria-label={t('reader.pdf.list')} tabIndex={0} onKeyDown={step}>
      <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <button
            type="button"
            key={index}
            className="page-thumb"
            tabIndex={-1}
            style={{ transform: `translateY(${start}px)`, blockSize: height + CAPTION }}
            aria-label={thumbLabel(index + 1, marks.get(index + 1))}
            aria-current={index + 1 === current ? 'page' : undefined}
            onClick={() => onOpen(index + 1)}
          >
            <span className="page-thumb-frame" style={{ blockSize: height, inlineSize: WIDTH }}>
              <Thumbnail pdf={pdf} number={index + 1} height={height} rotation={rotation} areas={areas} />
            </span>
            <ThumbCaption number={index + 1} marks={marks.get(index + 1)} />
          </button>
        ))}
      </div>
    </nav>
  );
}

function thumbLabel(page: number, { passages, finds }: PageMarks = { passages: 0, finds: 0 }): string {
  const words = [t('reader.pdf.open-page', { page })];
  if (passages > 0) words.push(t('reader.passages', { count: passages }));
  if (finds > 0) words.push(t('reader.pdf.finds', { count: finds }));
  return words.join(', ');
}

function ThumbCaption({ number, marks }: { number: number; marks: PageMarks | undefined }) {
  return (
    <span className="page-thumb-caption">
      <span className="number">{number}</span>
      {marks === undefined || marks.passages === 0 ? null : (
        <span className="page-thumb-mark number" data-kind="passage">
          {marks.passages}
        </span>
      )}
      {marks === undefined || marks.finds === 0 ? null : (
        <span className="page-thumb-mark number" data-kind="find">
          {marks.finds}
        </span>
      )}
    </span>
  );
}

type ThumbnailProps = { pdf: PDFDocumentProxy; number: number; height: number; rotation: Rotation; areas: readonly PlacedArea[] };

function Thumbnail({ pdf, number, height, rotation, areas }: ThumbnailProps) {
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = holder.current;
    const abort = new AbortController();
    const draw = async () => {
      const page = await pdf.getPage(number);
      const { width, height: tall } = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
      const scale = Math.min(WIDTH / width, height / tall);
      if (element !== null) await drawPage(page, { scale, rotation }, element, abort.signal);
    };
    // A list that scrolls by quickly should not draw every page it passes.
    const later = setTimeout(() => void draw().catch(() => undefined), 120);
    return () => {
      clearTimeout(later);
      abort.abort();
      if (element !== null) dropDrawing(element);
    };
  }, [pdf, number, height, rotation]);
  return (
    <span className="page-thumb-picture">
      <span ref={holder} aria-hidden />
      {areas
        .filter(({ page }) => page === number)
        .map(({ id, box }) => {
          const { x, y, width, height: high } = turnBox(box, rotation);
          return (
            <span key={id} className="page-thumb-area" style={{ left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${high}%` }} />
          );
        })}
    </span>
  );
}
