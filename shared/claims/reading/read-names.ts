/** Places and speakers whose names the case already knows. */
import type { Place } from '../../model/claims.ts';
import type { CaseWords } from './case-words.ts';
import { isOneOf, lookUp, wordSet, type Lexicon } from './lexicon.ts';
import type { WordRead } from './read-act.ts';
import { sayingVerbs } from './said-or-happened.ts';
import { textAt, type Token } from './tokens.ts';

export type NamesRead = { speaker: WordRead<string> | null; via: WordRead<string> | null; place: WordRead<Place> | null };
type Named<Term> = { term: Term; start: number; next: number };

const accordingTo = wordSet('بحسب حسب وفق وفقا لبيان نقلا طبقا');
const helpers = wordSet('has have had also later then first again who which itself officially reportedly قد كان كانت عن');
const where = wordSet('in at near around outside inside into on across في ب قرب بالقرب داخل شرق غرب شمال جنوب مدينة بلدة قرية ريف محافظة');

export function readNames(tokens: readonly Token[], words: CaseWords): NamesRead {
  const parties = all(tokens, words.parties, []);
  const speaker = parties.find((name) => speaks(tokens, name)) ?? null;
  const told = speaker === null ? undefined : parties.find((name) => name !== speaker && isTold(tokens, speaker, name));
  const places = all(tokens, words.places, parties);
  const place = places.find((name) => isOneOf(where, tokens[name.start - 1]) || textAt(tokens, name.start).startsWith('ب')) ?? places[0];
  return { speaker: read(speaker), via: read(told), place: read(place) };
}

function read<Term>(name: Named<Term> | null | undefined): WordRead<Term> | null {
  return name === null || name === undefined ? null : { ...name, rule: null };
}

function all<Term>(tokens: readonly Token[], names: Lexicon<Term>, masked: readonly Named<unknown>[]): Named<Term>[] {
  const found: Named<Term>[] = [];
  for (let start = 0; start < tokens.length;) {
    const name = lookUp(names, tokens, start);
    if (name !== null && !masked.some((other) => start < other.next && other.start < name.next)) {
      found.push({ term: name.term, start, next: name.next });
      start = name.next;
    } else start++;
  }
  return found;
}

/** Before a verb of saying; after "according to"; after a verb of saying that ends the sentence, or, in Arabic, begins it. */
function speaks(tokens: readonly Token[], { start, next }: Named<string>): boolean {
  let at = next;
  while (isOneOf(helpers, tokens[at])) at++;
  if (isOneOf(sayingVerbs, tokens[at]) && textAt(tokens, start - 1) !== 'told') return true;
  const before = textAt(tokens, start - 1) === 'the' ? start - 2 : start - 1;
  if (textAt(tokens, before) === 'to' && textAt(tokens, before - 1) === 'according') return true;
  for (let back = 1; back <= 3; back++) if (isOneOf(accordingTo, tokens[start - back])) return true;
  if (!isOneOf(sayingVerbs, tokens[before])) return false;
  return /^[a-z]/.test(textAt(tokens, before)) ? /^(?:said|says)$/.test(textAt(tokens, before)) && isEnd(tokens[next]) : true;
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || /^[.,;:!?"]$/.test(token.text);
}

/** "A told B that": what A said comes by way of B. */
function isTold(tokens: readonly Token[], speaker: Named<string>, { start }: Named<string>): boolean {
  const before = textAt(tokens, start - 1) === 'the' ? start - 2 : start - 1;
  return speaker.next <= before && textAt(tokens, before) === 'told';
}
