/** Who the counted were: "most of them women and children", "including 30 children". */
import type { Quantity } from '../../model/claims.ts';
import { numberPattern, parseNumber } from './number-words.ts';
import { anyOf, groupWords, qualifierWords, termOf } from './vocabulary-words.ts';

type Part = Quantity['breakdown'][number];
export type Read<Value> = { value: Value; from: string; start: number; end: number };

const group = anyOf(groupWords);
const listed = `${group}(?:, ${group})*(?:,? and ${group})?`;
const vague = new RegExp(
  String.raw`\b(most|mostly|mainly|the majority|a majority|many|some|several)\b(?: of)?(?: (?:them|whom|those|the (?:dead|victims|bodies)))?(?:,? (?:are|were|being))? (${listed})\b`,
  'gi',
);
const counted = new RegExp(
  String.raw`\b(?:including|among them|of whom|of them)(?: (${anyOf(qualifierWords)}))? (${numberPattern}) (?:were |are )?(${listed})\b`,
  'gi',
);
const included = new RegExp(String.raw`\b(?:including|among them) (${listed})\b`, 'gi');

const vagueTerms: Record<string, Part['qualifier']> = { many: 'many', some: 'some', several: 'several' };

/** In the order they stand. Numbers inside them belong to them and are no figures of their own. */
export function readBreakdown(words: string): Read<Part>[] {
  const found = [
    ...each(vague, words, ([, how = '', who = '']) => part(vagueTerms[how.toLowerCase()] ?? 'most', null, who)),
    ...each(counted, words, ([, how, number = '', who = '']) =>
      part(how === undefined ? 'exactly' : (termOf(qualifierWords, how) ?? 'exactly'), parseNumber(number), who),
    ),
    ...each(included, words, ([, who = '']) => part('some', null, who)),
  ];
  return found
    .sort((a, b) => a.start - b.start)
    .filter((one, at, all) => all.findIndex((other) => one.start < other.end && other.start < one.end) === at);
}

function part(qualifier: Part['qualifier'], value: number | null, who: string): Part {
  const groups = who.split(/, and |, | and /).map((word) => termOf(groupWords, word) ?? word.toLowerCase());
  return { groups, qualifier, value, min: null, max: null };
}

function each<Value>(pattern: RegExp, words: string, read: (match: RegExpExecArray) => Value): Read<Value>[] {
  return [...words.matchAll(pattern)].map((match) => ({
    value: read(match),
    from: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
