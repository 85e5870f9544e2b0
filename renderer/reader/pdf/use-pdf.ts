import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { openPdf, type PdfFile } from './open-pdf.ts';
import type { PageSize } from './page-view.ts';

export type PdfState =
  | { state: 'opening' }
  /** It asks for a password. `unlock` hands one over; it is held by nothing here. */
  | { state: 'locked'; isWrong: boolean; unlock: (password: string) => void }
  /** `first` is the size of the first page in points, the guess for all others until they are seen. */
  | { state: 'open'; pdf: PDFDocumentProxy; first: PageSize }
  | { state: 'failed'; error: unknown };

/** A4, for a document whose first page cannot be read: others may. */
const A4: PageSize = { width: 595.28, height: 841.89 };

/** The document of a file, open for as long as the component is shown. */
export function usePdf({ sha256, size, name, mediaType }: PdfFile): PdfState {
  const [state, setState] = useState<PdfState>({ state: 'opening' });
  useEffect(() => {
    let gone = false;
    const settle = (next: PdfState) => gone || setState(next);
    const { document, close } = openPdf({ sha256, size, name, mediaType }, (unlock, isWrong) =>
      settle({ state: 'locked', isWrong, unlock }),
    );
    document
      .then(async (pdf) => settle({ state: 'open', pdf, first: await firstSize(pdf) }))
      .catch((error: unknown) => settle({ state: 'failed', error }));
    return () => {
      gone = true;
      close();
    };
  }, [sha256, size, name, mediaType]);
  return state;
}

async function firstSize(pdf: PDFDocumentProxy): Promise<PageSize> {
  try {
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return width > 0 && height > 0 ? { width, height } : A4;
  } catch {
    return A4;
  }
}
