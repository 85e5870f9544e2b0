/** What one page or picture reads as. Boxes in percent of the upright page, confidence 0 to 100 as Tesseract gives it. */
export type ReadWord = { text: string; confidence: number; x: number; y: number; width: number; height: number };
/** Paragraphs of lines of words, in the order in which they are read. */
export type ReadPage = {
  page: number;
  paragraphs: ReadWord[][][];
  /** Mean of the words' confidences, null without words. */
  confidence: number | null;
  /** Quarter turns clockwise, in degrees, that brought the words upright. */
  turned: Turn;
  /** Drawn at this many dots an inch; null for pictures, which do not say how large they were. */
  dpi: number | null;
  /** Pixels read for each pixel of the picture, or for each dot of 300 an inch. Under 1: scaled down. */
  scale: number;
};
export type Turn = 0 | 90 | 180 | 270;

/** What is read: a file of the item, as blob on disk. */
export type PageSource = { kind: 'pdf' | 'picture'; path: string; size: number };

/** One set of language data: `<code>.traineddata`, gzipped or not. */
export type LanguageFile = { code: string; path: string };

export type OcrTask = { source: PageSource; languages: LanguageFile[] } & ({ act: 'open' } | { act: 'page'; page: number });
/** `sha256` of the data as used, that is unpacked. `build`: which of the engine's builds ran. */
export type OcrOpened = { pages: number; version: string; build: string; languages: { code: string; sha256: string }[] };
