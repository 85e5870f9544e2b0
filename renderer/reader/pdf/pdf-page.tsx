import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { t } from '../../messages/index.ts';
import type { BoxWord } from '../../ocr/lay-words.ts';
import { WordLayer } from '../../ocr/word-layer.tsx';
import type { AreaBox } from '../areas/area-box.ts';
import { AreaLayer, type AreaMark } from '../areas/area-layer.tsx';
import { UprightLayer } from '../areas/upright-layer.tsx';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { drawPage, dropDrawing, fitText, layText } from './draw-page.ts';
import { PageLinks } from './page-links.tsx';
import { seenSize, type PageSize, type PageView } from './page-view.ts';
import type { LinkTarget } from './link-target.ts';

/** Drawn with fewer pixels than this for each of the screen, the reader says so. */
const COARSE = 0.75;

/** The drawing of areas: on which page the keyboard draws, and where what is drawn goes. */
export type PageDrawing = {
  isOn: boolean;
  page: number;
  onArea: (page: number, box: AreaBox, rect: DOMRect) => void;
  onCancel: () => void;
};

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  view: PageView;
  size: PageSize;
  surfaces: SurfaceSet;
  /** Where the page's words stand in the canonical text; null for a page without any. */
  range: TextRange | null;
  /** Words that were read from the page's picture, shown in place of its own; null when those are in use. */
  read: { text: string; words: readonly BoxWord[] } | null;
  areas: readonly AreaMark[];
  drawing: PageDrawing;
  onSize: (number: number, size: PageSize) => void;
  onOpenArea: (id: string) => void;
  onFollow: (target: LinkTarget) => void;
};

export function PdfPage({ pdf, number, view, size, surfaces, range, read, areas, drawing, onSize, onOpenArea, onFollow }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const { page, isBroken } = usePage(pdf, number, onSize);
  const drawn = usePicture(page, view, picture);
  useWords(read === null ? page : null, view, sheet, surfaces, range);
  const { width, height } = seenSize(size, view.rotation);
  const upright = { width: size.width * view.scale, height: size.height * view.scale };
  return (
    <div
      className="pdf-page"
      data-page={number}
      data-areas={areas.length > 0}
      role="region"
      aria-label={t('reader.pdf.page', { page: number })}
      ref={sheet}
      style={{ inlineSize: width * view.scale, blockSize: height * view.scale }}
    >
      <div className="pdf-picture" ref={picture} aria-hidden />
      {read === null || read.words.length === 0 ? null : (
        <UprightLayer {...upright} rotation={view.rotation}>
          <WordLayer {...read} aspect={size.width / size.height} surfaces={surfaces} />
        </UprightLayer>
      )}
      <AreaLayer
        areas={areas}
        rotation={view.rotation}
        onOpen={onOpenArea}
        isDrawing={drawing.isOn}
        takesFocus={drawing.page === number}
        onArea={(box, rect) => drawing.onArea(number, box, rect)}
        onCancel={drawing.onCancel}
      />
      {page === null ? null : <PageLinks page={page} rotation={view.rotation} onFollow={onFollow} />}
      {isBroken || drawn === 'failed' ? <p className="pdf-failed">{t('reader.pdf.page-failed', { page: number })}</p> : null}
      {typeof drawn === 'number' && drawn < COARSE ? (
        <p className="pdf-coarse">{t('reader.pdf.coarse', { percent: Math.max(1, Math.round(drawn * 100)) })}</p>
      ) : null}
    </div>
  );
}

function usePage(pdf: PDFDocumentProxy, number: number, onSize: PdfPageProps['onSize']): { page: PDFPageProxy | null; isBroken: boolean } {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let gone = false;
    let had: PDFPageProxy | null = null;
    void pdf.getPage(number).then(
      (found) => {
        if (gone) return;
        const { width, height } = found.getViewport({ scale: 1 });
        if (width > 0 && height > 0) onSize(number, { width, height });
        had = found;
        setPage(found);
      },
      () => gone || setBroken(true),
    );
    return () => {
      gone = true;
      // What pdf.js holds of a page far away is let go; it is read again when the page comes back.
      had?.cleanup();
    };
  }, [pdf, number, onSize]);
  return { page, isBroken };
}

/** How sharp the page was drawn; `failed` when it cannot be, although the rest of the document still can. */
function usePicture(page: PDFPageProxy | null, view: PageView, holder: { current: HTMLElement | null }): number | 'failed' | null {
  const [drawn, setDrawn] = useState<number | 'failed' | null>(null);
  const { scale, rotation } = view;
  useEffect(() => {
    const element = holder.current;
    if (page === null || element === null) return;
    const abort = new AbortController();
    drawPage(page, { scale, rotation }, element, abort.signal).then(setDrawn, () => abort.signal.aborted || setDrawn('failed'));
    return () => abort.abort();
  }, [page, scale, rotation, holder]);
  useEffect(() => {
    const element = holder.current;
    return () => (element === null ? undefined : dropDrawing(element));
  }, [holder]);
  return drawn;
}

function useWords(
  page: PDFPageProxy | null,
  view: PageView,
  sheet: { current: HTMLElement | null },
  surfaces: SurfaceSet,
  range: TextRange | null,
): void {
  const [words, setWords] = useState<HTMLDivElement | null>(null);
  const first = useRef(view);
  const { scale, rotation } = view;
  useEffect(() => {
    if (page === null) return;
    const abort = new AbortController();
    layText(page, first.current, abort.signal).then(setWords, () => undefined);
    return () => abort.abort();
  }, [page]);
  useEffect(() => {
    if (words !== null && page !== null) fitText(words, page, { scale, rotation });
  }, [words, page, scale, rotation]);
  const start = range?.start ?? null;
  const end = range?.end ?? null;
  useEffect(() => {
    // Without a page its own words are not in use.
    if (page === null || words === null || sheet.current === null) return;
    sheet.current.append(words);
    if (start !== null && end !== null) surfaces.add(words, { start, end });
    return () => {
      surfaces.remove(words);
      words.remove();
    };
  }, [page, words, sheet, surfaces, start, end]);
}
