/**
 * Finds marked words again: at their place, then letter for letter elsewhere, then folded, then with small errors.
 * From cheap to robust; each step is only taken when the one before found nothing.
 */
import search from 'approx-string-match';
import type { AnchorState, Selector } from '../model/passages.ts';
import { wholeCodePoints } from './code-points.ts';
import { exactMatches, foldedMatches, type TextRange } from './find-matches.ts';
import { foldText, unfold, type FoldedText } from './folded-text.ts';
import { similarity } from './similarity.ts';

/**
 * `exact`: the very words at their very place. `moved`: the very words elsewhere. `approximate`: like words, or more
 * than one place that fits. `score` is 1 when nothing differs, falls as words and surroundings do, and is 0 when lost.
 */
export type Resolution =
  { state: Exclude<AnchorState, 'lost'>; start: number; end: number; score: number } | { state: 'lost'; start: null; end: null; score: 0 };

type Quote = { exact: string; prefix: string; suffix: string; at: number | null };
type Candidate = TextRange & { likeness: number };

/** Below this nothing is called found. Chosen so that words alone, with nothing of their surroundings left, do not pass unless they are long. */
export const LEAST_SCORE = 0.72;
/** Share of a quote's characters that may differ. */
const MOST_ERRORS = 0.2;
/** Fuzzy search is kept to this much work: code units of text times code units of quote. */
const MOST_WORK = 400_000_000;
const LONGEST_FUZZY = 4000;
/** Code units round the old place that are searched by themselves. */
const NEARBY = 1000;
const MOST_CANDIDATES = 1000;
/** Two places this close in score cannot be told apart. */
const MARGIN = 0.02;
/** How much of a score the quote itself makes; contexts share the rest. Long words speak for themselves. */
const weights = { shortQuote: 0.56, longQuote: 0.8, longFrom: 64 };
/** A match that is not letter for letter never counts as whole. */
const FOLDED_LIKENESS = 0.98;

/** Resolves text selectors against `text`. Needs a TextQuoteSelector; a TextPositionSelector makes it fast and settles ties. */
export function resolveWords(text: string, selectors: readonly Selector[]): Resolution {
  const quote = readQuote(selectors);
  if (quote === null) return lost;
  if (quote.at !== null && text.startsWith(quote.exact, quote.at)) {
    return { state: 'exact', start: quote.at, end: quote.at + quote.exact.length, score: 1 };
  }
  const moved = best(
    text,
    quote,
    exactMatches(text, quote.exact, MOST_CANDIDATES).map((range) => ({ ...range, likeness: 1 })),
  );
  if (moved !== null) return { ...moved.range, state: moved.sure ? 'moved' : 'approximate', score: moved.score };
  const folded = foldText(text);
  const alike = best(
    text,
    quote,
    foldedMatches(folded, quote.exact, MOST_CANDIDATES).map((range) => ({
      ...range,
      likeness: FOLDED_LIKENESS,
    })),
  );
  if (alike !== null) return { ...alike.range, state: 'approximate', score: alike.score };
  const near = best(text, quote, fuzzyMatches(text, folded, quote));
  return near?.sure === true ? { ...near.range, state: 'approximate', score: near.score } : lost;
}

/** The score the words would have at a place where they stand letter for letter: how much of their surroundings is there. */
export function scoreAt(text: string, selectors: readonly Selector[], range: TextRange): number {
  const quote = readQuote(selectors);
  return quote === null ? 0 : score(text, quote, { ...range, likeness: 1 });
}

const lost: Resolution = { state: 'lost', start: null, end: null, score: 0 };

function readQuote(selectors: readonly Selector[]): Quote | null {
  const words = selectors.find((one) => one.type === 'TextQuoteSelector');
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (words === undefined || words.exact === '') return null;
  return { exact: words.exact, prefix: words.prefix, suffix: words.suffix, at: position?.start ?? null };
}

/** The candidate with the highest score, when that is high enough. `sure` when no other, elsewhere, comes close. */
function best(text: string, quote: Quote, candidates: Candidate[]): { range: TextRange; score: number; sure: boolean } | null {
  const scored = candidates
    .map((range) => ({
      range: { start: range.start, end: range.end },
      score: score(text, quote, range),
      distance: Math.abs(range.start - (quote.at ?? range.start)),
    }))
    .sort((a, b) => (Math.abs(a.score - b.score) > MARGIN ? b.score - a.score : a.distance - b.distance));
  const first = scored[0];
  if (first === undefined || first.score < LEAST_SCORE) return null;
  const rival = scored.find(
    ({ range, score: other }) => (range.end <= first.range.start || range.start >= first.range.end) && first.score - other <= MARGIN,
  );
  return { range: first.range, score: first.score, sure: rival === undefined };
}

function score(text: string, quote: Quote, match: Candidate): number {
  const length = Math.min(1, quote.exact.length / weights.longFrom);
  const ofQuote = weights.shortQuote + (weights.longQuote - weights.shortQuote) * length;
  const before = text.slice(Math.max(0, match.start - quote.prefix.length), match.start);
  const after = text.slice(match.end, match.end + quote.suffix.length);
  const context = (similarity(quote.prefix, before) + similarity(quote.suffix, after)) / 2;
  return ofQuote * match.likeness + (1 - ofQuote) * context;
}

/** Looks round the old place first: over the whole text the search names only the closest match, which may be another sentence. */
function fuzzyMatches(text: string, folded: FoldedText, quote: Quote): Candidate[] {
  const words = foldText(quote.exact).text;
  if (Math.floor(words.length * MOST_ERRORS) === 0 || words.length > LONGEST_FUZZY) return [];
  const wide = searchWindow(folded, Math.floor(MOST_WORK / words.length), quote.at);
  const near = searchWindow(folded, words.length + NEARBY, quote.at);
  const found = [near, wide].flatMap((window) => searchIn(folded, words, window));
  return found.map((match) => ({ ...match, ...wholeCodePoints(text, match.start, match.end) }));
}

function searchIn(folded: FoldedText, words: string, window: TextRange): Candidate[] {
  const part = folded.text.slice(window.start, window.end);
  return search(part, words, Math.floor(words.length * MOST_ERRORS))
    .filter((match) => match.end > match.start && digits(part.slice(match.start, match.end)) === digits(words))
    .slice(0, MOST_CANDIDATES)
    .map(({ start, end, errors }) => ({
      ...unfold(folded, window.start + start, window.start + end),
      likeness: FOLDED_LIKENESS * (1 - errors / words.length),
    }));
}

/** A figure is never approximated: 1,236 is not 1,238. */
function digits(text: string): string {
  return text.replace(/\P{Nd}+/gu, ' ').trim();
}

/** All of the folded text when it is no longer than `width`, else that much of it round the old place. */
function searchWindow(folded: FoldedText, width: number, at: number | null): TextRange {
  if (folded.text.length <= width) return { start: 0, end: folded.text.length };
  const middle = at === null ? 0 : folded.starts.findIndex((start) => start >= at);
  const start = Math.max(0, (middle < 0 ? folded.text.length : middle) - Math.floor(width / 2));
  return { start, end: Math.min(folded.text.length, start + width) };
}
