/**
 * Words as the rules compare them: lower case, no accents or vowel marks, hamza on its seat as the bare letter, teh
 * marbuta as heh, dotless yeh as yeh, no tatweel, digits of every script as 0-9. Unlike the folding of
 * `anchoring/folded-text.ts` it keeps hyphens, spaces and punctuation, because the rules read them.
 */
export type FoldedWords = {
  text: string;
  /** For each code unit of `text`: where its source begins and ends in the quote (UTF-16 code units). */
  starts: number[];
  ends: number[];
};

/** Combining marks, what shows nothing, tatweel, and superscripts, which are references to notes. */
const dropped = /^[\p{M}\p{Default_Ignorable_Code_Point}\u0640\u00b2\u00b3\u00b9\u2070-\u209c]$/u;
const digit = /^\p{Nd}$/u;
const letter = /^\p{L}$/u;
const space = /^\s$/u;
const noBreak = /^[\u00a0\u2007\u2009\u202f]$/;
/** The rest of a word that was parted at a line end. */
const restOfWord = /[^\S\n]*\n\s*(?=\p{Ll})/uy;
const asOne: Record<string, string> = {
  '‘': "'", '’': "'", 'ʼ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه', '٬': ',', '٫': '.',
}; // prettier-ignore

/** Takes time in proportion to the length of `quote`. */
export function foldWords(quote: string): FoldedWords {
  const folded: FoldedWords = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  let at = 0;
  let last = '';
  while (at < quote.length) {
    const character = String.fromCodePoint(quote.codePointAt(at) ?? 0);
    const start = at;
    at += character.length;
    if ((character === '-' || character === '\u00ad' || character === '‐') && letter.test(last)) {
      restOfWord.lastIndex = at;
      const rest = restOfWord.exec(quote);
      if (rest !== null) {
        at += rest[0].length;
        continue;
      }
    }
    const form = foldCharacter(character);
    if (form === '') {
      // A mark belongs to the letter before it.
      if (folded.ends.length > 0 && !space.test(last)) folded.ends[folded.ends.length - 1] = at;
      continue;
    }
    parts.push(form);
    for (let unit = 0; unit < form.length; unit++) {
      folded.starts.push(start);
      folded.ends.push(at);
    }
    last = character;
  }
  folded.text = parts.join('');
  return folded;
}

/** Letters and signs that stand for themselves; most of any text. */
const asIs = /^[!-@[-~\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]$/;

function foldCharacter(character: string): string {
  if (asIs.test(character)) return character;
  if (/^[A-Z]$/.test(character)) return character.toLowerCase();
  if (character === ' ') return character;
  if (dropped.test(character)) return '';
  if (noBreak.test(character)) return '\u00a0';
  if (space.test(character)) return ' ';
  if (digit.test(character)) return String(digitValue(character));
  const known = asOne[character];
  if (known !== undefined) return known;
  const plain = character.normalize('NFKD').toLowerCase();
  // A fraction or a number in a circle is no figure of the text's own digits; a sign keeps it apart from them.
  if (/\p{Nd}/u.test(plain)) return '¤';
  return [...plain]
    .filter((one) => !dropped.test(one))
    .map((one) => asOne[one] ?? one)
    .join('');
}

/** Digits of each script follow one another from zero to nine (Unicode Standard, section 4.6). */
function digitValue(character: string): number {
  const own = /^\d$/.exec(character.normalize('NFKD'));
  if (own !== null) return Number(own[0]);
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint((character.codePointAt(0) ?? 0) - value - 1))) value++;
  return value;
}
