/** The rule by which words were read, as a person is shown it: "June on or before the item’s date, 14 November 2018". */
import { assertNever } from '../../errors.ts';
import type { ReadingRule } from '../../model/claim-draft.ts';
import { edtfWords } from '../edtf-words.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const seasons: Record<number, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };
const thirds = {
  year: { early: 'January to April', mid: 'May to August', late: 'September to December' },
  month: { early: 'its 1st to 10th day', mid: 'its 11th to 20th day', late: 'its 21st day to its end' },
  decade: { early: 'its first four years', mid: 'its fifth to seventh year', late: 'its last three years' },
} as const;

export function ruleWords(rule: ReadingRule): string {
  switch (rule.rule) {
    case 'month-before':
      return `${months[rule.month - 1] ?? ''} ${beforeItem(rule)}${taken(rule.part, 'month')}`;
    case 'day-before':
      return `${rule.day} ${months[rule.month - 1] ?? ''} on or before ${theItem(rule)}`;
    case 'weekday-before':
      return `the ${weekdays[rule.weekday] ?? ''} ${beforeItem(rule)}`;
    case 'season-before':
      return `the last ${seasons[rule.season] ?? ''} that had ${rule.strictly ? 'ended' : 'begun'} by ${theItem(rule)}`;
    case 'same':
      return `${rule.unit === 'day' ? 'the day' : `the ${rule.unit}`} of ${theItem(rule)}${week(rule.unit)}${takenIn(rule)}`;
    case 'one-before':
      return `the ${rule.unit} before ${rule.unit === 'day' ? theItem(rule) : `that of ${theItem(rule)}`}${week(rule.unit)}${takenIn(rule)}`;
    case 'ago':
      return `${many(rule)} before ${theItem(rule)}${rule.unit === 'day' ? '' : ', about'}`;
    case 'up-to-item':
      return `the ${many(rule)} up to ${theItem(rule)}`;
    case 'part-of':
      return `${rule.part} in a ${rule.of} is taken as about ${thirds[rule.of][rule.part]}`;
    case 'people-unsaid':
      return 'the words do not name what is counted; people are meant';
    case 'count-unsaid':
      return 'the words tell who they were, but not how many in all';
    case 'by-form':
      return rule.count === 1 ? 'the noun stands in the singular, which means one' : 'the noun stands in the dual, which means two';
    case 'case-term':
      return `a term of this case: ${rule.term}`;
    default:
      return assertNever(rule);
  }
}

const theItem = ({ itemDate }: { itemDate: string }) => `the item’s date, ${edtfWords(itemDate)}`;
const beforeItem = (rule: { itemDate: string; strictly: boolean }) => `${rule.strictly ? 'before' : 'on or before'} ${theItem(rule)}`;
const week = (unit: string) => (unit === 'week' ? ', Monday to Sunday' : '');
const many = ({ unit, count }: { unit: string; count: number }) => (count === 1 ? `one ${unit}` : `${count} ${unit}s`);

function taken(part: 'early' | 'mid' | 'late' | null, of: 'month' | 'year'): string {
  return part === null ? '' : `; ${part} is taken as about ${thirds[of][part]}`;
}

function takenIn({ unit, part }: { unit: string; part: 'early' | 'mid' | 'late' | null }): string {
  return unit === 'month' || unit === 'year' ? taken(part, unit) : '';
}
