/** Counts with their qualifier and unit: "nearly 1,236 bodies", "between 20 and 30 people", "dozens of civilians". */
import type { Quantity } from '../../model/claims.ts';
import { numberPattern, parseNumber } from './number-words.ts';
import type { Read } from './read-breakdown.ts';
import { anyOf, durationWords, qualifierWords, termOf, unitWords, vagueWords } from './vocabulary-words.ts';

const unit = anyOf([...unitWords, ...durationWords]);
/** Up to two words between the number and what is counted: "40 Syrian civilians", "90 of their relatives". */
const between = String.raw`(?:of (?:the |their |his |her )?)?(?:(?!(?:of|in|on|at|and|or|the|were|was|have|has|had|who|from|to|by|${unit})\b)[\p{L}-]+ ){0,2}`;
const qualifier = anyOf(qualifierWords);
const after = String.raw`(?: (or more|or so|at least)|(\+))?`;

const ranged = new RegExp(
  String.raw`\b(?:between (${numberPattern}) and|(?:from )?(${numberPattern})(?: to| ?[-–] ?)) ?(${numberPattern}) ${between}(${unit})\b`,
  'giu',
);
const plain = new RegExp(String.raw`(?<![\d,.])\b(?:(${qualifier}) )?(${numberPattern})${after}(?:[ -]${between}(${unit})\b)`, 'giu');
const vague = new RegExp(String.raw`\b(${anyOf(vagueWords)}) ${between}(${unit})\b`, 'giu');
/** People not named as such: "at least 40 were killed", "40 dead". */
const unnamed = new RegExp(
  String.raw`(?<![\d,.])\b(?:(${qualifier}) )?(${numberPattern})${after}(?: more)?(?: (?:were|was|are|have been|had been))? (?:dead|killed|injured|wounded|missing|detained|arrested|displaced)\b`,
  'giu',
);
const object = new RegExp(
  String.raw`\b(?:killing|killed|injuring|injured|wounding|wounded) (?:(${qualifier}) )?(${numberPattern})(?! ?[-–,.]?\d)${after}(?=[.,;]|$| and| in| on| when)`,
  'giu',
);

type Span = { start: number; end: number };

/** In the order they stand, leaving out what lies in `taken`. */
export function readFigures(words: string, taken: readonly Span[]): Read<Quantity>[] {
  const found: Read<Quantity>[] = [];
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => Quantity | null) => {
    for (const match of words.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const value = [...taken, ...found].some((other) => span.start < other.end && other.start < span.end) ? null : read(match);
      if (value !== null) found.push({ value, from: match[0].trim(), ...span });
    }
  };
  take(ranged, ([, a, b, high, what]) => rangeOf(parseNumber(a ?? b ?? ''), parseNumber(high ?? ''), what ?? ''));
  take(plain, ([, how, number, tail, plus, what]) => countOf(how, number ?? '', tail ?? plus, what ?? ''));
  take(vague, ([, how, what]) => ({ ...measured(what ?? ''), qualifier: termOf(vagueWords, how ?? '') ?? 'many' }));
  take(unnamed, ([, how, number, tail, plus]) => countOf(how, number ?? '', tail ?? plus, 'people'));
  take(object, ([, how, number, tail, plus]) => countOf(how, number ?? '', tail ?? plus, 'people'));
  return found.sort((a, b) => a.start - b.start);
}

function countOf(how: string | undefined, number: string, tail: string | undefined, what: string): Quantity | null {
  const value = parseNumber(number);
  if (value === null) return null;
  const said = how === undefined ? null : termOf(qualifierWords, how);
  const trailing = tail === undefined ? null : tail === 'or so' ? 'about' : 'at least';
  return { ...measured(what), value, qualifier: said ?? trailing ?? 'exactly' };
}

function rangeOf(min: number | null, max: number | null, what: string): Quantity | null {
  return min === null || max === null || min > max ? null : { ...measured(what), qualifier: 'between', min, max };
}

function measured(what: string): Quantity {
  const duration = termOf(durationWords, what);
  const counted = duration ?? termOf(unitWords, what) ?? what.toLowerCase();
  return {
    qualifier: 'exactly',
    value: null,
    min: null,
    max: null,
    unit: counted,
    role: duration === null ? 'count' : 'duration',
    breakdown: [],
  };
}
