/**
 * Finds marked words again: at their place, then letter for letter elsewhere, then folded, then with slips. From cheap
 * to robust; each step is only taken when the one before found nothing.
 */
import type { AnchorState, Selector } from '../model/passages.ts';
import { exactMatches, foldedMatches, type TextRange } from './find-matches.ts';
import { foldText } from './folded-text.ts';
import { best, edgesFit, LEAST_SCORE, readQuote, score, type Quote, type Scored } from './score-match.ts';
import { FOLDED_LIKENESS, likeWords } from './search-alike.ts';
import { cutsFigure } from './word-edges.ts';

/**
 * `exact`: the very words at their very place. `moved`: the very words elsewhere. `approximate`: like words, or more
 * than one place that fits. `score` is 1 when nothing differs, falls as words and surroundings do, and is 0 when lost.
 */
export type Resolution =
  { state: Exclude<AnchorState, 'lost'>; start: number; end: number; score: number } | { state: 'lost'; start: null; end: null; score: 0 };

const MOST_CANDIDATES = 1000;

export type Hints = {
  /**
   * Where another selector says that the words stand (a page, a time); asked only when they are not at their position.
   * Settles ties and is searched by itself for like words; it never makes a match out of what is none.
   */
  place?: () => TextRange | null;
  /**
   * The text is known to be what took the place of the words (a comparison of two versions said so), so that words
   * added, left out or exchanged are an edit of them and not another sentence.
   */
  edited?: boolean;
};

/**
 * Resolves text selectors against `text`. Needs a TextQuoteSelector; a TextPositionSelector makes it fast and settles ties.
 *
 * What is found cuts a word or figure at its ends only where the passage did when it was made, and there it does.
 */
export function resolveWords(
  text: string,
  selectors: readonly Selector[],
  { place: placeOf = () => null, edited = false }: Hints = {},
): Resolution {
  const quote = readQuote(selectors);
  if (quote === null) return lost;
  if (quote.at !== null && text.startsWith(quote.exact, quote.at)) {
    const range = { start: quote.at, end: quote.at + quote.exact.length };
    if (edgesFit(text, range, quote)) return { state: 'exact', ...range, score: 1 };
  }
  const place = placeOf();
  const moved = best(text, quote, candidates(text, quote, exactMatches(text, quote.exact, MOST_CANDIDATES), 1), place);
  if (moved !== null) return { ...moved.range, state: moved.sure ? 'moved' : 'approximate', score: moved.score };
  const folded = foldText(text);
  const alike = best(text, quote, candidates(text, quote, foldedMatches(folded, quote.exact, MOST_CANDIDATES), FOLDED_LIKENESS), place);
  if (alike !== null) return approximate(alike);
  if (halvesFigure(quote)) return lost;
  const near = best(text, quote, likeWords(text, folded, quote, { place, edited }), place);
  return near?.sure === true ? approximate(near) : lost;
}

/** The score the words would have at a place where they stand letter for letter: how much of their surroundings is there. */
export function scoreAt(text: string, selectors: readonly Selector[], range: TextRange): number {
  const quote = readQuote(selectors);
  return quote === null ? 0 : score(text, quote, { ...range, likeness: 1 });
}

export { LEAST_SCORE };

const lost: Resolution = { state: 'lost', start: null, end: null, score: 0 };

/** Half a figure is never approximated: what is left of ١٬٢٣٦ could stand in any other. */
function halvesFigure({ exact, prefix, suffix }: Quote): boolean {
  return cutsFigure(prefix + exact, prefix.length) || cutsFigure(exact + suffix, exact.length);
}

function candidates(text: string, quote: Quote, ranges: readonly TextRange[], likeness: number) {
  return ranges.filter((range) => edgesFit(text, range, quote)).map((range) => ({ ...range, likeness }));
}

function approximate({ range, score: reached }: Scored): Resolution {
  return { ...range, state: 'approximate', score: reached };
}
