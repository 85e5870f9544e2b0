/** Folding of text in which withheld words are looked for: what looks or reads the same becomes the same. Pure. */

/** Signs that show nothing: marks of direction, joiners, soft hyphens, the Arabic stretch, variation selectors. */
const unseen =
  /[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;
/** Letters that writers of Arabic, Persian and Latin scripts take for one another, and letters Unicode does not take apart. */
const alike: Record<string, string> = {
  ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd',
}; // prettier-ignore
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');
const plain = /^[\t\n\r -~]*$/;

/**
 * Lower case, without diacritics and unseen signs, digits of every script as 0 to 9, everything that is neither letter
 * nor digit as one space.
 */
export function foldWords(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower.replace(/[^a-z0-9]+/g, ' ');
  return lower
    .replace(unseen, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(unseen, '')
    .toLowerCase()
    .replace(alikeLetters, (letter) => alike[letter] ?? letter)
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Digits of a script stand in Unicode as ten in a row, the nought at a code point that ends in 0 or 6. */
function asciiDigit(digit: string): string {
  if (digit <= '9') return digit;
  const code = digit.codePointAt(0)!;
  let nought = code;
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--;
  return String(code - nought);
}
