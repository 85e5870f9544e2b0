import './pdf-viewer.css';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useMemo, useState } from 'react';
import type { CanonicalText, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { wordsByPage } from '../../ocr/lay-words.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSurfaces, type WordsProps } from '../surface/use-surfaces.ts';
import { PageList } from './page-list.tsx';
import { PdfPage, type PageSize } from './pdf-page.tsx';
import { PdfTools } from './pdf-tools.tsx';
import { usePages } from './use-pages.ts';
import { usePdf } from './use-pdf.ts';

type PdfViewerProps = WordsProps & { file: ItemFile; text: CanonicalText | null };

export function PdfViewer(props: PdfViewerProps) {
  const opened = usePdf(props.file);
  if (opened.state === 'failed')
    return (
      <div className="reader-notice">
        <ErrorNotice error={opened.error} />
      </div>
    );
  if (opened.state === 'opening')
    return (
      <p className="reader-opening" role="status">
        {t('reader.opening')}
      </p>
    );
  return <PdfPages {...props} pdf={opened.pdf} first={opened.first} />;
}

type PdfPagesProps = PdfViewerProps & { pdf: PDFDocumentProxy; first: PageSize };

function PdfPages({ pdf, first, text, file, ...words }: PdfPagesProps) {
  const surfaces = useSurfaces(text?.text ?? '', words);
  const read = useMemo(() => wordsByPage(text?.map ?? null), [text]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [listed, setListed] = useState(false);
  const pages = usePages({ count: pdf.numPages, first, scroller, text, reveal: words.reveal });
  return (
    <div className="pdf">
      <PdfTools pages={pages} count={pdf.numPages} isListed={listed} onList={setListed} />
      <div className="pdf-body">
        {listed ? <PageList pdf={pdf} first={first} current={pages.current} onOpen={pages.open} /> : null}
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
                  scale={pages.zoom.scale}
                  size={size}
                  surfaces={surfaces}
                  range={range}
                  read={read === null ? null : { text: text?.text ?? '', words: read.get(number) ?? [] }}
                  onSize={pages.measure}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
