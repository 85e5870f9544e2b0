/** What the redaction thread is asked and what it answers. */
import type { AreaBox } from './area-box.ts';

/** Words of a page as `PageStretch` has them: from the `start`-th to before the `end`-th non-space character. */
export type PageWordsToHide = { page: number; start: number; end: number; words: string };
export type PageArea = { page: number; area: AreaBox; /** Index of the region it belongs to. */ region: number };

export type PdfTask = {
  act: 'pdf';
  path: string;
  size: number;
  password?: string | undefined;
  words: readonly PageWordsToHide[];
  areas: readonly PageArea[];
  output: string;
};
/** Boxes as painted, in pixels of the drawn page. */
export type PixelBox = { left: number; top: number; right: number; bottom: number };
export type PaintedPage = { page: number; boxes: PixelBox[] };
/** Words that an area covers, by region. */
export type CoveredWords = PageWordsToHide & { region: number };
export type RedactedPdf = { pages: number; painted: PaintedPage[]; covered: CoveredWords[] };

export type PictureTask = { act: 'picture'; path: string; areas: readonly AreaBox[]; output: string };
export type RedactedPicture = { width: number; height: number; boxes: PixelBox[] };

export type CheckPdfTask = { act: 'check-pdf'; path: string; size: number; pages: number; painted: readonly PaintedPage[] };
export type CheckPictureTask = { act: 'check-picture'; path: string; width: number; height: number; boxes: readonly PixelBox[] };

export type RedactTask = PdfTask | PictureTask | CheckPdfTask | CheckPictureTask;
export type RedactAnswer = RedactedPdf | RedactedPicture | null;
