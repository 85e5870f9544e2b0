/** Who the counted were: "most of them women and children", "including 12 children and eight women". */
import type { Quantity } from '../../model/claims.ts';
import type { CaseWords } from './case-words.ts';
import { beWords, dualGroups, groupWords, includingWords, ofThem } from './group-words.ts';
import { isOneOf, lookUp, lookUpIn } from './lexicon.ts';
import { shareWords } from './qualifier-words.ts';
import { amountAt, type Amount } from './read-amount.ts';
import type { Taken } from './read-figures.ts';
import { textAt, type Token } from './tokens.ts';
import { singularWords } from './unit-words.ts';

type Part = Quantity['breakdown'][number];
/** Tokens [start, next) were read as `parts`. */
export type BreakdownRead = { start: number; next: number; parts: Part[] };

const none: Amount = { qualifier: 'some', value: null, min: null, max: null };

/** In the order they stand. Numbers inside them belong to them and are no figures of their own. */
export function readBreakdowns(tokens: readonly Token[], words: CaseWords, taken: Taken): BreakdownRead[] {
  const found: BreakdownRead[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = included(tokens, at, words) ?? shared(tokens, at, words) ?? countedOfThem(tokens, at, words);
    if (read === null || taken(read.start, read.next)) at++;
    else {
      found.push(read);
      at = read.next;
    }
  }
  return found;
}

/** "including 12 children and eight women", "among them women and children". */
function included(tokens: readonly Token[], start: number, words: CaseWords): BreakdownRead | null {
  const lead = lookUp(includingWords, tokens, start);
  if (lead === null) return null;
  const parts: Part[] = [];
  let next = skipBe(tokens, lead.next);
  // "half of them children" is not "some".
  if (textAt(tokens, start) === 'of' && groupAt(tokens, next, words) !== null) return null;
  for (;;) {
    const from = parts.length === 0 ? next : separated(tokens, next);
    const part = from === null ? null : partAt(tokens, from, words);
    if (part === null) return parts.length === 0 ? null : { start, next, parts };
    parts.push(part.part);
    next = part.next;
  }
}

function partAt(tokens: readonly Token[], at: number, words: CaseWords): { part: Part; next: number } | null {
  const dual = lookUp(dualGroups, tokens, at);
  if (dual !== null) return { part: { ...none, qualifier: 'exactly', value: 2, groups: [dual.term] }, next: dual.next };
  const one = oneAt(tokens, at, words);
  if (one !== null) return one;
  const amount = amountAt(tokens, at);
  const of = amount === null ? at : /^(?:of|من)$/.test(textAt(tokens, amount.next)) ? amount.next + 1 : amount.next;
  const groups = groupsAt(tokens, skipBe(tokens, of), words);
  return groups === null ? null : { part: { ...(amount?.amount ?? none), groups: groups.groups }, next: groups.next };
}

/** "a woman"; in Arabic the singular alone says one. */
function oneAt(tokens: readonly Token[], at: number, words: CaseWords): { part: Part; next: number } | null {
  const article = /^an?$/.test(textAt(tokens, at));
  const from = article ? at + 1 : at;
  const one = lookUp(singularWords, tokens, from);
  if (one === null || article !== /^[a-z]/.test(textAt(tokens, from)) || textAt(tokens, from).startsWith('ال')) return null;
  const group = groupAt(tokens, from, words);
  return group === null ? null : { part: { ...none, qualifier: 'exactly', value: 1, groups: [group.term] }, next: group.next };
}

/** "most of them women and children", "the majority of whom were children", "mostly women". */
function shared(tokens: readonly Token[], start: number, words: CaseWords): BreakdownRead | null {
  const share = lookUp(shareWords, tokens, start);
  if (share === null) return null;
  let next = share.next;
  for (let more = lookUp(ofThem, tokens, next); more !== null; more = lookUp(ofThem, tokens, next)) next = more.next;
  const be = skipBe(tokens, next);
  const alone =
    be === share.next && !/^(?:mostly|mainly|largely|predominantly)$/.test(textAt(tokens, start)) && /^[a-z]/.test(textAt(tokens, start));
  const groups = alone ? null : groupsAt(tokens, be, words);
  return groups === null ? null : { start, next: groups.next, parts: [{ ...none, qualifier: share.term, groups: groups.groups }] };
}

/** "three of them children", "nine of which were women", "12 children among them". */
function countedOfThem(tokens: readonly Token[], start: number, words: CaseWords): BreakdownRead | null {
  const amount = amountAt(tokens, start);
  if (amount === null) return null;
  const of = lookUp(includingWords, tokens, amount.next);
  if (of !== null && /^(?:of|منهم)$/.test(textAt(tokens, amount.next))) {
    const groups = groupsAt(tokens, skipBe(tokens, of.next), words);
    return groups === null ? null : { start, next: groups.next, parts: [{ ...amount.amount, groups: groups.groups }] };
  }
  const groups = groupsAt(tokens, amount.next, words);
  const among = groups !== null && /^(?:among)$/.test(textAt(tokens, groups.next)) && textAt(tokens, groups.next + 1) === 'them';
  return among ? { start, next: groups.next + 2, parts: [{ ...amount.amount, groups: groups.groups }] } : null;
}

/** Groups listed one after the other, until a number begins another part. */
function groupsAt(tokens: readonly Token[], at: number, words: CaseWords): { groups: string[]; next: number } | null {
  const first = groupAt(tokens, at, words);
  if (first === null) return null;
  const groups = [first.term];
  let next = first.next;
  for (;;) {
    const from = separated(tokens, next);
    const more = from === null ? null : groupAt(tokens, from, words);
    if (more === null) return { groups: [...new Set(groups)], next };
    groups.push(more.term);
    next = more.next;
  }
}

function groupAt(tokens: readonly Token[], at: number, words: CaseWords) {
  return lookUpIn([words.groups, groupWords], tokens, at);
}

/** Where the next of a list begins: after a comma, "and" or both; in Arabic "and" is written on it. */
function separated(tokens: readonly Token[], at: number): number | null {
  const comma = /^[,،]$/.test(textAt(tokens, at)) ? at + 1 : at;
  const and = /^(?:and|و)$/.test(textAt(tokens, comma)) ? comma + 1 : comma;
  const tied = tokens[and]?.kind === 'word' && textAt(tokens, and).startsWith('و');
  return and > at || tied ? and : null;
}

function skipBe(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isOneOf(beWords, tokens[at])) at++;
  return at;
}
