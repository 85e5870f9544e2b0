import type { ReadingContext } from '../../model/claim-draft.ts';
import { tokensOf } from './tokens.ts';

type Names = NonNullable<ReadingContext['names']>;

/** Those of the names whose first word, an article apart, is in the quote; so that a case of many parties is read as quickly as one of few. */
export function namedIn(quote: string, { parties = [], places = [] }: Names): Names {
  const words = new Set(tokensOf(quote).flatMap((token) => token.forms));
  const occurs = (name: string) =>
    tokensOf(name.slice(0, 60))
      .slice(0, 2)
      .some((token) => token.forms.some((form) => words.has(form)));
  return {
    parties: parties.map(({ id, names }) => ({ id, names: names.filter(occurs) })).filter(({ names }) => names.length > 0),
    places: places.map(({ place, names }) => ({ place, names: names.filter(occurs) })).filter(({ names }) => names.length > 0),
  };
}
