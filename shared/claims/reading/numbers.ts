import { arabicNumber } from './arabic-numbers.ts';
import { englishNumber, type NumberRead } from './english-numbers.ts';
import { isOneOf, wordSet } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The most a claim can hold. */
const most = 1e12;

/** A whole number that begins at token `at`, in either language; the reading that takes in more words. */
export function numberAt(tokens: readonly Token[], at: number): NumberRead | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign' || token.kind === 'date' || isPartOfName(tokens, at)) return null;
  const [english, arabic] = [englishNumber(tokens, at), arabicNumber(tokens, at)];
  const read = (arabic?.next ?? 0) > (english?.next ?? 0) ? arabic : english;
  return read === null || read.value > most ? null : bracketed(tokens, read);
}

/** "M16", "$200", "No. 12" and "#12" are names, money and places in a list; "40%" is a share. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (isShare(before, token)) return true;
  if (token?.kind !== 'number') return false;
  if (after !== undefined && /^[%٪°$€£]$/.test(after.text)) return true;
  if (before === undefined) return false;
  if (isOneOf(labels, before)) return true;
  if (/^[$€£#№§/.:]$/.test(before.text) && !token.gap) return true;
  return !token.gap && /^[a-z]/.test(before.text);
}

/** "in the hundred", which is how Arabic says per cent. */
function isShare(before: Token | undefined, token: Token | undefined): boolean {
  return /^بال(?:ميه|مايه)$/.test(token?.text ?? '') || (/^ال(?:ميه|مايه)$/.test(token?.text ?? '') && before?.text === 'في');
}

/** What is numbered, not counted. */
const labels = wordSet(
  'article resolution section chapter paragraph page note figure table annex number no unit battalion brigade regiment route highway قرار المادة مادة رقم فقرة لواء فوج كتيبة صفحة',
);

/** "forty (40)": the same number twice. */
function bracketed(tokens: readonly Token[], read: NumberRead): NumberRead {
  const again = tokens[read.next + 1];
  const isSame =
    tokens[read.next]?.text === '(' && again?.kind === 'number' && again.value === read.value && tokens[read.next + 2]?.text === ')';
  return isSame ? { ...read, next: read.next + 3 } : read;
}
