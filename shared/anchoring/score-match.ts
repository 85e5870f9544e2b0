import type { Selector } from '../model/passages.ts';
import type { TextRange } from './find-matches.ts';
import { similarity } from './similarity.ts';
import { cutsWord } from './word-edges.ts';

/** What selectors say of the words: themselves, what stands round them, where they stood, and whether they cut a word. */
export type Quote = { exact: string; prefix: string; suffix: string; at: number | null; cuts: { start: boolean; end: boolean } };
/** A place that may be meant. `likeness` of its words to the quote, 1 when they are the same. */
export type Candidate = TextRange & { likeness: number };
export type Scored = { range: TextRange; score: number; sure: boolean };

/** Below this nothing is called found. Chosen so that words alone, with nothing of their surroundings left, do not pass unless they are long. */
export const LEAST_SCORE = 0.72;
/** Two places this close in score cannot be told apart. */
const MARGIN = 0.02;
/** How much of a score the quote itself makes; contexts share the rest. Long words speak for themselves. */
const weights = { shortQuote: 0.56, longQuote: 0.8, longFrom: 64 };

export function readQuote(selectors: readonly Selector[]): Quote | null {
  const words = selectors.find((one) => one.type === 'TextQuoteSelector');
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  if (words === undefined || words.exact === '') return null;
  const { exact, prefix, suffix } = words;
  const all = prefix + exact + suffix;
  const cuts = { start: cutsWord(all, prefix.length), end: cutsWord(all, prefix.length + exact.length) };
  return { exact, prefix, suffix, at: position?.start ?? null, cuts };
}

/** Whether the place cuts a word or figure at its ends just where the quote did: 236 is not the end of 1,236, nor the other way round. */
export function edgesFit(text: string, range: TextRange, { cuts }: Pick<Quote, 'cuts'>): boolean {
  return cutsWord(text, range.start) === cuts.start && cutsWord(text, range.end) === cuts.end;
}

/**
 * The candidate with the highest score, when that is high enough. `sure` when no other, elsewhere, comes close. Of those
 * that cannot be told apart it is the one nearest to where the words stood, or to `place`.
 */
export function best(text: string, quote: Quote, candidates: readonly Candidate[], place: TextRange | null): Scored | null {
  const scored = candidates
    .map((range) => ({
      range: { start: range.start, end: range.end },
      score: score(text, quote, range),
      distance: distance(range, quote, place),
    }))
    .sort((a, b) => (Math.abs(a.score - b.score) > MARGIN ? b.score - a.score : a.distance - b.distance));
  const first = scored[0];
  if (first === undefined || first.score < LEAST_SCORE) return null;
  const rival = scored.find(
    ({ range, score: other }) => (range.end <= first.range.start || range.start >= first.range.end) && first.score - other <= MARGIN,
  );
  return { range: first.range, score: first.score, sure: rival === undefined };
}

function distance(range: TextRange, { at }: Quote, place: TextRange | null): number {
  if (at !== null) return Math.abs(range.start - at);
  return place === null ? 0 : Math.max(0, place.start - range.start, range.end - place.end);
}

export function score(text: string, quote: Quote, match: Candidate): number {
  const length = Math.min(1, quote.exact.length / weights.longFrom);
  const ofQuote = weights.shortQuote + (weights.longQuote - weights.shortQuote) * length;
  const before = text.slice(Math.max(0, match.start - quote.prefix.length), match.start);
  const after = text.slice(match.end, match.end + quote.suffix.length);
  const context = (similarity(quote.prefix, before) + similarity(quote.suffix, after)) / 2;
  return ofQuote * match.likeness + (1 - ofQuote) * context;
}
