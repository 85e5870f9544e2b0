/** A quote cut into words, numbers, dates in figures and signs. Every rule reads these, so no rule looks at letters twice. */
import { foldWords } from './fold-words.ts';

export type Token = {
  kind: 'word' | 'number' | 'date' | 'sign';
  /** Folded; see `fold-words.ts`. A date in figures is its EDTF. */
  text: string;
  /** The word itself, then the word without what Arabic and English tie to it ("and", "by", "the", the possessive s). */
  forms: readonly string[];
  /** Of a number: its value, whether its digits were grouped, and its value if a point in it parts decimals. */
  value: number;
  grouped: boolean;
  decimal: number;
  /** White space before it. */
  gap: boolean;
  /** Where it stands in the quote, in UTF-16 code units. */
  start: number;
  end: number;
};

/** The folded word, number or sign at a place; empty outside the words. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

const word = /\p{L}+(?:'\p{L}+)*/uy;
const isoDate = /(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])/y;
const dayMonthYear = /(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d])/y;
/** Times of day, versions, section numbers: figures that count nothing. */
const noFigure = /\d+(?::\d+)+|\d+(?:\.\d+){2,}(?![\d])|0\d+/y;
const grouping = /\d{1,3}([,.،'\u00a0 ])\d{3}(?:\1\d{3})*(?![\d])/y;
const plain = /\d+/y;
const fraction = /[.,]\d+/y;

/** In the order they stand; time in proportion to the quote's length. */
export function tokensOf(quote: string): Token[] {
  const { text, starts, ends } = foldWords(quote);
  const tokens: Token[] = [];
  let at = 0;
  let gap = false;
  while (at < text.length) {
    if (/[ \u00a0]/.test(text[at] ?? '')) {
      gap = true;
      at++;
      continue;
    }
    const read = readToken(text, at, tokens.at(-1));
    const end = at + read.length;
    tokens.push({
      value: NaN,
      grouped: false,
      decimal: NaN,
      forms: [read.text],
      ...read,
      gap,
      start: starts[at] ?? 0,
      end: ends[end - 1] ?? 0,
    });
    at = end;
    gap = false;
  }
  return tokens;
}

type Read = Pick<Token, 'kind' | 'text'> & Partial<Pick<Token, 'value' | 'grouped' | 'decimal' | 'forms'>> & { length: number };

function readToken(text: string, at: number, before: Token | undefined): Read {
  const letters = matchAt(word, text, at);
  if (letters !== null) return { kind: 'word', text: letters[0], forms: formsOf(letters[0]), length: letters[0].length };
  if (/\d/.test(text[at] ?? '')) return readDigits(text, at, before);
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { kind: 'sign', text: sign, length: sign.length };
}

function readDigits(text: string, at: number, before: Token | undefined): Read {
  const iso = matchAt(isoDate, text, at);
  if (iso !== null) return { kind: 'date', text: iso[0], length: iso[0].length };
  const written = matchAt(dayMonthYear, text, at);
  if (written !== null) return { kind: 'date', text: dayFirst(written), length: written[0].length };
  const other = matchAt(noFigure, text, at);
  if (other !== null) return { kind: 'sign', text: '¤', length: other[0].length };
  const grouped = matchAt(grouping, text, at);
  const spaced = grouped?.[1] === ' ';
  if (
    grouped !== null &&
    matchAt(fraction, text, at + grouped[0].length) === null &&
    !(spaced && before !== undefined && before.text.length > 2 && isCalendar(before.text))
  ) {
    const digits = grouped[0].replace(/\D/g, '');
    const decimal = /^\d+\.\d+$/.test(grouped[0]) ? Number(grouped[0]) : NaN;
    return { kind: 'number', text: grouped[0], value: Number(digits), grouped: true, decimal, length: grouped[0].length };
  }
  const digits = matchAt(plain, text, at)?.[0] ?? '';
  const rest = matchAt(fraction, text, at + digits.length)?.[0] ?? '';
  if (matchAt(fraction, text, at + digits.length + rest.length) !== null) {
    const all = /[\d.,]+/y;
    return { kind: 'sign', text: '¤', length: (matchAt(all, text, at)?.[0] ?? digits).length };
  }
  const whole = digits + rest;
  const value = rest === '' ? Number(digits) : NaN;
  return { kind: 'number', text: whole, value, decimal: Number(whole.replace(',', '.')), length: whole.length };
}

/** Which of two small numbers is the month depends on the country, so such a date stays unread. */
function dayFirst([, first = '', , second = '', year = '']: RegExpExecArray): string {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && a <= 31 && b >= 1 && b <= 12) return `${year}-${String(b).padStart(2, '0')}-${String(a).padStart(2, '0')}`;
  return '';
}

const calendar = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
function isCalendar(text: string): boolean {
  return calendar.test(text);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** "and", "so"; "by", "to", "as"; "the": in Arabic these are written on the word. */
function formsOf(text: string): string[] {
  if (/^[a-z]/.test(text)) return text.endsWith("'s") ? [text, text.slice(0, -2)] : [text];
  const forms = new Set([text]);
  const strip = (prefix: RegExp) => {
    for (const form of [...forms]) if (prefix.test(form) && form.length >= 4) forms.add(form.replace(prefix, ''));
  };
  strip(/^[وف]/);
  // "to the" is one letter shorter than its parts.
  for (const form of [...forms]) if (form.startsWith('لل') && form.length >= 4) forms.add(`ال${form.slice(2)}`);
  strip(/^[بلك]/);
  strip(/^ال/);
  return [...forms];
}
