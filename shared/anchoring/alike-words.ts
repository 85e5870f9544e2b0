import { foldText } from './folded-text.ts';
import { editDistance } from './similarity.ts';

/** A word shorter than this is another word when a letter differs: not/now, men/man, حسن/حسين. */
const SHORTEST = 6;
/** From this length on two letters may differ. */
const LONG = 12;

/** Scripts without spaces: one character is a word, and none can be told from a slip. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const hyphenation = /(?<=\p{L})[-\u2010\u2011](?:[^\S\n]*\n\s*)?(?=\p{L})/gu;

/**
 * Whether `found` is `quote` with slips of the pen or of a scanner in it: the same words in the same order, where a long
 * word may differ by a letter or two, but no figure, no name in a script with capitals, no first letter (un-, il-), and
 * no word more or less, which could be a negation.
 */
export function alikeWords(quote: string, found: string): boolean {
  const [ours, theirs] = [wordsOf(quote), wordsOf(found)];
  return ours.length > 0 && ours.length === theirs.length && ours.every((word, at) => alike(word, theirs[at]!));
}

function wordsOf(text: string): string[] {
  return text
    .replace(hyphenation, '')
    .split(/[\s\p{P}]+/u)
    .filter((word) => word !== '');
}

function alike(ours: string, theirs: string): boolean {
  const [one, other] = [foldText(ours).text, foldText(theirs).text];
  if (one === other) return true;
  if (/^\p{Lu}/u.test(ours) || /\p{N}/u.test(one + other) || unspaced.test(one) || one[0] !== other[0]) return false;
  const shorter = Math.min(one.length, other.length);
  return shorter >= SHORTEST && editDistance(one, other) <= (shorter >= LONG ? 2 : 1);
}
