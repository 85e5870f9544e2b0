import type { Needle } from './needles.ts';

const wordy = /[\p{L}\p{N}]/u;
/** Scripts that set a space between words and add nothing to their ends: there a word is found only whole. */
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{N} ]+$/u;

/** How often a needle stands in folded text, up to `most`. */
export function countFolded(folded: string, needle: Needle, most = Infinity): number {
  const bounded = isBounded(needle);
  let count = 0;
  for (let at = folded.indexOf(needle.folded); at !== -1 && count < most; at = folded.indexOf(needle.folded, at + 1))
    if (!bounded || isWhole(folded, at, needle.folded.length)) count++;
  return count;
}

/** Whether it counts only where no letter or digit stands beside it. */
export function isBounded({ kind, folded }: Needle): boolean {
  return (kind !== 'phrase' || folded.length < 4) && spaced.test(folded);
}

export function isWhole(text: string, at: number, length: number): boolean {
  return !wordy.test(text[at - 1] ?? ' ') && !wordy.test(text[at + length] ?? ' ');
}
