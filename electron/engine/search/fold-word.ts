/**
 * What FTS5's unicode61 tokenizer does not fold, so that a word is found however it was written: Arabic vowel marks,
 * tatweel, presentation forms and the letters written several ways; Eastern digits; thousands separators.
 */
const marks = /[\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/gu;
const letters: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', ی: 'ي' };
const easternDigit = /[\u0660-\u0669\u06F0-\u06F9]/gu;
/** A number with separators, or a word of Arabic letters with its marks. */
const foldable = /\p{Nd}{1,3}(?:[,٬.\u00A0\u202F’']\p{Nd}{3})+(?!\p{Nd})|[\p{Script=Arabic}\p{Mn}\u0640]+|[\u0660-\u0669\u06F0-\u06F9]+/gu;
/** The article and the particles written together with it; the bare word is looked for as well. */
const article = /^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u;

/** One word as it is compared. */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(marks, '')
    .replace(easternDigit, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[أإآٱىئؤةکی]/gu, (letter) => letters[letter] ?? letter)
    .toLowerCase();
  return /^\d{1,3}(?:[,٬.\u00A0\u202F’' ]\d{3})+$/u.test(plain) ? plain.replace(/\D/gu, '') : plain;
}

/** All ways a word of a text may be asked for: folded, and without its article. */
export function formsOf(word: string): string[] {
  const folded = foldWord(word);
  const bare = folded.replace(article, '');
  return bare === folded ? [folded] : [folded, bare];
}

/** The forms that a text's words have beside those the tokenizer finds itself, each once. */
export function foldsOf(text: string): string {
  const folds = new Set<string>();
  for (const [word] of text.matchAll(foldable)) {
    for (const form of formsOf(word)) if (form !== word) folds.add(form);
  }
  return [...folds].join(' ');
}
