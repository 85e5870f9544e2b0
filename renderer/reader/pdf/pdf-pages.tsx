import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useMemo, useRef, useState } from 'react';
import type { CanonicalText } from '#shared/model/items.ts';
import { wordsByPage } from '../../ocr/lay-words.ts';
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
import { PdfSheets } from './pdf-sheets.tsx';
import { PdfSidebar, type SidebarView } from './pdf-sidebar.tsx';
import { PdfTools } from './pdf-tools.tsx';
import type { PdfViewerProps } from './pdf-viewer.tsx';
import { useAskedArea } from './use-asked-area.ts';
import { useFollow } from './use-follow.ts';
import { usePageCommands } from './use-page-commands.ts';
import { usePageDrawing } from './use-page-drawing.ts';
import { usePages } from './use-pages.ts';
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
  const canWrite = useCanWrite();
  const areaTool = useAreaTool(canWrite);
  const areas = useAreaMarks({ itemId: item.id, passages, selected: selected?.target ?? null });
  const ranges = useMemo(() => pageRanges(text), [text]);
  const marks = useMemo(() => pageMarks(words.paint, areas, ranges), [words.paint, areas, ranges]);
  const track = useMemo(() => trackMarks(words.paint, areas, ranges, pdf.numPages), [words.paint, areas, ranges, pdf]);
  const { follow, address, closeAddress } = useFollow(pdf, pages);
  const drawing = usePageDrawing(areaTool, pages.current, onArea);
  useSteadySelection(scroller);
  useAskedArea(reading.asked, pages);
  usePageCommands({ pages, field, setSidebar });
  const { rotation, current, open } = pages;
  const listed = { pdf, first, rotation, current, marks, areas, onOpen: open };
  const sheets = { pdf, name: file.name, pages, surfaces, read: useRead(text), areas, drawing };
  return (
    <div className="pdf">
      <PdfTools
        pages={pages}
        isListed={sidebar !== null}
        onList={(on) => setSidebar(on ? 'pages' : null)}
        areaTool={canWrite ? areaTool : null}
        field={field}
      />
      <PdfNotices item={item} text={text} isDrawing={areaTool.isDrawing} />
      <div className="pdf-body">
        {sidebar === null ? null : <PdfSidebar view={sidebar} onView={setSidebar} onFollow={follow} {...listed} />}
        <PdfSheets {...sheets} scroller={setScroller} onOpenArea={onOpenPassage} onFollow={follow} />
        <PageTrack marks={track} />
      </div>
      {address === null ? null : <AddressDialog address={address} onClose={closeAddress} />}
    </div>
  );
}

/** Words read from the pages' pictures; null when the pages' own words are in use. */
function useRead(text: CanonicalText | null) {
  return useMemo(() => {
    const words = wordsByPage(text?.map ?? null);
    return text === null || words === null ? null : { text: text.text, words };
  }, [text]);
}
