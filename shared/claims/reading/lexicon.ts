/** Words that stand for terms, looked up word by word. */
import { tokensOf, type Token } from './tokens.ts';

type Phrase<Term> = { words: string[]; term: Term };
/** By first word, longest phrase first. */
export type Lexicon<Term> = Map<string, Phrase<Term>[]>;
export type Found<Term> = { term: Term; next: number };

/** Each entry is a list of phrases parted by `|` and the term they mean; where two phrases are the same, the first counts. */
export function lexicon<Term>(...entries: readonly (readonly [phrases: string, term: Term])[]): Lexicon<Term> {
  const map: Lexicon<Term> = new Map();
  for (const [phrases, term] of entries) for (const phrase of phrases.split('|')) addPhrase(map, phrase, term);
  for (const known of map.values()) known.sort((a, b) => b.words.length - a.words.length);
  return map;
}

function addPhrase<Term>(map: Lexicon<Term>, phrase: string, term: Term): void {
  const [first, ...rest] = tokensOf(phrase).map((token) => token.text);
  if (first === undefined) return;
  const known = map.get(first);
  if (known === undefined) map.set(first, [{ words: rest, term }]);
  else known.push({ words: rest, term });
}

/** The longest phrase that begins at token `at`. */
export function lookUp<Term>(map: Lexicon<Term>, tokens: readonly Token[], at: number): Found<Term> | null {
  for (const form of tokens[at]?.forms ?? []) {
    for (const { words, term } of map.get(form) ?? []) {
      if (words.every((word, n) => tokens[at + 1 + n]?.forms.includes(word))) return { term, next: at + 1 + words.length };
    }
  }
  return null;
}

/** The longest among several lexicons; an earlier one wins where two are as long. */
export function lookUpIn<Term>(maps: readonly Lexicon<Term>[], tokens: readonly Token[], at: number): Found<Term> | null {
  let best: Found<Term> | null = null;
  for (const map of maps) {
    const found = lookUp(map, tokens, at);
    if (found !== null && found.next > (best?.next ?? 0)) best = found;
  }
  return best;
}

/** Whether one of the token's forms is among `words`. */
export function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return token !== undefined && token.forms.some((form) => words.has(form));
}

/** A set of single words, folded as tokens are. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(tokensOf(words).map((token) => token.text));
}
