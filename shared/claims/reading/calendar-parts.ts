/** Days, months and years as parts of a date. */
import { monthWords, ordinalWords } from './date-words.ts';
import { lookUp, lookUpIn } from './lexicon.ts';
import { textAt, type Token } from './tokens.ts';
import { dualWords, unitWords } from './unit-words.ts';

type Part = { value: number; next: number };

export function monthName(tokens: readonly Token[], at: number): Part | null {
  const found = lookUp(monthWords, tokens, at);
  if (found === null) return null;
  const dotted = found.next === at + 1 && /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(textAt(tokens, at));
  const next = dotted && textAt(tokens, found.next) === '.' ? found.next + 1 : found.next;
  if (!/^[/(]$/.test(textAt(tokens, next))) return { value: found.term, next };
  const again = lookUp(monthWords, tokens, next + 1);
  if (again === null || again.term !== found.term) return { value: found.term, next };
  return { value: found.term, next: textAt(tokens, again.next) === ')' ? again.next + 1 : again.next };
}

export function dayNumber(tokens: readonly Token[], at: number): Part | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.grouped || !(token.value >= 1 && token.value <= 31)) return null;
  const ordinal = tokens[at + 1];
  return { value: token.value, next: ordinal?.gap === false && /^(?:st|nd|rd|th)$/.test(ordinal.text) ? at + 2 : at + 1 };
}

/** "the third", "the twentieth", "the twenty-first" of a month. */
export function arabicDay(tokens: readonly Token[], at: number): Part | null {
  const ordinal = lookUp(ordinalWords, tokens, at);
  const tens = /^و?ال(عشرين|ثلاثين)$/.exec(textAt(tokens, ordinal?.next ?? at))?.[1];
  const ten = tens === undefined ? 0 : tens === 'عشرين' ? 20 : 30;
  if (ordinal === null) return ten === 0 ? null : { value: ten, next: at + 1 };
  const teen = textAt(tokens, ordinal.next) === 'عشر';
  const value = ordinal.term + (teen ? 10 : ten);
  return { value, next: ordinal.next + (teen || ten > 0 ? 1 : 0) };
}

export function yearNumber(tokens: readonly Token[], at: number): Part | null {
  const token = tokens[at];
  const isYear = token?.kind === 'number' && /^(?:19|20)\d\d$/.test(token.text);
  return isYear ? { value: token.value, next: at + 1 } : null;
}

/** The year that belongs to a day, month or season: "March, 2017", "آذار من عام 2017". */
export function yearAfter(tokens: readonly Token[], at: number): Part | null {
  const from = skip(tokens, skip(tokens, skip(tokens, at, /^[,،]$/), /^(?:of|من)$/), /^(?:عام|سنه|العام|السنه)$/);
  return yearNumber(tokens, from);
}

/** "2016-17", "2016/2017". */
export function yearRangeEnd(tokens: readonly Token[], year: Part): Part | null {
  const end = tokens[year.next + 1];
  if (!/^[-/]$/.test(textAt(tokens, year.next)) || end?.kind !== 'number' || !/^(?:\d\d|(?:19|20)\d\d)$/.test(end.text)) return null;
  const value = end.text.length === 2 ? Math.floor(year.value / 100) * 100 + end.value : end.value;
  return value > year.value ? { value, next: year.next + 2 } : null;
}

export function isCounted(tokens: readonly Token[], at: number): boolean {
  return lookUpIn([unitWords, dualWords], tokens, at) !== null;
}

export function skip(tokens: readonly Token[], at: number, what: RegExp): number {
  return what.test(textAt(tokens, at)) ? at + 1 : at;
}
