/** The last steps of resolving: words that are not the same any more. */
import search from 'approx-string-match';
import { alikeWords } from './alike-words.ts';
import { wholeCodePoints } from './code-points.ts';
import type { TextRange } from './find-matches.ts';
import { foldText, unfold, type FoldedText } from './folded-text.ts';
import { edgesFit, type Candidate, type Quote } from './score-match.ts';

/** A match that is not letter for letter never counts as whole. */
export const FOLDED_LIKENESS = 0.98;
/** Share of a quote's characters that may differ. */
const MOST_ERRORS = 0.2;
/** Fuzzy search is kept to this much work: code units of text times code units of quote. */
export const MOST_WORK = 400_000_000;
/** A longer quote is not searched for like words. */
export const LONGEST_FUZZY = 4000;
/** Code units round the old place that are searched by themselves. */
const NEARBY = 1000;
const MOST_CANDIDATES = 1000;

/**
 * Places where the quote stands but for slips (alike-words.ts), or with any fifth of it changed when the text is known
 * to be an `edited` form of it. Figures are the same in either case. Near where it stood comes first: the search names
 * only the closest matches of what it is given.
 *
 * The same surroundings do not make up for other words: records of deaths repeat all but the name.
 */
export function likeWords(
  text: string,
  folded: FoldedText,
  quote: Quote,
  { place, edited }: { place: TextRange | null; edited: boolean },
): Candidate[] {
  const words = foldText(quote.exact).text;
  const found = searchWindows(folded, words.length, quote.at, place).flatMap((window) => searchIn(text, folded, words, window));
  return edited
    ? found
    : found.filter((match) => edgesFit(text, match, quote) && alikeWords(quote.exact, text.slice(match.start, match.end)));
}

/** What is searched of the folded text: round the old place, the place another selector names, and all that the work allows. */
export function searchWindows(folded: FoldedText, length: number, at: number | null, place: TextRange | null): TextRange[] {
  if (Math.floor(length * MOST_ERRORS) === 0 || length > LONGEST_FUZZY) return [];
  const wide = Math.floor(MOST_WORK / length);
  const all = { start: 0, end: folded.text.length };
  const named = place === null ? [] : [{ start: foldedOffset(folded, place.start), end: foldedOffset(folded, place.end) }];
  const near = at === null ? [] : [round(folded, at, length + NEARBY)];
  if (folded.text.length <= length + NEARBY) return [all];
  return [
    ...near,
    ...named.filter(({ start, end }) => end - start <= wide),
    folded.text.length <= wide ? all : round(folded, at ?? place?.start ?? 0, wide),
  ];
}

function searchIn(text: string, folded: FoldedText, words: string, window: TextRange): Candidate[] {
  const part = folded.text.slice(window.start, window.end);
  const wanted = figures(words);
  return search(part, words, Math.floor(words.length * MOST_ERRORS))
    .filter((match) => match.end > match.start && figures(part.slice(match.start, match.end)) === wanted)
    .slice(0, MOST_CANDIDATES)
    .map(({ start, end, errors }) => ({
      ...wholeCodePoints(text, ...ends(unfold(folded, window.start + start, window.start + end))),
      likeness: FOLDED_LIKENESS * (1 - errors / words.length),
    }));
}

function ends({ start, end }: TextRange): [number, number] {
  return [start, end];
}

/** A figure is never approximated: 1,236 is not 1,238. */
function figures(text: string): string {
  return text.replace(/\P{Nd}+/gu, ' ').trim();
}

function round(folded: FoldedText, at: number, width: number): TextRange {
  const start = Math.max(0, foldedOffset(folded, at) - Math.floor(width / 2));
  return { start, end: Math.min(folded.text.length, start + width) };
}

/** The first folded code unit that comes from `offset` of the original or later. */
function foldedOffset({ starts }: FoldedText, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
