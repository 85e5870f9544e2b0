import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useAreaMarks } from '../areas/use-area-marks.ts';
import { useAreaTool } from '../areas/use-area-tool.ts';
import { useSurfaces } from '../surface/use-surfaces.ts';
import { AddressDialog } from './address-dialog.tsx';
import { pageMarks, trackMarks } from './page-marks.ts';
import { pageRanges } from './page-ranges.ts';
import { PageTrack } from './page-track.tsx';
import type { PageSize } from './page-view.ts';
import { PdfNotices } from './pdf-notices.tsx';
import { PdfPage, type PageDrawing } from './pdf-page.tsx';
import { PdfSidebar, type SidebarView } from './pdf-sidebar.tsx';
import { PdfTools } from './pdf-tools.tsx';
import type { PdfViewerProps } from './pdf-viewer.tsx';
import { useAskedArea } from './use-asked-area.ts';
import { useFollow } from './use-follow.ts';
import { usePages } from './use-pages.ts';
import { usePdfCommands } from './use-pdf-commands.ts';
import { useSteadySelection } from './use-steady-selection.ts';

type PdfPagesProps = PdfViewerProps & { pdf: PDFDocumentProxy; first: PageSize };

/** An open document: its pages, what is beside them, and what can be done with them. */
export function PdfPages({ pdf, first, item, text, file, reading }: PdfPagesProps) {
  const { words, passages, selected, onArea, onOpenPassage } = reading;
  const surfaces = useSurfaces(text?.text ?? '', words);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [sidebar, setSidebar] = useState<SidebarView | null>(null);
  const pages = usePages({ count: pdf.numPages, first, scroller, text, reveal: words.reveal });
  const { zoom, current, open, rotate, rotation } = pages;
  const areaTool = useAreaTool(useCanWrite());
  const areas = useAreaMarks({ itemId: item.id, passages, selected: selected?.target ?? null });
  const ranges = useMemo(() => pageRanges(text), [text]);
  const marks = useMemo(() => pageMarks(words.paint, areas, ranges), [words.paint, areas, ranges]);
  const track = useMemo(() => trackMarks(words.paint, areas, ranges, pdf.numPages), [words.paint, areas, ranges, pdf]);
  const { follow, address, closeAddress } = useFollow(pdf, pages);
  useSteadySelection(scroller);
  useAskedArea(reading.asked, pages);
  const show = (view: SidebarView) => setSidebar((before) => (before === view ? null : view));
  usePdfCommands({
    sidebar: () => setSidebar((before) => (before === null ? 'pages' : null)),
    outline: () => show('outline'),
    next: () => open(Math.min(pages.count, current + 1)),
    previous: () => open(Math.max(1, current - 1)),
    first: () => open(1),
    last: () => open(pages.count),
    go: () => field.current?.focus(),
    rotate: () => rotate(90),
    'rotate-back': () => rotate(-90),
    bigger: zoom.bigger,
    smaller: zoom.smaller,
    width: zoom.fitWidth,
    page: zoom.fitPage,
  });
  const { stop } = areaTool;
  const drawing: PageDrawing = {
    isOn: areaTool.isDrawing,
    page: current,
    onArea: useCallback(
      (page, area, rect) => {
        stop();
        onArea({ area, page }, rect);
      },
      [stop, onArea],
    ),
    onCancel: stop,
  };
  return (
    <div className="pdf">
      <PdfTools
        pages={pages}
        isListed={sidebar !== null}
        onList={(on) => setSidebar(on ? 'pages' : null)}
        areaTool={areaTool}
        field={field}
      />
      <PdfNotices item={item} text={text} isDrawing={areaTool.isDrawing} />
      <div className="pdf-body">
        {sidebar === null ? null : (
          <PdfSidebar
            view={sidebar}
            onView={setSidebar}
            onFollow={follow}
            pdf={pdf}
            first={first}
            rotation={rotation}
            current={current}
            marks={marks}
            areas={areas}
            onOpen={open}
          />
        )}
        <div
          className="pdf-scroller"
          ref={setScroller}
          tabIndex={0}
          role="document"
          aria-label={t('reader.pdf.label', { name: file.name })}
        >
          <div className="pdf-sheets" style={{ blockSize: pages.height, minInlineSize: pages.width }}>
            {pages.shown.map(({ number, top, size, range }) => (
              <div key={number} className="pdf-slot" style={{ transform: `translateY(${top}px)` }}>
                <PdfPage
                  pdf={pdf}
                  number={number}
                  view={{ scale: zoom.scale, rotation }}
                  size={size}
                  surfaces={surfaces}
                  range={range}
                  areas={areas.filter(({ page }) => page === number)}
                  drawing={drawing}
                  onSize={pages.measure}
                  onOpenArea={onOpenPassage}
                  onFollow={follow}
                />
              </div>
            ))}
          </div>
        </div>
        <PageTrack marks={track} />
      </div>
      {address === null ? null : <AddressDialog address={address} onClose={closeAddress} />}
    </div>
  );
}
