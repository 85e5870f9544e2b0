/** People counted without being named as such. */
import { harmAfter, harmBefore } from './act-words.ts';
import { isOneOf, lookUp, wordSet } from './lexicon.ts';
import type { AmountRead } from './read-amount.ts';
import { textAt, type Token } from './tokens.ts';
import { peopleUnsaid } from './unit-words.ts';
import type { FigureRead } from './read-figures.ts';

export const between = wordSet(
  'more others other of them still feared reportedly reported confirmed presumed are were was is have has had been being remain remains left people',
);
const boundary = wordSet(
  'and in on at near when while during after before by from as since with including among most mostly who whose others more including inside outside across last this earlier early yesterday ' +
    'في من بينهم بينها خلال على عند جراء إثر نتيجة منذ بعد قبل أمس يوم حتى بينما بسبب داخل قرب',
);
const others = /^(?:others|more|اخرين|اخرون|اخر)$/;

/** People not named as such: "at least 40 were killed", "killing 40", "a toll of 57", "a family of five". */
export function unnamedPeople(tokens: readonly Token[], at: number, amount: AmountRead): FigureRead | null {
  const people = (next: number): FigureRead => ({
    start: at,
    next,
    quantity: { ...amount.amount, unit: peopleUnsaid.unit, role: peopleUnsaid.role, breakdown: [] },
    rule: { rule: 'people-unsaid' },
  });
  let next = amount.next;
  if (textAt(tokens, next) === 'of' && /^(?:the|those)$/.test(textAt(tokens, next + 1))) next += 2;
  while (next < amount.next + 5 && isOneOf(between, tokens[next])) next++;
  const harm = lookUp(harmAfter, tokens, next);
  if (harm !== null) return people(harm.next);
  const end = others.test(textAt(tokens, amount.next)) ? amount.next + 1 : amount.next;
  if (!isBoundary(tokens[end]) && end === amount.next) return null;
  return isAfterHarm(tokens, at) || isToll(tokens, at) || isFamilyOf(tokens, at) ? people(end) : null;
}

export function isAfterHarm(tokens: readonly Token[], at: number): boolean {
  const from = /^(?:another|up|some|a|further)$/.test(textAt(tokens, at - 1)) ? at - 2 : at - 1;
  return lookUp(harmBefore, tokens, from)?.next === from + 1;
}

function isToll(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:to|at|of|is|reached|passed|الي|عند)$/.test(textAt(tokens, at - 1))) return false;
  for (let back = at - 2; back >= 0 && back > at - 9; back--) {
    if (
      /^(?:toll|deaths|fatalities|dead|حصيله|القتلي|الضحايا|الوفيات)$/.test(textAt(tokens, back)) ||
      tokens[back]?.forms.includes('حصيله')
    )
      return true;
    if (tokens[back]?.kind === 'sign') return false;
  }
  return false;
}

function isFamilyOf(tokens: readonly Token[], at: number): boolean {
  return textAt(tokens, at - 1) === 'of' && /^(?:family|families|household)$/.test(textAt(tokens, at - 2));
}

function isBoundary(token: Token | undefined): boolean {
  if (token === undefined || isOneOf(boundary, token)) return true;
  return token.kind === 'word'
    ? token.text.startsWith('و') || token.text === 'was'
    : /^[.,;:!?)"'،؛؟]$/.test(token.text) && token.text !== '%';
}
