import type { DrawnPage } from './draw-page.ts';
import { halve, turnGrey, type Grey } from './grey.ts';
import type { ReadPage, ReadWord, Turn } from './page-model.ts';
import type { RawWord, Recogniser } from './recogniser.ts';

/** Rule of the text, as recorded with it: how words are sifted and joined. A change is a new number. */
export const ocrTextRule = 'ocr-1';
/** A page read with less confidence than this, or with hardly a word, is tried on its side and on its head. */
const DOUBTFUL = 75;
const FEW_WORDS = 8;
/** Words that count for a way up are read with at least this. */
const SURE = 65;
/** Above this many pixels the tries are made at half size: enough to tell which way is up. */
const TRY_PIXELS = 4_000_000;
/** Marks without a letter or figure under this confidence are specks of the scan. */
const SPECK = 50;
/** Tesseract puts direction marks round words against the line's direction; they are not on the page. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Reads a drawn page; one that lies on its side or head is turned first. Boxes are those of the page as it was drawn. */
export function readPage(recogniser: Recogniser, page: number, { grey, dpi, scale }: DrawnPage): ReadPage {
  const read = (turn: Turn) => sift(recogniser.read(turnGrey(grey, turn), dpi ?? 0));
  let turned: Turn = 0;
  let paragraphs = read(0);
  if (isDoubtful(paragraphs)) {
    turned = findUpright(recogniser, grey, dpi ?? 0);
    if (turned !== 0) paragraphs = read(turned);
  }
  const inPercent = ({ text, confidence, bbox }: RawWord): ReadWord => ({ text, confidence, ...percentBox(bbox, grey, turned) });
  return {
    page,
    paragraphs: paragraphs.map((lines) => lines.map((words) => words.map(inPercent))),
    confidence: meanConfidence(paragraphs),
    turned,
    dpi,
    scale: Math.round(scale * 1000) / 1000,
  };
}

/** An empty page is empty whichever way it lies. */
function isDoubtful(paragraphs: RawWord[][][]): boolean {
  const confidence = meanConfidence(paragraphs);
  return confidence !== null && (confidence < DOUBTFUL || paragraphs.flat(2).length < FEW_WORDS);
}

/** The turn under which most letters are read with confidence. */
function findUpright(recogniser: Recogniser, grey: Grey, dpi: number): Turn {
  const small = grey.pixels.length > TRY_PIXELS;
  const tried = small ? halve(grey) : grey;
  const turns: Turn[] = [0, 90, 180, 270];
  const scores = turns.map((turn) => {
    const words = sift(recogniser.read(turnGrey(tried, turn), small ? dpi >> 1 : dpi)).flat(2);
    return words.reduce((sum, { text, confidence }) => sum + (confidence >= SURE ? text.length * confidence : 0), 0);
  });
  return turns[scores.indexOf(Math.max(...scores))] ?? 0;
}

/** Without direction marks, specks, and the lines and paragraphs that are empty without them. */
function sift(paragraphs: RawWord[][][]): RawWord[][][] {
  return paragraphs
    .map((lines) =>
      lines
        .map((words) =>
          words
            .map((word) => ({ ...word, text: word.text.replace(directionMarks, '').trim() }))
            .filter(({ text, confidence }) => text !== '' && (confidence >= SPECK || /[\p{L}\p{N}]/u.test(text))),
        )
        .filter((words) => words.length > 0),
    )
    .filter((lines) => lines.length > 0);
}

function meanConfidence(paragraphs: RawWord[][][]): number | null {
  const words = paragraphs.flat(2);
  if (words.length === 0) return null;
  return Math.round((words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length) * 10) / 10;
}

/** A box found on the turned picture, in percent of the picture before it was turned. */
export function percentBox(
  { x0, y0, x1, y1 }: RawWord['bbox'],
  { width, height }: { width: number; height: number },
  turn: Turn,
): Pick<ReadWord, 'x' | 'y' | 'width' | 'height'> {
  const back = {
    0: { left: x0, top: y0, right: x1, bottom: y1 },
    90: { left: y0, top: height - x1, right: y1, bottom: height - x0 },
    180: { left: width - x1, top: height - y1, right: width - x0, bottom: height - y0 },
    270: { left: width - y1, top: x0, right: width - y0, bottom: x1 },
  }[turn];
  const share = (value: number, whole: number) => Math.round((Math.min(Math.max(value, 0), whole) / whole) * 100_000) / 1000;
  const [x, y] = [share(back.left, width), share(back.top, height)];
  const of = (end: number, start: number) => Math.round((end - start) * 1000) / 1000;
  return { x, y, width: of(share(back.right, width), x), height: of(share(back.bottom, height), y) };
}
