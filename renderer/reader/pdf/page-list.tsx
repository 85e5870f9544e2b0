import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/index.ts';
import { drawPage } from './draw-page.ts';
import type { PageSize } from './pdf-page.tsx';

/** Width of a small page picture in CSS pixels, and the room its number takes. */
const WIDTH = 96;
const CAPTION = 30;

type PageListProps = {
  pdf: PDFDocumentProxy;
  first: PageSize;
  current: number;
  onOpen: (number: number) => void;
};

export function PageList({ pdf, first, current, onOpen }: PageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const height = Math.round((WIDTH * first.height) / first.width);
  const virtual = useVirtualizer({
    count: pdf.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => height + CAPTION,
    overscan: 2,
  });
  useEffect(() => virtual.scrollToIndex(current - 1, { align: 'auto' }), [virtual, current]);
  return (
    <nav className="page-list" ref={scroller} aria-label={t('reader.pdf.list')}>
      <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <button
            type="button"
            key={index}
            className="page-thumb"
            style={{ transform: `translateY(${start}px)`, blockSize: height + CAPTION }}
            aria-label={t('reader.pdf.open-page', { page: index + 1 })}
            aria-current={index + 1 === current ? 'page' : undefined}
            onClick={() => onOpen(index + 1)}
          >
            <Thumbnail pdf={pdf} number={index + 1} height={height} />
            <span className="number">{index + 1}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}

function Thumbnail({ pdf, number, height }: { pdf: PDFDocumentProxy; number: number; height: number }) {
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    const draw = async () => {
      const page = await pdf.getPage(number);
      const { width, height: tall } = page.getViewport({ scale: 1 });
      if (holder.current !== null) await drawPage(page, Math.min(WIDTH / width, height / tall), holder.current, abort.signal);
    };
    // A list that scrolls by quickly should not draw every page it passes.
    const later = setTimeout(() => void draw().catch(() => undefined), 120);
    return () => {
      clearTimeout(later);
      abort.abort();
    };
  }, [pdf, number, height]);
  return <span className="page-thumb-picture" ref={holder} style={{ blockSize: height, inlineSize: WIDTH }} aria-hidden />;
}
