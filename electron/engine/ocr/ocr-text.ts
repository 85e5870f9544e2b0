import type { ReadPage, ReadWord } from './page-model.ts';

/** A word's place in the text, UTF-16 code units, `end` exclusive, and its box in percent of the upright page. */
export type PlacedWord = {
  start: number;
  end: number;
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** 0 to 100, as the engine gives it. */
  confidence: number;
};
export type OcrText = { text: string; words: PlacedWord[] };

/** Words joined by a space, lines by a line feed, paragraphs and pages by a blank line; in the order they were read. */
export function ocrText(pages: readonly ReadPage[]): OcrText {
  const parts: string[] = [];
  const words: PlacedWord[] = [];
  let at = 0;
  const add = (part: string) => {
    parts.push(part);
    at += part.length;
  };
  for (const { page, paragraphs } of pages) {
    for (const lines of paragraphs) {
      if (at > 0) add('\n\n');
      lines.forEach((line, index) => {
        if (index > 0) add('\n');
        line.forEach((word, place) => {
          if (place > 0) add(' ');
          words.push(placed(word, page, at));
          add(word.text);
        });
      });
    }
  }
  return { text: parts.join(''), words };
}

function placed({ text, x, y, width, height, confidence }: ReadWord, page: number, start: number): PlacedWord {
  return { start, end: start + text.length, page, x, y, width, height, confidence: Math.round(confidence) };
}
