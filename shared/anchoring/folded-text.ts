/**
 * Text as it is compared when exact matching failed: compatibility forms (ligatures, Arabic presentation forms, full
 * width), letter case, diacritics, soft hyphens, typographic quotes and dashes, and white space make no difference.
 * Every folded code unit knows the stretch of the original it came from.
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
}; // prettier-ignore

/** Folds `original`. Takes time in proportion to its length. */
export function foldText(original: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  const known = new Map<string, string>();
  let last = '';
  let space: { start: number; end: number } | null = null;
  let at = 0;
  for (const character of original) {
    const start = at;
    at += character.length;
    if (whiteSpace.test(character)) {
      if (last !== '') space ??= { start, end: at };
      continue;
    }
    const form = foldCharacter(character, known);
    if (form === '') {
      // A mark belongs to the letter before it, and must be cut with it.
      if (space === null && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = at;
      continue;
    }
    if (space !== null && parted(last, form)) push(folded, parts, ' ', space.start, space.end);
    space = null;
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

function fold(character: string): string {
  const plain = (lookAlikes[character] ?? character).normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return [...plain]
    .filter((one) => !marks.test(one) && !unseen.test(one) && !whiteSpace.test(one))
    .map((one) => lookAlikes[one] ?? one)
    .join('');
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
