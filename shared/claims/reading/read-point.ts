/** One time in the words, English or Arabic. */
import type { DatePoint, PointRead } from './date-point.ts';
import {
  aboutWords,
  calendarUnits,
  determiners,
  dualUnits,
  leadWords,
  monthWords,
  partWords,
  relativeWords,
  seasonWords,
  weakLeads,
  weekdayWords,
  wordlikeMonths,
  yearMarks,
} from './date-words.ts';
import { isOneOf, lexicon, lookUp, lookUpIn, wordSet } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import { dualWords, unitWords } from './unit-words.ts';

const plain = { part: null, about: false } as const;
const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? '';

/** The time that begins at token `at`; `quote` tells capitals. Null where there is none. */
export function pointAt(tokens: readonly Token[], at: number, quote: string): PointRead | null {
  const about = lookUp(aboutWords, tokens, at);
  if (about === null) return partAt(tokens, at, quote);
  const read = partAt(tokens, about.next, quote);
  return read === null ? null : { ...read, point: { ...read.point, about: true } };
}

/** "early in 2017", "the end of October", or the whole. */
function partAt(tokens: readonly Token[], at: number, quote: string): PointRead | null {
  const part = lookUp(partWords, tokens, at);
  if (part === null) return wholeAt(tokens, at, quote, isOneOf(leadWords, tokens[at - 1]));
  const read = wholeAt(tokens, skip(tokens, part.next, /^(?:the|من|ال|-)$/), quote, true);
  return read === null ? null : { ...read, point: { ...read.point, part: part.term } };
}

function wholeAt(tokens: readonly Token[], at: number, quote: string, led: boolean): PointRead | null {
  return (
    written(tokens, at) ??
    related(tokens, at) ??
    dayThenMonth(tokens, at) ??
    monthFirst(tokens, at, quote, led) ??
    season(tokens, at) ??
    yearAt(tokens, at) ??
    weekday(tokens, at) ??
    counted(tokens, at)
  );
}

function written(tokens: readonly Token[], at: number): PointRead | null {
  const token = tokens[at];
  if (token?.kind !== 'date') return null;
  const [year = NaN, month = NaN, day = NaN] = token.text.split('-').map(Number);
  const point: DatePoint = token.text === '' ? { ...plain, kind: 'unclear' } : { ...plain, kind: 'day', year, month, day, strictly: false };
  return { point, next: at + 1 };
}

function related(tokens: readonly Token[], at: number): PointRead | null {
  const found = lookUp(relativeWords, tokens, at);
  return found === null ? null : { point: { ...plain, kind: 'relative', ...found.term }, next: found.next };
}

/** "20 March", "the 3rd of May, 2017", "14 November/Tishrin 2018". */
function dayThenMonth(tokens: readonly Token[], at: number): PointRead | null {
  const first = skip(tokens, at, /^the$/);
  const day = dayNumber(tokens, first);
  if (day === null) return null;
  const month = monthName(tokens, skip(tokens, day.next, /^(?:of|من|شهر)$/));
  if (month === null) return null;
  const year = yearAfter(tokens, month.next);
  return {
    point: { ...plain, kind: 'day', year: year?.value ?? null, month: month.value, day: day.value, strictly: false },
    next: year?.next ?? month.next,
  };
}

/** "March 2017", "March 20, 2017", "March 20"; "June" alone only where a word before it or a capital makes it a month. */
function monthFirst(tokens: readonly Token[], at: number, quote: string, led: boolean): PointRead | null {
  const strictly = text(tokens, at) === 'last';
  const from = strictly || text(tokens, at) === 'this' ? at + 1 : skip(tokens, at, /^(?:شهر)$/);
  const month = monthName(tokens, from);
  if (month === null) return null;
  const day = dayNumber(tokens, month.next);
  const isDay = day !== null && /^[a-z]/.test(text(tokens, from)) && !isCounted(tokens, day.next);
  const year = yearAfter(tokens, isDay ? day.next : month.next);
  const point: DatePoint = {
    ...plain,
    kind: isDay ? 'day' : 'month',
    year: year?.value ?? null,
    month: month.value,
    day: isDay ? day.value : null,
    strictly,
  };
  if (year === null && !isMonthHere(tokens, from, quote, led || from > at, isDay)) return null;
  return { point, next: year?.next ?? (isDay ? day.next : month.next) };
}

