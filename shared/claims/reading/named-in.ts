import type { ReadingContext } from '../../model/claim-draft.ts';
import { tokensOf } from './tokens.ts';

type Names = NonNullable<ReadingContext['names']>;

/** Those of the names whose every word is in the quote, in whatever order; so that a case of many parties is read as quickly as one of few. */
export function namedIn(quote: string, { parties = [], places = [] }: Names): Names {
  const words = new Set(tokensOf(quote).flatMap((token) => token.forms));
  const occurs = (name: string) => {
    const own = tokensOf(name.replace(/^the\s+/i, ''));
    return own.length > 0 && own.every((token) => words.has(token.text));
  };
  return {
    parties: parties.map(({ id, names }) => ({ id, names: names.filter(occurs) })).filter(({ names }) => names.length > 0),
    places: places.map(({ place, names }) => ({ place, names: names.filter(occurs) })).filter(({ names }) => names.length > 0),
  };
}
