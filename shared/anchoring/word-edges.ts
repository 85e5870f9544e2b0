/** Where words, figures and letters can be parted without becoming others. Offsets in UTF-16 code units. */
import { isSpacedWord } from './folded-text.ts';

const mark = /^\p{M}$/u;
const digit = /^\p{Nd}$/u;
/** What stands between the digits of one figure: 1,236 and 1 236 and 1.5 and their Arabic forms. */
const withinFigure = /^[.,'’\u00a0\u202f٫٬]$/u;
const date = /^\p{Nd}{1,4}\.\p{Nd}{1,2}\.\p{Nd}{1,4}$/u;

/**
 * Whether `at` falls inside a word of a script that parts words by spaces, inside a figure, or between a letter and its
 * marks. Words on the two sides of such a place are other words: "graves" is not in "gravestones", nor 236 in 1,236.
 */
export function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  return (isSpacedWord(before(text, at)) && isSpacedWord(after(text, at))) || cutsFigure(text, at) || cutsLetter(text, at);
}

/** Whether `at` falls between two digits, or at a sign between the digits of one figure. A date (14.11.2018) is several. */
export function cutsFigure(text: string, at: number): boolean {
  const [left, right] = [before(text, at), after(text, at)];
  if (digit.test(left) && digit.test(right)) return true;
  const joins =
    (digit.test(left) && withinFigure.test(right) && digit.test(after(text, at + right.length))) ||
    (withinFigure.test(left) && digit.test(right) && digit.test(before(text, at - left.length)));
  return joins && !date.test(figureRound(text, at));
}

/** Whether `at` falls between a letter and a mark on it (a vowel sign, an accent written by itself). */
export function cutsLetter(text: string, at: number): boolean {
  return at > 0 && mark.test(after(text, at)) && before(text, at).trim() !== '';
}

/**
 * `start` and `end` moved outwards until no letter loses its marks. In Arabic, Hebrew and the scripts of India a mark
 * can make another word of the same letters, so a passage never has the letter without it.
 */
export function wholeLetters(text: string, start: number, end: number): { start: number; end: number } {
  while (cutsLetter(text, start)) start -= before(text, start).length;
  while (end > start && cutsLetter(text, end)) end += after(text, end).length;
  return { start, end };
}

function figureRound(text: string, at: number): string {
  const left = /[\p{Nd}.]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  return left + (/^[\p{Nd}.]*/u.exec(text.slice(at, at + 12))?.[0] ?? '');
}

function after(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function before(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? after(text, at - 2) : text.slice(Math.max(0, at - 1), at);
}
