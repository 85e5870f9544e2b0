import type { TextRange } from './find-matches.ts';

/**
 * Counts the characters of a text that are not white space (JavaScript's `\s`). Two renderings of the same words (the
 * document on screen and the canonical text) differ only in white space, so the count is the same place in both.
 */
export type NonSpaceMap = {
  /** How many non-white-space code units there are in all. */
  total: number;
  /** How many stand before `offset`. */
  before(offset: number): number;
  /** Offset of the code unit with this index; the text's length when there is none. */
  at(index: number): number;
};

/** One count is stored for this many code units. */
const STEP = 512;

export function nonSpaceMap(text: string): NonSpaceMap {
  const counts = [0];
  let total = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (offset > 0 && offset % STEP === 0) counts.push(total);
    if (!isSpace(text.charCodeAt(offset))) total++;
  }
  return {
    total,
    before: (offset) => countBefore(text, counts, offset),
    at: (index) => offsetOf(text, counts, total, index),
  };
}

function countBefore(text: string, counts: number[], offset: number): number {
  const end = Math.min(Math.max(0, offset), text.length);
  const slot = Math.min(Math.floor(end / STEP), counts.length - 1);
  let count = counts[slot]!;
  for (let at = slot * STEP; at < end; at++) if (!isSpace(text.charCodeAt(at))) count++;
  return count;
}

function offsetOf(text: string, counts: number[], total: number, index: number): number {
  if (index >= total) return text.length;
  let low = 0;
  let high = counts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (counts[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  let count = counts[low]!;
  let at = low * STEP;
  for (; at < text.length; at++) if (!isSpace(text.charCodeAt(at)) && count++ === index) break;
  return at;
}

/** The code units of `\s` in an ECMAScript regular expression. */
export function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || (unit > 0x1000 && rareSpaces.has(unit));
}
const rareSpaces = new Set([
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
  0xfeff,
]);

/** The same words in the other text, without white space at either end; null when the range holds only white space. */
export function mapRange(from: NonSpaceMap, to: NonSpaceMap, range: TextRange): TextRange | null {
  const first = from.before(range.start);
  const last = from.before(range.end);
  if (last <= first || last > to.total) return null;
  return { start: to.at(first), end: to.at(last - 1) + 1 };
}
