/** Counts with what is counted: "nearly 1,236 bodies", "between 20 and 30 people", "dozens were killed". */
import type { ReadingRule } from '../../model/claim-draft.ts';
import type { Quantity } from '../../model/claims.ts';
import { harmAfter, harmBefore } from './act-words.ts';
import type { CaseWords } from './case-words.ts';
import { determiners, leadWords } from './date-words.ts';
import { isOneOf, lookUp, wordSet } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import { qualifiersAfter } from './qualifier-words.ts';
import { amountAt, type AmountRead } from './read-amount.ts';
import type { Token } from './tokens.ts';
import { dualWords, neverBetween, peopleUnsaid, unitWords, type Unit } from './unit-words.ts';

/** Tokens [start, next) were read as `quantity`. */
export type FigureRead = { start: number; next: number; quantity: Quantity; rule: ReadingRule | null };
export type Taken = (from: number, next: number) => boolean;

const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? '';
const ages = wordSet('aged age عمره عمرها العمر عمر بعمر أعمارهم');

/** In the order they stand, leaving out tokens that are taken. */
export function readFigures(tokens: readonly Token[], words: CaseWords, taken: Taken): FigureRead[] {
  const found: FigureRead[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = taken(at, at + 1) ? null : figureAt(tokens, at, words);
    if (read === null || taken(read.start, read.next)) at++;
    else {
      found.push(read);
      at = read.next;
    }
  }
  return found;
}

function figureAt(tokens: readonly Token[], at: number, words: CaseWords): FigureRead | null {
  const amount = amountAt(tokens, at);
  if (amount === null) return dualAt(tokens, at) ?? oneAt(tokens, at, words);
  if (isOneOf(ages, tokens[at - 1])) return null;
  const unit = unitAfter(tokens, amount.next, words);
  if (unit !== null) {
    if (isAge(tokens, unit.next) || !isCount(tokens, at, amount, unit.unit)) return null;
    return counted(tokens, at, amount, unit);
  }
  return isCount(tokens, at, amount, peopleUnsaid) ? unnamed(tokens, at, amount) : null;
}

type UnitRead = { unit: Unit; next: number; rule: ReadingRule | null };

/** At once, after "of the", or after up to two words such as "Syrian" that tell which. */
function unitAfter(tokens: readonly Token[], from: number, words: CaseWords): UnitRead | null {
  let at = from;
  if (/^[-]$/.test(text(tokens, at))) at++;
  else if (/^(?:of|من)$/.test(text(tokens, at))) {
    at++;
    if (/^(?:the|their|his|her|these|those)$/.test(text(tokens, at))) at++;
  }
  for (let filler = 0; filler <= 2; filler++, at++) {
    const unit = unitAt(tokens, at, words);
    if (unit !== null) return unit;
    const token = tokens[at];
    if (token?.kind !== 'word' || !/^\p{Script=Latin}/u.test(token.text) || isOneOf(neverBetween, token)) return null;
    if (lookUp(harmAfter, tokens, at) !== null || numberAt(tokens, at) !== null) return null;
  }
  return null;
}

export function unitAt(tokens: readonly Token[], at: number, words: CaseWords): UnitRead | null {
  const own = lookUp(words.units, tokens, at);
  const known = lookUp(unitWords, tokens, at);
  if (own !== null && own.next >= (known?.next ?? 0))
    return {
      unit: { unit: own.term, role: 'count', said: true },
      next: own.next,
      rule: { rule: 'case-term', vocabulary: 'unit', term: own.term },
    };
  return known === null ? null : { unit: known.term, next: known.next, rule: known.term.said ? null : { rule: 'people-unsaid' } };
}

function counted(
  tokens: readonly Token[],
  at: number,
  { amount, next, number }: AmountRead,
  { unit, next: end, rule }: UnitRead,
): FigureRead {
  const after = number === null || next > end ? null : lookUp(qualifiersAfter, tokens, end);
  const takes = after !== null && amount.qualifier === 'exactly';
  const quantity = quantityOf(takes ? { ...amount, qualifier: after.term } : amount, unit);
  return { start: at, next: takes ? after.next : end, quantity, rule };
}

function quantityOf(amount: AmountRead['amount'], { unit, role }: Unit): Quantity {
  return { ...amount, unit, role, breakdown: [] };
}

