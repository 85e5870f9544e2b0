/** Counts with what is counted: "nearly 1,236 bodies", "between 20 and 30 people", "dozens were killed". */
import type { ReadingRule } from '../../model/claim-draft.ts';
import type { Quantity } from '../../model/claims.ts';
import { harmAfter } from './act-words.ts';
import type { CaseWords } from './case-words.ts';
import { determiners, leadWords } from './date-words.ts';
import { isOneOf, lookUp, wordSet } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import { qualifiersAfter } from './qualifier-words.ts';
import { amountAt, type AmountRead } from './read-amount.ts';
import { textAt, type Token } from './tokens.ts';
import { between, isAfterHarm, unnamedPeople } from './unnamed-people.ts';
import { dualWords, neverBetween, peopleUnsaid, singularWords, unitWords, type Unit } from './unit-words.ts';

/** Tokens [start, next) were read as `quantity`. */
export type FigureRead = { start: number; next: number; quantity: Quantity; rule: ReadingRule | null };
export type Taken = (from: number, next: number) => boolean;

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
  const after = textAt(tokens, at) === 'ال' ? afterNoun(tokens, at, words) : null;
  if (after !== null) return after;
  if (amount === null) return dualAt(tokens, at) ?? oneAt(tokens, at, words) ?? oneHarmed(tokens, at);
  if (isOneOf(ages, tokens[at - 1])) return null;
  const unit = unitAfter(tokens, amount.next, words);
  if (unit !== null) {
    if (isAge(tokens, unit.next) || !isCount(tokens, at, amount, unit.unit)) return null;
    return counted(tokens, at, amount, unit);
  }
  return isCount(tokens, at, amount, peopleUnsaid) ? unnamedPeople(tokens, at, amount) : null;
}

/** "the victims, the 24": with the article, the number follows what it counts. */
function afterNoun(tokens: readonly Token[], at: number, words: CaseWords): FigureRead | null {
  const number = tokens[at + 1]?.gap === false ? numberAt(tokens, at + 1) : null;
  const unit = number === null || !textAt(tokens, at - 1).startsWith('ال') ? null : unitAt(tokens, at - 1, words);
  if (number === null || unit?.next !== at) return null;
  const quantity = quantityOf({ qualifier: 'exactly', value: number.value, min: null, max: null }, unit.unit);
  return { start: at - 1, next: number.next, quantity, rule: unit.rule };
}

type UnitRead = { unit: Unit; next: number; rule: ReadingRule | null };

/** At once, after "of the", or after up to two words such as "Syrian" that tell which. */
function unitAfter(tokens: readonly Token[], from: number, words: CaseWords): UnitRead | null {
  let at = from;
  if (textAt(tokens, at) === '-') return unitAt(tokens, at + 1, words);
  if (/^(?:of|من)$/.test(textAt(tokens, at))) {
    at++;
    if (/^(?:the|their|his|her|these|those)$/.test(textAt(tokens, at))) at++;
  }
  for (let filler = 0; filler <= 2; filler++, at++) {
    const unit = unitAt(tokens, at, words);
    if (unit !== null) return unit;
    const token = tokens[at];
    if (token?.kind !== 'word' || !/^\p{Script=Latin}/u.test(token.text) || isOneOf(neverBetween, token)) return null;
    // "12 wounded civilians" counts civilians, "12 wounded" people.
    if (lookUp(harmAfter, tokens, at) !== null) return unitAt(tokens, at + 1, words);
    if (numberAt(tokens, at) !== null) return null;
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
  const next = /^(?:اثنان|اثنين|اثنتان|اثنتين)$/.test(textAt(tokens, found.next)) ? found.next + 1 : found.next;
  const word = textAt(tokens, at);
  return {
    start: at,
    next,
    quantity: quantityOf({ qualifier: 'exactly', value: 2, min: null, max: null }, found.term),
    rule: { rule: 'by-form', word, count: 2 },
  };
}

/** "killed a woman", "a civilian was killed"; in Arabic the noun alone, right after what befell it. */
function oneHarmed(tokens: readonly Token[], at: number): FigureRead | null {
  const article = /^an?$/.test(textAt(tokens, at));
  const found = lookUp(singularWords, tokens, article ? at + 1 : at);
  const word = tokens[article ? at + 1 : at];
  if (found === null || word === undefined || article !== /^[a-z]/.test(word.text) || word.text.startsWith('ال')) return null;
  const after = isOneOf(between, tokens[found.next]) ? found.next + (isOneOf(between, tokens[found.next + 1]) ? 2 : 1) : null;
  const befell = article && after !== null && lookUp(harmAfter, tokens, after) !== null;
  if (!befell && !isAfterHarm(tokens, at)) return null;
  const quantity = quantityOf({ qualifier: 'exactly', value: 1, min: null, max: null }, { unit: found.term, role: 'count', said: true });
  return { start: at, next: found.next, quantity, rule: { rule: 'by-form', word: word.text, count: 1 } };
}

/** "one body": in Arabic the number follows. */
function oneAt(tokens: readonly Token[], at: number, words: CaseWords): FigureRead | null {
  const unit = unitAt(tokens, at, words);
  if (unit === null || !/^(?:واحد|واحده|واحدا)$/.test(textAt(tokens, unit.next))) return null;
  return {
    start: at,
    next: unit.next + 1,
    quantity: quantityOf({ qualifier: 'exactly', value: 1, min: null, max: null }, unit.unit),
    rule: unit.rule,
  };
}

/** "12-year-old", "12 years old". */
function isAge(tokens: readonly Token[], next: number): boolean {
  return textAt(tokens, next) === 'old' || (textAt(tokens, next) === '-' && textAt(tokens, next + 1) === 'old');
}

const countable = new Set(['people', 'civilians', 'bodies', 'families', 'children', 'women', 'men', 'detainees', 'victims']);

/** Four ungrouped figures that may be a year count only where nothing speaks for the year. */
function isCount(tokens: readonly Token[], at: number, { number, next }: AmountRead, { unit }: Unit): boolean {
  if (number === null || next !== number + 1 || !/^(?:19|20)\d\d$/.test(textAt(tokens, number))) return true;
  if (number > at || isAfterHarm(tokens, at)) return true;
  return countable.has(unit) && !isOneOf(leadWords, tokens[at - 1]) && !isOneOf(determiners, tokens[at - 1]);
}
