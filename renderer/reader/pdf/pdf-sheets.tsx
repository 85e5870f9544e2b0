import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { t } from '../../messages/index.ts';
import type { BoxWord } from '../../ocr/lay-words.ts';
import type { PlacedArea } from '../areas/use-area-marks.ts';
import type { SurfaceSet } from '../surface/surface-set.ts';
import type { LinkTarget } from './link-target.ts';
import { PdfPage, type PageDrawing } from './pdf-page.tsx';
import type { Pages } from './use-pages.ts';

type PdfSheetsProps = {
  pdf: PDFDocumentProxy;
  name: string;
  pages: Pages;
  surfaces: SurfaceSet;
  /** Words that were read from the pages' pictures, by page; null when the pages' own are in use. */
  read: { text: string; words: ReadonlyMap<number, readonly BoxWord[]> } | null;
  areas: readonly PlacedArea[];
  drawing: PageDrawing;
  scroller: (element: HTMLDivElement | null) => void;
  onOpenArea: (id: string) => void;
  onFollow: (target: LinkTarget) => void;
};

const none: readonly BoxWord[] = [];

/** The pages that are near, in a column as long as the document. */
export function PdfSheets({ pdf, name, pages, surfaces, read, areas, drawing, scroller, onOpenArea, onFollow }: PdfSheetsProps) {
  return (
    <div className="pdf-scroller" ref={scroller} tabIndex={0} role="document" aria-label={t('reader.pdf.label', { name })}>
      <div className="pdf-sheets" style={{ blockSize: pages.height, minInlineSize: pages.width }}>
        {pages.shown.map(({ number, top, size, range }) => (
          <div key={number} className="pdf-slot" style={{ transform: `translateY(${top}px)` }}>
            <PdfPage
              pdf={pdf}
              number={number}
              view={{ scale: pages.zoom.scale, rotation: pages.rotation }}
              size={size}
              surfaces={surfaces}
              range={range}
              read={read === null ? null : { text: read.text, words: read.words.get(number) ?? none }}
              areas={areas.filter(({ page }) => page === number)}
              drawing={drawing}
              onSize={pages.measure}
              onOpenArea={onOpenArea}
              onFollow={onFollow}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
