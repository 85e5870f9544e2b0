/** One time as the words name it, not yet set against the item's date. */
import type { ReadingRule } from '../../model/claim-draft.ts';
import type { Part } from './date-words.ts';

type CalendarUnit = Extract<ReadingRule, { rule: 'ago' }>['unit'];

export type DatePoint = { part: Part | null; about: boolean } & (
  | { kind: 'day' | 'month'; year: number | null; month: number; day: number | null; strictly: boolean }
  | { kind: 'year' | 'decade'; year: number }
  | { kind: 'season'; year: number | null; season: number; strictly: boolean }
  | { kind: 'winter'; year: number; to: number }
  | { kind: 'weekday'; weekday: number; strictly: boolean }
  | { kind: 'relative'; rule: 'same' | 'one-before'; unit: CalendarUnit }
  | { kind: 'count'; rule: 'ago' | 'up-to-item'; unit: CalendarUnit; count: number }
  /** Named, but not so that a rule may tell which. */
  | { kind: 'unclear' }
);
export type PointRead = { point: DatePoint; next: number };
