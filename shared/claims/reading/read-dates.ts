/** Every time in the words: a point, or points joined by "between", "from", "since", "until", "by", "and". */
import { parseEdtf } from '../../edtf.ts';
import type { ReadingRule } from '../../model/claim-draft.ts';
import type { DatePoint, PointRead } from './date-point.ts';
import { dayNumber, yearRangeEnd } from './calendar-parts.ts';
import { dayThenMonth, pointAt } from './read-point.ts';
import { resolvePoint, type ItemDay, type Resolved } from './resolve-date.ts';
import { textAt, type Token } from './tokens.ts';

/** Tokens [start, next) name a time; `value` is null where they do not say which. */
export type DateRead = {
  start: number;
  next: number;
  value: string | null;
  rule: ReadingRule | null;
  /** A stretch up to now or bounded on one side: never when a thing was said. */ open?: boolean;
};

export function readDates(tokens: readonly Token[], quote: string, item: ItemDay | null): DateRead[] {
  const found: DateRead[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = joinedAt(tokens, at, quote, item) ?? daysOfMonth(tokens, at, item) ?? single(tokens, at, quote, item);
    if (read !== null) found.push(read);
    at = read?.next ?? at + 1;
  }
  return found;
}

/** Whether the value is a date at all; asked of few, because parsing is slow. */
export function checkedDate(read: DateRead): DateRead {
  const stands = read.value !== null && parseEdtf(read.value) !== null && (read.value.match(/\d{4}-\d\d-\d\d/g) ?? []).every(isDay);
  return stands ? read : { ...read, value: null, rule: null };
}

/** The EDTF parser takes 30 February. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function single(tokens: readonly Token[], at: number, quote: string, item: ItemDay | null): DateRead | null {
  const first = pointAt(tokens, at, quote);
  if (first === null) return null;
  const both = pairAfter(tokens, first, quote, item);
  if (both !== null) return { start: at, ...both };
  const resolved = resolvePoint(first.point, item);
  const open = first.point.kind === 'count' && first.point.rule === 'up-to-item';
  return { start: at, next: first.next, value: resolved?.value ?? null, rule: resolved?.rule ?? null, open };
}

/** "3, 4 and 7 October": all of these days. */
function daysOfMonth(tokens: readonly Token[], at: number, item: ItemDay | null): DateRead | null {
  const days: number[] = [];
  let day = dayNumber(tokens, at);
  let last: PointRead | null = null;
  while (day !== null && days.length < 10) {
    days.push(day.value);
    const from: number = /^[,،]$/.test(textAt(tokens, day.next)) ? day.next + 1 : day.next;
    const next: number = /^(?:and|و)$/.test(textAt(tokens, from)) ? from + 1 : from;
    if (next === day.next) return null;
    last = dayThenMonth(tokens, next);
    if (last !== null) break;
    day = dayNumber(tokens, next);
  }
  if (last === null || last.point.kind !== 'day' || days.length === 0) return null;
  const end = resolvePoint(last.point, item);
  const month = end?.value.slice(0, 7) ?? '';
  const value = end === null ? null : `{${[...days.map((one) => `${month}-${String(one).padStart(2, '0')}`), end.value].join(',')}}`;
  return { start: at, next: last.next, value, rule: end?.rule ?? null };
}

/** "2016-17", "6-17 June", "2016 and 2017", "March and April 2017". */
function pairAfter(tokens: readonly Token[], first: PointRead, quote: string, item: ItemDay | null): Omit<DateRead, 'start'> | null {
  const { point } = first;
  if (point.kind === 'year' && point.part === null) {
    const end = yearRangeEnd(tokens, { value: point.year, next: first.next });
    if (end !== null) return { next: end.next, value: `${point.year}/${end.value}`, rule: null };
  }
  if (!/^(?:and|و)$/.test(textAt(tokens, first.next)) && !startsWithAnd(tokens[first.next])) return null;
  const second = pointAt(tokens, afterAnd(tokens, first.next), quote);
  if (second === null || second.point.kind !== point.kind || point.part !== null || second.point.part !== null) return null;
  if (point.kind !== 'year' && !(point.kind === 'month' && point.year === null)) return null;
  const pair = resolvePair(point, second.point, item);
  return pair === null ? null : { next: second.next, value: `{${pair.from},${pair.to.value}}`, rule: pair.to.rule };
}

type Join = 'range' | 'since' | 'until' | 'by' | 'unclear';
const joins: Record<string, Join> = {
  between: 'range', from: 'range', بين: 'range', من: 'range', since: 'since', منذ: 'since', until: 'until', till: 'until', through: 'until',
  حتي: 'until', لغايه: 'until', by: 'by', بحلول: 'by', before: 'unclear', after: 'unclear', قبل: 'unclear', بعد: 'unclear',
}; // prettier-ignore

