/**
 * Text as it is compared when exact matching failed: compatibility forms (ligatures, Arabic presentation forms, full
 * width), letter case, diacritics, soft hyphens, hyphens within words (at a line end or not), typographic quotes and
 * dashes, digits of any script for the same figure, and white space make no difference. Every folded code unit knows the stretch of the original it came from.
 */
export type FoldedText = {
  text: string;
  /** For each code unit of `text`: where its source begins and ends in the original (UTF-16 code units). */
  starts: number[];
  ends: number[];
};

/** Marks that are often left out or added without changing the word: Latin and Greek accents, Hebrew points, Arabic and Syriac vowels. */
const marks =
  /^[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0730-\u074a]$/u;
/** Characters that show nothing (soft hyphen, joiners, direction marks) and the Arabic tatweel, which only stretches. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\u0640]$/u;
const whiteSpace = /^\s$/u;
/** Letters and digits of scripts that part words by spaces: between two of them white space counts. */
const spacedWord = /^[\p{L}\p{N}]$/u;
const unspacedScript =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

const lookAlikes: Record<string, string> = {
  '‘': "'", '’': "'", '‚': "'", '‛': "'", 'ʼ': "'", '′': "'",
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '″': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
  // Wasla is a vowel mark in the shape of a letter; final yeh goes with or without dots, by country and by keyboard, and
  // so do Persian yeh and kaf. Teh marbuta stays apart from heh: it tells words and names from one another.
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك',
}; // prettier-ignore

const hyphen = /^[-\u2010\u2011]$/u;
const letter = /^\p{L}$/u;
/** The rest of a word after its hyphen: at once, or on the next line. */
const restOfWord = /(?:[^\S\n]*\n\s*)?\p{L}/uy;
const digit = /^\p{Nd}$/u;

/** Folds `original`. Takes time in proportion to its length. */
export function foldText(original: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  const known = new Map<string, string>();
  let last = '';
  let space: { start: number; end: number } | null = null;
  /** After a hyphen within a word, until its rest. */
  let joined = false;
  let at = 0;
  for (const character of original) {
    const start = at;
    at += character.length;
    if (whiteSpace.test(character)) {
      if (last !== '') space ??= { start, end: at };
      continue;
    }
    if (space === null && hyphen.test(character) && isWithinWord(original, at, last)) {
      joined = true;
      continue;
    }
    const form = foldCharacter(character, known);
    if (form === '') {
      // A mark belongs to the letter before it, and must be cut with it.
      if (space === null && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = at;
      continue;
    }
    if (space !== null && !joined && parted(last, form)) push(folded, parts, ' ', space.start, space.end);
    space = null;
    joined = false;
    push(folded, parts, form, start, at);
    last = form;
  }
  folded.text = parts.join('');
  return folded;
}

function push(folded: FoldedText, parts: string[], form: string, start: number, end: number): void {
  parts.push(form);
  for (let unit = 0; unit < form.length; unit++) {
    folded.starts.push(start);
    folded.ends.push(end);
  }
}

function foldCharacter(character: string, known: Map<string, string>): string {
  let form = known.get(character);
  if (form === undefined) {
    form = fold(character);
    known.set(character, form);
  }
  return form;
}

/** A printer's hyphen and a writer's look the same, so neither counts: "exhu-\nmed", "well-known". Not in figures and lists. */
function isWithinWord(original: string, after: number, last: string): boolean {
  restOfWord.lastIndex = after;
  return letter.test([...last].at(-1) ?? '') && restOfWord.test(original);
}

function fold(character: string): string {
  if (digit.test(character)) return digitValue(character);
  const plain = (lookAlikes[character] ?? character).normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return [...plain]
    .filter((one) => !marks.test(one) && !unseen.test(one) && !whiteSpace.test(one))
    .map((one) => lookAlikes[one] ?? one)
    .join('');
}

/** Digits of each script follow one another from zero to nine (Unicode Standard, section 4.6). */
function digitValue(character: string): string {
  const compatible = character.normalize('NFKD');
  if (compatible !== character) return compatible;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(character.codePointAt(0)! - value - 1))) value++;
  return String(value);
}

/** Whether white space between these two parts words. Beside punctuation, or where a script has no spaces, it does not. */
function parted(before: string, after: string): boolean {
  return isSpacedWord([...before].at(-1) ?? '') && isSpacedWord([...after][0] ?? '');
}

/** A letter or digit of a script that parts words by spaces. */
export function isSpacedWord(character: string): boolean {
  return spacedWord.test(character) && !unspacedScript.test(character);
}

/** Where the folded stretch [from, to) lies in the original. */
export function unfold(folded: FoldedText, from: number, to: number): { start: number; end: number } {
  return { start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0 };
}
