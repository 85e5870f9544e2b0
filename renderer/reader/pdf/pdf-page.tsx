import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { t } from '../../messages/index.ts';
import type { BoxWord } from '../../ocr/lay-words.ts';
import { WordLayer } from '../../ocr/word-layer.tsx';
import type { SurfaceSet } from '../surface/surface-set.ts';
import { drawPage, layText } from './draw-page.ts';

/** Width and height in points, as the page is shown (its own rotation applied). */
export type PageSize = { width: number; height: number };

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  scale: number;
  size: PageSize;
  surfaces: SurfaceSet;
  /** Where the page's words stand in the canonical text; null for a page without any. */
  range: TextRange | null;
  /** Words that were read from the page's picture, shown in place of its own; null when those are in use. */
  read: { text: string; words: readonly BoxWord[] } | null;
  onSize: (number: number, size: PageSize) => void;
};

export function PdfPage({ pdf, number, scale, size, surfaces, range, read, onSize }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const page = usePage(pdf, number, onSize);
  const failed = usePicture(page, scale, picture);
  useWords(read === null ? page : null, scale, sheet, surfaces, range);
  const { width, height } = size;
  return (
    <div
      className="pdf-page"
      data-page={number}
      role="region"
      aria-label={t('reader.pdf.page', { page: number })}
      ref={sheet}
      style={{ inlineSize: width * scale, blockSize: height * scale }}
    >
      <div className="pdf-picture" ref={picture} aria-hidden />
      {read === null || read.words.length === 0 ? null : <WordLayer {...read} aspect={width / height} surfaces={surfaces} />}
      {failed ? <p className="pdf-failed">{t('reader.pdf.page-failed', { page: number })}</p> : null}
    </div>
  );
}

function usePage(pdf: PDFDocumentProxy, number: number, onSize: PdfPageProps['onSize']): PDFPageProxy | null {
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let gone = false;
    void pdf.getPage(number).then(
      (found) => {
        if (gone) return;
        const { width, height } = found.getViewport({ scale: 1 });
        onSize(number, { width, height });
        setPage(found);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [pdf, number, onSize]);
  return page;
}

/** True when the page cannot be drawn; the rest of the document still can. */
function usePicture(page: PDFPageProxy | null, scale: number, holder: { current: HTMLElement | null }): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (page === null || holder.current === null) return;
    const abort = new AbortController();
    drawPage(page, scale, holder.current, abort.signal).catch(() => abort.signal.aborted || setFailed(true));
    return () => abort.abort();
  }, [page, scale, holder]);
  return failed;
}

function useWords(
  page: PDFPageProxy | null,
  scale: number,
  sheet: { current: HTMLElement | null },
  surfaces: SurfaceSet,
  range: TextRange | null,
): void {
  const [words, setWords] = useState<HTMLElement | null>(null);
  const first = useRef(scale);
  useEffect(() => {
    if (page === null) return;
    const abort = new AbortController();
    layText(page, first.current, abort.signal).then(setWords, () => undefined);
    return () => abort.abort();
  }, [page]);
  useEffect(() => {
    words?.style.setProperty('--total-scale-factor', String(scale));
  }, [words, scale]);
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