function joinedAt(tokens: readonly Token[], at: number, quote: string, item: ItemDay | null): DateRead | null {
  const join = (tokens[at]?.forms ?? []).map((form) => joins[form]).find((one) => one !== undefined);
  if (join === undefined) return null;
  if (textAt(tokens, at) === 'قبل' && pointAt(tokens, at, quote)?.point.kind === 'count') return null;
  const from = textAt(tokens, at + 1) === 'the' ? at + 2 : at + 1;
  const first =
    pointAt(tokens, from, quote) ?? (join === 'range' ? bareDay(tokens, from) : join === 'since' ? countedBack(tokens, at, quote) : null);
  if (first === null) return null;
  if (join === 'range') return rangeFrom(tokens, at, first, quote, item);
  const resolved = join === 'unclear' ? null : resolvePoint(first.point, item);
  return {
    start: at,
    next: first.next,
    value: resolved === null ? null : open(join, resolved.value),
    rule: resolved?.rule ?? null,
    open: true,
  };
}

/** Of a time that is itself a stretch, the end that bounds it. */
function open(join: Join, value: string): string | null {
  if (/[[{]/.test(value)) return null;
  const [from = '', to = from] = withoutSeason(value).split('/');
  if (from === '..' || to === '..') return null;
  return join === 'since' ? `${from}/..` : join === 'until' ? `../${to}` : `[..${to}]`;
}

/** EDTF has no stretch from or to a season, so its months stand for it, said to be about. */
function withoutSeason(value: string): string {
  const [, year = '', season] = /^(\d{4})-(2[1-4])$/.exec(value) ?? [];
  if (season === undefined) return value;
  const begins = (Number(season) - 20) * 3;
  const end = begins === 12 ? `${Number(year) + 1}-02` : `${year}-${String(begins + 2).padStart(2, '0')}`;
  return `${year}-${String(begins).padStart(2, '0')}~/${end}~`;
}

const between = /^(?:to|and|until|till|through|-|الي|حتي|و)$/;

function rangeFrom(tokens: readonly Token[], at: number, first: PointRead, quote: string, item: ItemDay | null): DateRead | null {
  const joiner = tokens[first.next];
  if (joiner === undefined || !(joiner.forms.some((form) => between.test(form)) || startsWithAnd(joiner))) {
    // "from March 2017 on" is a beginning; "from 2017" alone says only where from.
    return null;
  }
  const second = pointAt(tokens, afterAnd(tokens, first.next), quote);
  if (second === null) return null;
  const pair = resolvePair(first.point, second.point, item);
  return { start: at, next: second.next, value: pair === null ? null : `${pair.from}/${pair.to.value}`, rule: pair?.to.rule ?? null };
}

function startsWithAnd(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length > 2 && token.text.startsWith('و');
}

/** Where what follows "and" begins: the next word, or this one where "and" is written on it. */
function afterAnd(tokens: readonly Token[], at: number): number {
  return startsWithAnd(tokens[at]) ? at : at + 1;
}

/** Arabic says "since three years" of what began then. */
function countedBack(tokens: readonly Token[], at: number, quote: string): PointRead | null {
  const read = pointAt(tokens, at, quote);
  return read?.point.kind === 'count' ? read : null;
}

/** "between 6 and 17 October 2017": a day whose month is said later. */
function bareDay(tokens: readonly Token[], at: number): PointRead | null {
  const day = dayNumber(tokens, at);
  if (day === null || !between.test(textAt(tokens, day.next))) return null;
  return { point: { kind: 'day', year: null, month: 0, day: day.value, strictly: false, part: null, about: false }, next: day.next };
}

/** The first of a pair takes month and year from the second where it says none; it is then not after it. */
function resolvePair(first: DatePoint, second: DatePoint, item: ItemDay | null): { from: string; to: Resolved } | null {
  const to = resolvePoint(second, item);
  if (to === null || /[/[{]/.test(to.value)) return null;
  const from = resolvePoint(withYear(first, second, to.value), item);
  if (from === null || /[/[{]/.test(from.value)) return null;
  return plainly(from.value) <= plainly(to.value) ? { from: from.value, to } : null;
}

/** Plain dates sort as their letters do. */
function plainly(value: string): string {
  return value.replace(/[~?%]/g, '');
}

function withYear(first: DatePoint, second: DatePoint, to: string): DatePoint {
  if ((first.kind !== 'day' && first.kind !== 'month') || first.year !== null) return first;
  const [year, month] = to.split('-').map((part) => parseInt(part, 10));
  const own = first.month === 0 && second.kind === 'day' ? { ...first, month: second.month } : first;
  return { ...own, year: year === undefined ? null : own.month > (month ?? 12) ? year - 1 : year };
}
