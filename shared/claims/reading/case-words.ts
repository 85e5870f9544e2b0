/** The case's own terms and names as lexicons, looked up before the common ones. */
import type { ReadingContext } from '../../model/claim-draft.ts';
import type { Place } from '../../model/claims.ts';
import { lexicon, type Lexicon } from './lexicon.ts';

export type CaseWords = {
  acts: Lexicon<string>;
  units: Lexicon<string>;
  groups: Lexicon<string>;
  parties: Lexicon<string>;
  places: Lexicon<Place>;
};

export function caseWords({ terms = [], names = {} }: ReadingContext): CaseWords {
  const of = (vocabulary: 'act' | 'unit' | 'group') =>
    lexicon(
      ...terms
        .filter((one) => one.vocabulary === vocabulary)
        .flatMap(({ term, words }) => [...words, term].map((word) => entry(word, term))),
    );
  return {
    acts: of('act'),
    units: of('unit'),
    groups: of('group'),
    parties: lexicon(...(names.parties ?? []).flatMap(({ id, names: all }) => all.map((name) => entry(withoutThe(name), id)))),
    places: lexicon(...(names.places ?? []).flatMap(({ place, names: all }) => all.map((name) => entry(name, place)))),
  };
}

/** A bar would part phrases; no name needs one. */
function entry<Term>(words: string, term: Term): readonly [string, Term] {
  return [words.replaceAll('|', ' '), term];
}

function withoutThe(name: string): string {
  return name.replace(/^(?:the|ال)\s+/i, '');
}
