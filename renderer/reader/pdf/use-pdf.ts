import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { openPdf, type PdfFile } from './open-pdf.ts';
import type { PageSize } from './pdf-page.tsx';

export type PdfState =
  | { state: 'opening' }
  /** `first` is the size of the first page in points, the guess for all others until they are seen. */
  | { state: 'open'; pdf: PDFDocumentProxy; first: PageSize }
  | { state: 'failed'; error: unknown };

/** The document of a file, open for as long as the component is shown. */
export function usePdf({ sha256, size, name, mediaType }: PdfFile): PdfState {
  const [state, setState] = useState<PdfState>({ state: 'opening' });
  useEffect(() => {
    const { document, close } = openPdf({ sha256, size, name, mediaType });
    let gone = false;
    const settle = (next: PdfState) => gone || setState(next);
    document
      .then(async (pdf) => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        settle({ state: 'open', pdf, first: { width, height } });
      })
      .catch((error: unknown) => settle({ state: 'failed', error }));
    return () => {
      gone = true;
      close();
    };
  }, [sha256, size, name, mediaType]);
  return state;
}