/** "two bodies" by the form of the noun, in Arabic. */
function dualAt(tokens: readonly Token[], at: number): FigureRead | null {
  const found = lookUp(dualWords, tokens, at);
  if (found === null) return null;
  const next = /^(?:اثنان|اثنين|اثنتان|اثنتين)$/.test(text(tokens, found.next)) ? found.next + 1 : found.next;
  const word = text(tokens, at);
  return {
    start: at,
    next,
    quantity: quantityOf({ qualifier: 'exactly', value: 2, min: null, max: null }, found.term),
    rule: { rule: 'two-by-form', word },
  };
}

/** "one body": in Arabic the number follows. */
function oneAt(tokens: readonly Token[], at: number, words: CaseWords): FigureRead | null {
  const unit = unitAt(tokens, at, words);
  if (unit === null || !/^(?:واحد|واحده|واحدا)$/.test(text(tokens, unit.next))) return null;
  return {
    start: at,
    next: unit.next + 1,
    quantity: quantityOf({ qualifier: 'exactly', value: 1, min: null, max: null }, unit.unit),
    rule: unit.rule,
  };
}

const between = wordSet(
  'more others other of them still feared reportedly reported confirmed presumed are were was is have has had been being remain remains left people',
);
const boundary = wordSet(
  'and in on at near when while during after before by from as since with including among most mostly who whose others more including inside outside across last this earlier early yesterday ' +
    'في من بينهم بينها خلال على عند جراء إثر نتيجة منذ بعد قبل أمس يوم حتى بينما بسبب داخل قرب',
);
const others = /^(?:others|more|اخرين|اخرون|اخر)$/;

/** People not named as such: "at least 40 were killed", "killing 40", "a toll of 57", "a family of five". */
function unnamed(tokens: readonly Token[], at: number, amount: AmountRead): FigureRead | null {
  const people = (next: number): FigureRead => ({
    start: at,
    next,
    quantity: quantityOf(amount.amount, peopleUnsaid),
    rule: { rule: 'people-unsaid' },
  });
  let next = amount.next;
  while (next < amount.next + 5 && isOneOf(between, tokens[next])) next++;
  const harm = lookUp(harmAfter, tokens, next);
  if (harm !== null) return people(harm.next);
  const end = others.test(text(tokens, amount.next)) ? amount.next + 1 : amount.next;
  if (!isBoundary(tokens[end]) && end === amount.next) return null;
  return isAfterHarm(tokens, at) || isToll(tokens, at) || isFamilyOf(tokens, at) ? people(end) : null;
}

function isAfterHarm(tokens: readonly Token[], at: number): boolean {
  const from = /^(?:another|up|some|a|further)$/.test(text(tokens, at - 1)) ? at - 2 : at - 1;
  return lookUp(harmBefore, tokens, from)?.next === from + 1;
}

function isToll(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:to|at|of|is|reached|passed|الي|عند)$/.test(text(tokens, at - 1))) return false;
  for (let back = at - 2; back >= 0 && back > at - 9; back--) {
    if (/^(?:toll|حصيله)$/.test(text(tokens, back)) || tokens[back]?.forms.includes('حصيله')) return true;
    if (tokens[back]?.kind === 'sign') return false;
  }
  return false;
}

function isFamilyOf(tokens: readonly Token[], at: number): boolean {
  return text(tokens, at - 1) === 'of' && /^(?:family|families|household)$/.test(text(tokens, at - 2));
}

function isBoundary(token: Token | undefined): boolean {
  if (token === undefined || isOneOf(boundary, token)) return true;
  return token.kind === 'word'
    ? token.text.startsWith('و') || token.text === 'was'
    : /^[.,;:!?)"'،؛؟]$/.test(token.text) && token.text !== '%';
}

/** "12-year-old", "12 years old". */
function isAge(tokens: readonly Token[], next: number): boolean {
  return text(tokens, next) === 'old' || (text(tokens, next) === '-' && text(tokens, next + 1) === 'old');
}

const countable = new Set(['people', 'civilians', 'bodies', 'families', 'children', 'women', 'men', 'detainees', 'victims']);

/** Four ungrouped figures that may be a year count only where nothing speaks for the year. */
function isCount(tokens: readonly Token[], at: number, { number, next }: AmountRead, { unit }: Unit): boolean {
  if (number === null || next !== number + 1 || !/^(?:19|20)\d\d$/.test(text(tokens, number))) return true;
  if (number > at || isAfterHarm(tokens, at)) return true;
  return countable.has(unit) && !isOneOf(leadWords, tokens[at - 1]) && !isOneOf(determiners, tokens[at - 1]);
}
