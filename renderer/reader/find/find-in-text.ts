import { exactMatches, type TextRange } from '#shared/anchoring/find-matches.ts';
import { foldText, unfold, type FoldedText } from '#shared/anchoring/folded-text.ts';

/** More than anybody steps through; a single letter in a long report has more. */
export const MOST_FOUND = 5000;

/** Where the words stand, letter case, accents and white space making no difference. Offsets of the original text. */
export function findInText(text: FoldedText, words: string): TextRange[] {
  const sought = foldText(words).text;
  if (sought === '') return [];
  return exactMatches(text.text, sought, MOST_FOUND).map((match) => unfold(text, match.start, match.end));
}
