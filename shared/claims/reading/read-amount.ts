/** How many: a number or a range with its qualifier, or a word in place of a number. */
import type { Quantity } from '../../model/claims.ts';
import type { NumberRead } from './english-numbers.ts';
import { lookUp, lookUpIn, wordSet } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import { qualifiersAfter, qualifiersBefore, vagueWords } from './qualifier-words.ts';
import { textAt, type Token } from './tokens.ts';

export type Amount = Pick<Quantity, 'qualifier' | 'value' | 'min' | 'max'>;
export type AmountRead = { amount: Amount; next: number; /** The first number's token. */ number: number | null };

const exactly = { value: null, min: null, max: null } as const;
/** "rose from 12 to 19" is 19, not a range. */
const rises = wordSet('rose risen rising increased climbed grew jumped fell dropped revised ارتفع ارتفعت ازداد انخفض');
function isRise(tokens: readonly Token[], at: number): boolean {
  const from = [at, at - 1].find((place) => /^(?:from|من)$/.test(textAt(tokens, place)));
  return from !== undefined && [1, 2, 3].some((back) => rises.has(textAt(tokens, from - back)));
}
const upTo = wordSet('possibly perhaps maybe probably ربما');

export function amountAt(tokens: readonly Token[], at: number): AmountRead | null {
  return rangeAt(tokens, at) ?? countAt(tokens, at) ?? vagueAt(tokens, at);
}

/** "between 20 and 30", "from 20 to 30", "20-30", "three or four", "at least 40 and possibly as many as 60". */
function rangeAt(tokens: readonly Token[], at: number): AmountRead | null {
  const ma = textAt(tokens, at) === 'ما' ? at + 1 : at;
  const lead = tokens[ma]?.forms.find((form) => /^(?:between|from|بين|من)$/.test(form));
  if (isRise(tokens, at)) return null;
  if (lead === undefined) return minToMax(tokens, at) ?? plainRange(tokens, at);
  const low = numberAt(tokens, ma + 1);
  const high =
    low === null ? null : numberAfter(tokens, low.next, /^(?:between|بين)$/.test(lead) ? /^(?:and|و|-|to|الي)$/ : /^(?:to|-|الي)$/);
  return low === null || high === null ? null : range(low, high, ma + 1);
}

function plainRange(tokens: readonly Token[], at: number): AmountRead | null {
  const low = numberAt(tokens, at);
  const high = low === null ? null : numberAfter(tokens, low.next, /^(?:-|to|or|الي|او)$/);
  return low === null || high === null ? null : range(low, high, at);
}

function minToMax(tokens: readonly Token[], at: number): AmountRead | null {
  const least = lookUp(qualifiersBefore, tokens, at);
  if (least?.term !== 'at least') return null;
  const low = numberAt(tokens, least.next);
  if (low === null || !/^(?:and|و)$/.test(textAt(tokens, low.next))) return null;
  const said = upTo.has(textAt(tokens, low.next + 1)) ? low.next + 2 : low.next + 1;
  const most = lookUp(qualifiersBefore, tokens, said);
  const high = most?.term === 'up to' ? numberAt(tokens, most.next) : null;
  return high === null ? null : range(low, high, least.next);
}

/** The second number of a range, after a joiner; in Arabic "and" may be written on it. */
function numberAfter(tokens: readonly Token[], at: number, joiner: RegExp): NumberRead | null {
  if (joiner.test(textAt(tokens, at))) return numberAt(tokens, at + 1);
  const token = tokens[at];
  return joiner.test('و') && token?.kind === 'word' && token.text.startsWith('و') ? numberAt(tokens, at) : null;
}

function range(low: NumberRead, high: NumberRead, number: number): AmountRead | null {
  if (low.value >= high.value) return null;
  return { amount: { qualifier: 'between', value: null, min: low.value, max: high.value }, next: high.next, number };
}

function countAt(tokens: readonly Token[], at: number): AmountRead | null {
  const before = isParticle(tokens, at) ? null : lookUp(qualifiersBefore, tokens, at);
  const number = numberAt(tokens, before?.next ?? at);
  if (number === null || isRatio(tokens, before?.next ?? at, number.next)) return null;
  const after = lookUp(qualifiersAfter, tokens, number.next);
  const qualifier = before?.term ?? after?.term ?? 'exactly';
  return { amount: { ...exactly, qualifier, value: number.value }, next: after?.next ?? number.next, number: before?.next ?? at };
}

/** "handed over 340 bodies" says nothing of more than 340, "buried under three houses" nothing of less than three. */
function isParticle(tokens: readonly Token[], at: number): boolean {
  if (/^(?:under|above|below)$/.test(textAt(tokens, at)))
    return /^(?:buried|trapped|crushed|from|killed|died)$/.test(textAt(tokens, at - 1));
  return textAt(tokens, at) === 'over' && /^(?:handed|hand|handing|turned|took|taken|given)$/.test(textAt(tokens, at - 1));
}

/** "one in three", "two out of five", "12:30", "the 20th". */
function isRatio(tokens: readonly Token[], at: number, next: number): boolean {
  const inNumber = (from: number) => /^(?:in|of|من)$/.test(textAt(tokens, from)) && numberAt(tokens, from + 1) !== null;
  if (textAt(tokens, next) === 'in' && inNumber(next)) return true;
  if (textAt(tokens, at - 1) === 'in' && tokens[at - 2] !== undefined && numberAt(tokens, at - 2) !== null) return true;
  if (/^(?:of|كل)$/.test(textAt(tokens, at - 1)) && /^(?:out|من)$/.test(textAt(tokens, at - 2))) return true;
  const tail = tokens[next];
  return tail?.kind === 'word' && !tail.gap && tokens[next - 1]?.kind === 'number';
}

function vagueAt(tokens: readonly Token[], at: number): AmountRead | null {
  const found = lookUpIn([vagueWords], tokens, at);
  return found === null ? null : { amount: { ...exactly, qualifier: found.term }, next: found.next, number: null };
}