function isMonthHere(tokens: readonly Token[], at: number, quote: string, led: boolean, isDay: boolean): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (/^[a-z]/.test(token.text)) {
    const capital = /\p{Lu}/u.test(quote[token.start] ?? '');
    if (isOneOf(wordlikeMonths, token) && !capital) return false;
    return led || isDay || (capital && isOneOf(determiners, tokens[at - 1]));
  }
  return led || token.text.startsWith('ب');
}

function season(tokens: readonly Token[], at: number): PointRead | null {
  const which = /^(?:last|this)$/.exec(text(tokens, at))?.[0];
  const from = which === undefined ? at : at + 1;
  const found = lookUp(seasonWords, tokens, from);
  if (found === null) return null;
  const year = yearAfter(tokens, skip(tokens, found.next, /^of$/));
  if (year !== null) {
    const to = found.term === 24 ? yearRangeEnd(tokens, year) : null;
    if (to !== null) return { point: { ...plain, kind: 'winter', year: year.value, to: to.value }, next: to.next };
    return { point: { ...plain, kind: 'season', year: year.value, season: found.term, strictly: false }, next: year.next };
  }
  const past = /^(?:الماضي|الفايت|المنصرم)$/.test(text(tokens, found.next));
  if (which === undefined && !past) return null;
  const strictly = which === 'last' || past;
  return { point: { ...plain, kind: 'season', year: null, season: found.term, strictly }, next: found.next + (past ? 1 : 0) };
}

/** A bare year counts as one where the words lead to it; after some of these it may be a count of what follows. */
function yearAt(tokens: readonly Token[], at: number): PointRead | null {
  const marked = isOneOf(yearMarks, tokens[at]);
  const year = yearNumber(tokens, marked ? at + 1 : at);
  if (year === null) return null;
  if (text(tokens, year.next) === 's' && tokens[year.next]?.gap === false)
    return year.value % 10 === 0 ? { point: { ...plain, kind: 'decade', year: year.value }, next: year.next + 1 } : null;
  const before = tokens[at - 1];
  const led = isOneOf(leadWords, before) || isOneOf(wordSetOfParts, before) || /^(?:the|-)$/.test(before?.text ?? '');
  if (!marked && (!led || before?.text === 'the')) return null;
  if (!marked && isOneOf(weakLeads, before) && isCounted(tokens, year.next)) return null;
  return { point: { ...plain, kind: 'year', year: year.value }, next: year.next };
}
const wordSetOfParts = wordSet('early mid late earlier اوائل مطلع بدايه منتصف اواسط اواخر نهايه');

function weekday(tokens: readonly Token[], at: number): PointRead | null {
  const which = /^(?:last|next|this)$/.exec(text(tokens, at))?.[0];
  const found = lookUp(weekdayWords, tokens, which === undefined ? at : at + 1);
  if (found === null) return null;
  const past = /^(?:الماضي|الفايت|المنصرم)$/.test(text(tokens, found.next));
  const comma = skip(tokens, found.next, /^[,،]$/);
  const day = dayThenMonth(tokens, comma) ?? monthAndDay(tokens, comma);
  if (day !== null) return day;
  const point: DatePoint =
    which === 'next' || which === 'this'
      ? { ...plain, kind: 'unclear' }
      : { ...plain, kind: 'weekday', weekday: found.term, strictly: which === 'last' };
  return { point, next: found.next + (past ? 1 : 0) };
}

