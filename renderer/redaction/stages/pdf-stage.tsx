import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { drawPage, dropDrawing } from '../../reader/pdf/draw-page.ts';
import { PasswordForm } from '../../reader/pdf/password-form.tsx';
import { usePdf } from '../../reader/pdf/use-pdf.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Gap } from '../../ui/page.tsx';
import type { DraftRegion, Place } from '../draft-regions.ts';
import { BoxLayer } from './box-layer.tsx';
import { DrawTool } from './draw-tool.tsx';

type PdfStageProps = {
  file: ItemFile;
  list: readonly DraftRegion[];
  onAdd: ((places: readonly Place[]) => void) | null;
  /** A password that opened it, for the making of the copy. */
  onPassword?: (password: string) => void;
  /** Shown first. */
  page?: number;
};

/** One page at a time, to draw boxes on; without `onAdd` only to look at. */
export function PdfStage({ file, list, onAdd, onPassword, page: first = 1 }: PdfStageProps) {
  const pdf = usePdf(file);
  const [page, setPage] = useState(first);
  const [isDrawing, setDrawing] = useState(true);
  if (pdf.state === 'failed') return <ErrorNotice error={pdf.error} />;
  if (pdf.state === 'locked')
    return (
      <div className="redaction-stage">
        <p className="muted">{t('redaction.locked')}</p>
        <PasswordForm
          name={file.name}
          isWrong={pdf.isWrong}
          offersText={false}
          onPassword={(password) => (onPassword?.(password), pdf.unlock(password))}
        />
      </div>
    );
  const pages = pdf.state === 'open' ? pdf.pdf.numPages : 0;
  return (
    <div className="redaction-stage">
      <div className="redaction-tools">
        {onAdd === null ? <Gap /> : <DrawTool isDrawing={isDrawing} onToggle={() => setDrawing(!isDrawing)} />}
        <IconButton label={t('redaction.page.previous')} icon={ChevronLeft} isDisabled={page <= 1} onPress={() => setPage(page - 1)} />
        <span className="number">{t('redaction.page', { page, pages })}</span>
        <IconButton label={t('redaction.page.next')} icon={ChevronRight} isDisabled={page >= pages} onPress={() => setPage(page + 1)} />
      </div>
      {onAdd !== null && list.some(({ region }) => region.kind === 'words') ? <p className="faint">{t('redaction.pages.words')}</p> : null}
      <div className="redaction-scroll" tabIndex={-1}>
        {pdf.state === 'open' ? (
          <div className="redaction-sheet">
            <PageDrawing pdf={pdf.pdf} page={page} />
            {onAdd === null ? null : (
              <BoxLayer
                list={list}
                page={page}
                isDrawing={isDrawing}
                onBox={(area) => onAdd([{ kind: 'area', page, area, from: null, to: null }])}
                onStop={() => setDrawing(false)}
              />
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** Wide enough to read print by; the sheet is shown as wide as there is room. */
const SCALE = 1.6;

function PageDrawing({ pdf, page }: { pdf: PDFDocumentProxy; page: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const element = holder.current!;
    const abort = new AbortController();
    setError(null);
    pdf
      .getPage(page)
      .then((one) => drawPage(one, { scale: SCALE, rotation: 0 }, element, abort.signal))
      .catch((problem: unknown) => abort.signal.aborted || setError(problem));
    return () => {
      abort.abort();
      dropDrawing(element);
    };
  }, [pdf, page]);
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      <div ref={holder} role="img" aria-label={t('redaction.page.label', { page })} />
    </>
  );
}
