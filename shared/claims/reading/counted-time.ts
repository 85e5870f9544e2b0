/** Times counted back from the item: days, weeks, months, years. */
import type { PointRead } from './date-point.ts';
import { calendarUnits, dualUnits } from './date-words.ts';
import { lexicon, lookUp } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import { textAt, type Token } from './tokens.ts';

const plain = { part: null, about: false } as const;

/** "two days ago", "over the past six months", Arabic "before two days". */
export function countedAt(tokens: readonly Token[], at: number): PointRead | null {
  const past = pastSpan(tokens, at);
  if (past !== null) return past;
  const before = /^(?:قبل|منذ)$/.test(textAt(tokens, at));
  const span = lookUp(spanWords, tokens, at);
  const from = before ? at + 1 : (span?.next ?? at);
  const dual = before ? lookUp(dualUnits, tokens, from) : null;
  if (dual !== null) return { point: { ...plain, kind: 'count', rule: 'ago', unit: dual.term, count: 2 }, next: dual.next };
  const one = /^an?$/.test(textAt(tokens, from)) ? { value: 1, next: from + 1 } : null;
  const number = one ?? numberAt(tokens, from) ?? (before || span !== null ? { value: 1, next: from } : null);
  const unit = number === null ? null : lookUp(calendarUnits, tokens, number.next);
  if (number === null || unit === null || number.value < 1) return null;
  const point = { ...plain, kind: 'count', unit: unit.term, count: number.value } as const;
  if (span !== null) return { point: { ...point, rule: 'up-to-item' }, next: unit.next };
  if (before) return { point: { ...point, rule: 'ago' }, next: unit.next };
  return textAt(tokens, unit.next) === 'ago' ? { point: { ...point, rule: 'ago' }, next: unit.next + 1 } : null;
}
/** Arabic "during the six months past". */
function pastSpan(tokens: readonly Token[], at: number): PointRead | null {
  if (!/^(?:خلال|في)$/.test(textAt(tokens, at))) return null;
  const unit = lookUp(calendarUnits, tokens, at + 1);
  const number = unit === null ? null : numberAt(tokens, unit.next);
  if (unit === null || number === null || !/^(?:الماضيه|الاخيره|المنصرمه)$/.test(textAt(tokens, number.next))) return null;
  return { point: { ...plain, kind: 'count', rule: 'up-to-item', unit: unit.term, count: number.value }, next: number.next + 1 };
}

const spanWords = lexicon<true>([
  'over the past|over the last|in the past|in the last|during the past|during the last|for the past|for the last|within the past|within the last',
  true,
]);
