import { splitsPair } from './code-points.ts';
import { foldText, isSpacedWord, unfold, type FoldedText } from './folded-text.ts';

/** A stretch of text in UTF-16 code units, `end` exclusive. */
export type TextRange = { start: number; end: number };

/** Every place `words` stand letter for letter, overlapping ones included; at most `limit`. */
export function exactMatches(text: string, words: string, limit = Number.POSITIVE_INFINITY): TextRange[] {
  const found: TextRange[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0 && found.length < limit; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** Every place `words` stand when folding (folded-text.ts) makes no difference, in offsets of the original. */
export function foldedMatches(text: FoldedText, words: string, limit = Number.POSITIVE_INFINITY): TextRange[] {
  return exactMatches(text.text, foldText(words).text, limit)
    .filter((match) => wholeWords(text.text, match))
    .map((match) => unfold(text, match.start, match.end));
}

/** A folded match starts and ends where words do: not "1 23" in "1 236", not a word in the middle of another. */
function wholeWords(text: string, match: TextRange): boolean {
  return [match.start, match.end].every((at) => !joins(text, at) && !splitsPair(text, at));
}

function joins(text: string, at: number): boolean {
  return at > 0 && at < text.length && isSpacedWord(text[at - 1]!) && isSpacedWord(text[at]!);
}
