/** Times as EDTF, counted from the item's date where the words leave out the year. Never from the clock. */
import { parseEdtf } from '../../edtf.ts';
import type { ReadingRule } from '../../model/claim-draft.ts';
import type { DatePoint } from './date-point.ts';
import type { Part } from './date-words.ts';

export type Resolved = { value: string; rule: ReadingRule | null };
/** The item's date with its first and last day. */
export type ItemDay = { text: string; first: Date; last: Date };

/** Null where it is not known, does not parse or has no end: then relative times are left alone. */
export function itemDay(text: string | null | undefined): ItemDay | null {
  const bounds = text === null || text === undefined ? null : parseEdtf(text);
  if (bounds === null || !Number.isFinite(bounds.min) || !Number.isFinite(bounds.max)) return null;
  return { text: text ?? '', first: new Date(bounds.min), last: new Date(bounds.max) };
}

/** Null when the words do not tell, or when it depends on which day within the item's date is meant. */
export function resolvePoint(point: DatePoint, item: ItemDay | null): Resolved | null {
  const plain = explicit(point);
  if (plain !== null) return doubted(point, plain);
  if (item === null) return null;
  const [from, to] = [relative(point, item.first, item.text), relative(point, item.last, item.text)];
  if (from === null || from.value !== to?.value) return null;
  const inDoubt = /[~?%]/.test(item.text) && !/[~/[]/.test(from.value) && !/-2[1-4]$/.test(from.value);
  return doubted(point, { ...from, value: inDoubt ? `${from.value}~` : from.value });
}

function doubted(point: DatePoint, read: Resolved): Resolved {
  const takes = point.about && /^\d{4}(?:-[01]\d(?:-\d\d)?)?$/.test(read.value);
  return takes ? { ...read, value: `${read.value}~` } : read;
}

/** Times that say their year. */
function explicit(point: DatePoint): Resolved | null {
  const { part } = point;
  switch (point.kind) {
    case 'day':
    case 'month':
      return point.year === null ? null : partOf([point.year, point.month, point.day], part);
    case 'year':
      return partOf([point.year], part);
    case 'decade':
      return decade(point.year, part);
    case 'winter':
      return { value: `${point.year}-12~/${point.to}-02~`, rule: null };
    case 'season':
      return point.year === null ? null : { value: `${point.year}-${point.season}`, rule: null };
    default:
      return null;
  }
}

function relative(point: DatePoint, day: Date, itemDate: string): Resolved | null {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  switch (point.kind) {
    case 'day': {
      const on = point.day ?? 1;
      const inYear = point.month < month || (point.month === month && on <= date) ? year : year - 1;
      return { value: iso([inYear, point.month, on]), rule: { rule: 'day-before', itemDate, month: point.month, day: on } };
    }
    case 'month': {
      const inYear = point.month < month || (point.month === month && !point.strictly) ? year : year - 1;
      const { value } = partOf([inYear, point.month], point.part);
      return { value, rule: { rule: 'month-before', itemDate, month: point.month, strictly: point.strictly, part: point.part } };
    }
    case 'weekday': {
      const back = (day.getUTCDay() - point.weekday + 7) % 7;
      const value = daysBefore(day, back === 0 && point.strictly ? 7 : back);
      return { value, rule: { rule: 'weekday-before', itemDate, weekday: point.weekday, strictly: point.strictly } };
    }
    case 'season':
      return seasonBefore(point.season, point.strictly, day, itemDate);
    case 'relative':
      return near(point, day, itemDate);
    case 'count':
      return counted(point, day, itemDate);
    default:
      return null;
  }
}

function near({ rule, unit, part }: Extract<DatePoint, { kind: 'relative' }>, day: Date, itemDate: string): Resolved {
  const back = rule === 'same' ? 0 : 1;
  const said: ReadingRule = { rule, itemDate, unit, part };
  if (unit === 'day') return { value: daysBefore(day, back), rule: said };
  if (unit === 'week') {
    const monday = ((day.getUTCDay() + 6) % 7) + 7 * back;
    return { value: `${daysBefore(day, monday)}/${daysBefore(day, monday - 6)}`, rule: said };
  }
  const at = unit === 'month' ? monthsBefore(day, back) : [day.getUTCFullYear() - back];
  return { value: partOf(at, part).value, rule: said };
}

/** A count of days is exact; of weeks, months and years it is rounded in speech, and said to be about. */
function counted({ rule, unit, count }: Extract<DatePoint, { kind: 'count' }>, day: Date, itemDate: string): Resolved | null {
  const year = day.getUTCFullYear() - count;
  if (count > 200 || (unit === 'year' && year < 1000)) return null;
  const at =
    unit === 'day'
      ? daysBefore(day, count)
      : unit === 'week'
        ? `${daysBefore(day, 7 * count)}~`
        : `${iso(unit === 'month' ? monthsBefore(day, count) : [year])}~`;
  return { value: rule === 'ago' ? at : `${at}/${daysBefore(day, 0)}`, rule: { rule, itemDate, unit, count } };
}

function seasonBefore(season: number, strictly: boolean, day: Date, itemDate: string): Resolved {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1];
  const begins = (season - 20) * 3;
  const rule: ReadingRule = { rule: 'season-before', itemDate, season, strictly };
  if (season === 24) {
    const to = strictly ? (month > 2 ? year : year - 1) : month === 12 ? year + 1 : year;
    return { value: `${to - 1}-12~/${to}-02~`, rule };
  }
  return { value: `${month >= begins + (strictly ? 3 : 0) ? year : year - 1}-${season}`, rule };
}

type Ymd = readonly (number | null)[];

/** A third of a year, a month or a decade, its ends said to be about. */
function partOf(at: Ymd, part: Part | null): Resolved {
  const [year = 0, month, day] = at;
  if (part === null || typeof day === 'number') return { value: iso(at), rule: null };
  const third = { early: 0, mid: 1, late: 2 }[part];
  if (typeof month !== 'number') {
    const value = `${iso([year, third * 4 + 1])}~/${iso([year, third * 4 + 4])}~`;
    return { value, rule: { rule: 'part-of', part, of: 'year' } };
  }
  const end = third === 2 ? new Date(Date.UTC(year ?? 0, month, 0)).getUTCDate() : third * 10 + 10;
  const value = `${iso([year, month, third * 10 + 1])}~/${iso([year, month, end])}~`;
  return { value, rule: { rule: 'part-of', part, of: 'month' } };
}

function decade(year: number, part: Part | null): Resolved {
  if (part === null) return { value: `${String(year).slice(0, 3)}X`, rule: null };
  const [from, to] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[part] as [number, number];
  return { value: `${year + from}~/${year + to}~`, rule: { rule: 'part-of', part, of: 'decade' } };
}

function iso(at: Ymd): string {
  const [year, ...rest] = at.filter((n) => n !== null);
  return [String(year).padStart(4, '0'), ...rest.map((n) => String(n).padStart(2, '0'))].join('-');
}

function daysBefore(day: Date, count: number): string {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - count)).toISOString().slice(0, 10);
}

function monthsBefore(day: Date, count: number): [number, number] {
  const at = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - count, 1));
  return [at.getUTCFullYear(), at.getUTCMonth() + 1];
}
