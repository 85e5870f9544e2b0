/** One time in the words, English or Arabic. */
import { arabicDay, dayNumber, isCounted, monthName, skip, yearAfter, yearNumber, yearRangeEnd } from './calendar-parts.ts';
import { countedAt } from './counted-time.ts';
import type { DatePoint, PointRead } from './date-point.ts';
import {
  aboutWords,
  determiners,
  leadWords,
  partWords,
  relativeWords,
  seasonWords,
  weakLeads,
  weekdayWords,
  wordlikeMonths,
  yearMarks,
} from './date-words.ts';
import { isOneOf, lookUp, wordSet } from './lexicon.ts';
import { textAt, type Token } from './tokens.ts';

const plain = { part: null, about: false } as const;

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
  const from = skip(tokens, part.next, /^(?:the|من|ال|-)$/);
  const read = wholeAt(tokens, from, quote, true) ?? currentUnit(tokens, from);
  return read === null ? null : { ...read, point: { ...read.point, part: part.term } };
}

/** "the beginning of the year" is this year's. */
function currentUnit(tokens: readonly Token[], at: number): PointRead | null {
  const unit = /^(?:year|العام|السنه)$/.test(textAt(tokens, at)) ? 'year' : /^(?:month|الشهر)$/.test(textAt(tokens, at)) ? 'month' : null;
  return unit === null ? null : { point: { ...plain, kind: 'relative', rule: 'same', unit }, next: at + 1 };
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
    countedAt(tokens, at)
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
export function dayThenMonth(tokens: readonly Token[], at: number): PointRead | null {
  const first = skip(tokens, at, /^the$/);
  const day = dayNumber(tokens, first) ?? arabicDay(tokens, first);
  if (day === null) return null;
  const month = monthName(tokens, skip(tokens, skip(tokens, day.next, /^(?:of|من)$/), /^شهر$/));
  if (month === null) return null;
  const year = yearAfter(tokens, month.next);
  return {
    point: { ...plain, kind: 'day', year: year?.value ?? null, month: month.value, day: day.value, strictly: false },
    next: year?.next ?? month.next,
  };
}

/** "March 2017", "March 20, 2017", "March 20"; "June" alone only where a word before it or a capital makes it a month. */
function monthFirst(tokens: readonly Token[], at: number, quote: string, led: boolean): PointRead | null {
  const strictly = textAt(tokens, at) === 'last';
  const from = strictly || textAt(tokens, at) === 'this' ? at + 1 : skip(tokens, at, /^(?:شهر)$/);
  const month = monthName(tokens, from);
  if (month === null) return null;
  const day = dayNumber(tokens, month.next);
  const isDay = day !== null && /^[a-z]/.test(textAt(tokens, from)) && !(isCounted(tokens, day.next) && day.next === month.next + 1);
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
  const which = /^(?:last|this)$/.exec(textAt(tokens, at))?.[0];
  const from = which === undefined ? at : at + 1;
  const found = lookUp(seasonWords, tokens, from);
  if (found === null) return null;
  const year = yearAfter(tokens, skip(tokens, found.next, /^of$/));
  if (year !== null) {
    const to = found.term === 24 ? yearRangeEnd(tokens, year) : null;
    if (to !== null) return { point: { ...plain, kind: 'winter', year: year.value, to: to.value }, next: to.next };
    return { point: { ...plain, kind: 'season', year: year.value, season: found.term, strictly: false }, next: year.next };
  }
  const past = /^(?:الماضي|الفايت|المنصرم)$/.test(textAt(tokens, found.next));
  if (which === undefined && !past) return null;
  const strictly = which === 'last' || past;
  return { point: { ...plain, kind: 'season', year: null, season: found.term, strictly }, next: found.next + (past ? 1 : 0) };
}

/** A bare year counts as one where the words lead to it; after some of these it may be a count of what follows. */
function yearAt(tokens: readonly Token[], at: number): PointRead | null {
  const marked = isOneOf(yearMarks, tokens[at]);
  const year = yearNumber(tokens, marked ? at + 1 : at);
  if (year === null) return null;
  if (textAt(tokens, year.next) === 's' && tokens[year.next]?.gap === false)
    return year.value % 10 === 0 ? { point: { ...plain, kind: 'decade', year: year.value }, next: year.next + 1 } : null;
  const before = tokens[at - 1];
  const led = isOneOf(leadWords, before) || isOneOf(wordSetOfParts, before) || /^(?:the|-)$/.test(before?.text ?? '');
  if (!marked && (!led || before?.text === 'the')) return null;
  if (!marked && isOneOf(weakLeads, before) && isCounted(tokens, year.next)) return null;
  return { point: { ...plain, kind: 'year', year: year.value }, next: year.next };
}
const wordSetOfParts = wordSet('early mid late earlier اوائل مطلع بدايه منتصف اواسط اواخر نهايه');

function weekday(tokens: readonly Token[], at: number): PointRead | null {
  const which = /^(?:last|next|this)$/.exec(textAt(tokens, at))?.[0];
  const found = lookUp(weekdayWords, tokens, which === undefined ? at : at + 1);
  if (found === null) return null;
  const past = /^(?:الماضي|الفايت|المنصرم)$/.test(textAt(tokens, found.next));
  const comma = skip(tokens, found.next, /^[,،]$/);
  const day = dayThenMonth(tokens, comma) ?? monthAndDay(tokens, comma);
  if (day !== null) return day;
  const point: DatePoint =
    which === 'next' || which === 'this'
      ? { ...plain, kind: 'unclear' }
      : { ...plain, kind: 'weekday', weekday: found.term, strictly: which === 'last' || past };
  return { point, next: found.next + (past ? 1 : 0) };
}

function monthAndDay(tokens: readonly Token[], at: number): PointRead | null {
  const month = /^[a-z]/.test(textAt(tokens, at)) ? monthName(tokens, at) : null;
  const day = month === null ? null : dayNumber(tokens, month.next);
  if (month === null || day === null || isCounted(tokens, day.next)) return null;
  const year = yearAfter(tokens, day.next);
  return {
    point: { ...plain, kind: 'day', year: year?.value ?? null, month: month.value, day: day.value, strictly: false },
    next: year?.next ?? day.next,
  };
}
