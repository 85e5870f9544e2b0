import type { Needle } from './needles.ts';

const wordy = /[\p{L}\p{N}]/u;
/** Scripts that set a space between words and add nothing to their ends: there a word is found only whole. */
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{N} ]+$/u;

/** How often a needle stands in folded text, up to `most`. */
export function countFolded(folded: string, needle: Needle, most = Infinity): number {
  const whole = needle.kind !== 'phrase' || needle.folded.length < 4;
  const bounded = whole && spaced.test(needle.folded);
  let count = 0;
  for (let at = folded.indexOf(needle.folded); at !== -1 && count < most; at = folded.indexOf(needle.folded, at + 1))
    if (!bounded || isWhole(folded, at, needle.folded.length)) count++;
  return count;
}

function isWhole(text: string, at: number, length: number): boolean {
  return !wordy.test(text[at - 1] ?? ' ') && !wordy.test(text[at + length] ?? ' ');
}
