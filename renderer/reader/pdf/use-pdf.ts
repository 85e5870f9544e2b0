import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { ItemFile } from '#shared/model/items.ts';
import { openPdf } from './open-pdf.ts';
import type { PageSize } from './pdf-page.tsx';

export type PdfState =
  | { state: 'opening' }
  /** `first` is the size of the first page in points, the guess for all others until they are seen. */
  | { state: 'open'; pdf: PDFDocumentProxy; first: PageSize }
  | { state: 'failed'; error: unknown };

/** The document of a file, open for as long as the component is shown. */
export function usePdf(file: ItemFile): PdfState {
  const [state, setState] = useState<PdfState>({ state: 'opening' });
  const { sha256 } = file;
  useEffect(() => {
    const { document, close } = openPdf(file);
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
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the bytes of a file never change, so its hash says all
  }, [sha256]);
  return state;
}