function monthAndDay(tokens: readonly Token[], at: number): PointRead | null {
  const month = /^[a-z]/.test(text(tokens, at)) ? monthName(tokens, at) : null;
  const day = month === null ? null : dayNumber(tokens, month.next);
  if (month === null || day === null || isCounted(tokens, day.next)) return null;
  const year = yearAfter(tokens, day.next);
  return {
    point: { ...plain, kind: 'day', year: year?.value ?? null, month: month.value, day: day.value, strictly: false },
    next: year?.next ?? day.next,
  };
}

/** "two days ago", "over the past six months", Arabic "before two days". */
function counted(tokens: readonly Token[], at: number): PointRead | null {
  const before = text(tokens, at) === 'قبل';
  const span = lookUp(spanWords, tokens, at);
  const from = before ? at + 1 : (span?.next ?? at);
  const dual = before ? lookUp(dualUnits, tokens, from) : null;
  if (dual !== null) return { point: { ...plain, kind: 'count', rule: 'ago', unit: dual.term, count: 2 }, next: dual.next };
  const one = /^an?$/.test(text(tokens, from)) ? { value: 1, next: from + 1 } : null;
  const number = one ?? numberAt(tokens, from) ?? (before || span !== null ? { value: 1, next: from } : null);
  const unit = number === null ? null : lookUp(calendarUnits, tokens, number.next);
  if (number === null || unit === null || number.value < 1) return null;
  const point = { ...plain, kind: 'count', unit: unit.term, count: number.value } as const;
  if (span !== null) return { point: { ...point, rule: 'up-to-item' }, next: unit.next };
  if (before) return { point: { ...point, rule: 'ago' }, next: unit.next };
  return text(tokens, unit.next) === 'ago' ? { point: { ...point, rule: 'ago' }, next: unit.next + 1 } : null;
}
const spanWords = lexicon<true>([
  'over the past|over the last|in the past|in the last|during the past|during the last|for the past|for the last|within the past|within the last',
  true,
]);

export function monthName(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const found = lookUp(monthWords, tokens, at);
  if (found === null) return null;
  const dotted = found.next === at + 1 && /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(text(tokens, at));
  const next = dotted && text(tokens, found.next) === '.' ? found.next + 1 : found.next;
  if (!/^[/(]$/.test(text(tokens, next))) return { value: found.term, next };
  const again = lookUp(monthWords, tokens, next + 1);
  if (again === null || again.term !== found.term) return { value: found.term, next };
  return { value: found.term, next: text(tokens, again.next) === ')' ? again.next + 1 : again.next };
}

export function dayNumber(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.grouped || !(token.value >= 1 && token.value <= 31)) return null;
  const ordinal = tokens[at + 1];
  return { value: token.value, next: ordinal?.gap === false && /^(?:st|nd|rd|th)$/.test(ordinal.text) ? at + 2 : at + 1 };
}

export function yearNumber(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const token = tokens[at];
  const isYear = token?.kind === 'number' && /^(?:19|20)\d\d$/.test(token.text);
  return isYear ? { value: token.value, next: at + 1 } : null;
}

/** The year that belongs to a day, month or season: "March, 2017", "آذار من عام 2017". */
function yearAfter(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const from = skip(tokens, skip(tokens, skip(tokens, at, /^[,،]$/), /^(?:of|من)$/), /^(?:عام|سنه|العام|السنه)$/);
  return yearNumber(tokens, from);
}

/** "2016-17", "2016/2017". */
export function yearRangeEnd(tokens: readonly Token[], year: { value: number; next: number }): { value: number; next: number } | null {
  const end = tokens[year.next + 1];
  if (!/^[-/]$/.test(text(tokens, year.next)) || end?.kind !== 'number' || !/^(?:\d\d|(?:19|20)\d\d)$/.test(end.text)) return null;
  const value = end.text.length === 2 ? Math.floor(year.value / 100) * 100 + end.value : end.value;
  return value > year.value ? { value, next: year.next + 2 } : null;
}

function isCounted(tokens: readonly Token[], at: number): boolean {
  return lookUpIn([unitWords, dualWords], tokens, at) !== null;
}

function skip(tokens: readonly Token[], at: number, what: RegExp): number {
  return what.test(text(tokens, at)) ? at + 1 : at;
}
