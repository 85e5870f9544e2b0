/** Finds the words of passages of one text in another text: a newer version of its page. Pure. */
import { CONTEXT } from '#shared/anchoring/describe-words.ts';
import { resolveWords, scoreAt, type Resolution } from '#shared/anchoring/resolve-words.ts';
import type { Selector } from '#shared/model/passages.ts';
import type { CarriedPassage, TextRun } from '#shared/model/versions.ts';
import { wordsWithout } from './compare-words.ts';

/** Words of the earlier text; `start` and `end` are their place in it. */
export type WordsPassage = { selectors: Selector[]; start: number; end: number };
export type CarriedWords = Pick<CarriedPassage, 'state' | 'score' | 'found' | 'searched'>;

/** What is shown round the words found, on each side. In UTF-16 code units. */
const SHOWN = 60;
/** How far from where a passage stood like words are looked for first. */
const NEARBY = 1500;
/** A longer stretch that was replaced is looked into where the passage would be if it had grown or shrunk evenly. */
const LONGEST_PLACE = 12_000;
/**
 * Searching a whole long text for like words takes the better part of a second a passage. So much is done for all
 * passages together (code units of text times code units of words), which is enough for hundreds in an article and
 * for some twenty in a book; the others are searched near their place, and say so.
 */
const MOST_WORK = 2_000_000_000;

type Quote = Extract<Selector, { type: 'TextQuoteSelector' }>;

/** Each passage in the newer text, in the order given. `runs` is the way from the earlier text to it. */
export function carryWords(
  text: string,
  runs: readonly TextRun[],
  passages: readonly WordsPassage[],
  mostWork = MOST_WORK,
): CarriedWords[] {
  let left = mostWork;
  return passages.map((passage) => {
    const quote = passage.selectors.find((one) => one.type === 'TextQuoteSelector');
    if (quote === undefined) return lost('whole');
    const near = stayed(text, runs, passage, quote) ?? standing(text, quote) ?? alike(text, runs, passage, quote);
    if (near !== null) return near;
    const work = text.length * quote.exact.length;
    if (work > left) return lost('near');
    left -= work;
    return carried(text, resolveWords(text, [quote])) ?? lost('whole');
  });
}

/** Words in a stretch that both texts have are the same words, however often they stand elsewhere. */
function stayed(text: string, runs: readonly TextRun[], { selectors, start, end }: WordsPassage, quote: Quote): CarriedWords | null {
  for (const run of runs) {
    if (run.kind !== 'same' || start < run.fromStart || end > run.fromStart + run.length) continue;
    const at = run.toStart + start - run.fromStart;
    const score = scoreAt(text, selectors, { start: at, end: at + quote.exact.length });
    return {
      state: score === 1 ? 'same' : 'moved',
      score: rounded(score),
      found: placeOf(text, at, at + quote.exact.length),
      searched: 'whole',
    };
  }
  return null;
}

/** Letter for letter, wherever it is now. The old place means nothing in another text, so it is not asked about. */
function standing(text: string, quote: Quote): CarriedWords | null {
  return text.includes(quote.exact) ? carried(text, resolveWords(text, [quote])) : null;
}

/**
 * Like words where the passage stood, before all of the text is searched: in what took its place, then round it. The
 * search names only the closest words, which in a long stretch may be another sentence.
 */
function alike(text: string, runs: readonly TextRun[], passage: WordsPassage, quote: Quote): CarriedWords | null {
  const place = placeIn(runs, passage);
  for (const margin of [CONTEXT, NEARBY + quote.exact.length]) {
    const start = Math.max(0, place.start - margin);
    const found = resolveWords(text.slice(start, place.end + margin), [quote], { edited: margin === CONTEXT });
    if (found.state !== 'lost') return carried(text, { ...found, start: found.start + start, end: found.end + start });
  }
  return null;
}

/** The stretch of the newer text that took the place of a stretch of the earlier one; of a long one, its like part. */
function placeIn(runs: readonly TextRun[], { start, end }: WordsPassage): { start: number; end: number } {
  const covered: Stretch[] = [];
  let [from, to] = [0, 0];
  for (const run of runs) {
    const size = sizes(run);
    const next = { from, to, fromEnd: from + size.from, toEnd: to + size.to };
    if (size.from === 0 ? from >= start && from <= end : from < end && next.fromEnd > start) covered.push(next);
    [from, to] = [next.fromEnd, next.toEnd];
  }
  const [first, last] = [covered[0], covered.at(-1)];
  if (first === undefined || last === undefined) return { start: to, end: to };
  if (last.toEnd - first.to <= LONGEST_PLACE) return { start: first.to, end: last.toEnd };
  const share = (start - first.from) / Math.max(1, last.fromEnd - first.from);
  const middle = Math.round(first.to + share * (last.toEnd - first.to));
  return { start: Math.max(first.to, middle - LONGEST_PLACE / 2), end: Math.min(last.toEnd, middle + LONGEST_PLACE / 2) };
}

type Stretch = { from: number; fromEnd: number; to: number; toEnd: number };

function sizes(run: TextRun): { from: number; to: number } {
  if (run.kind === 'same') return { from: run.length, to: run.length };
  if (run.kind === 'removed') return { from: run.text.length, to: 0 };
  if (run.kind === 'added') return { from: 0, to: run.text.length };
  return { from: wordsWithout(run.words, 'added').length, to: wordsWithout(run.words, 'removed').length };
}

function carried(text: string, found: Resolution): CarriedWords | null {
  if (found.state === 'lost') return null;
  const state = found.state === 'approximate' ? 'approximate' : found.score === 1 ? 'same' : 'moved';
  return { state, score: rounded(found.score), found: placeOf(text, found.start, found.end), searched: 'whole' };
}

const lost = (searched: CarriedWords['searched']): CarriedWords => ({ state: 'lost', score: 0, found: null, searched });

function placeOf(text: string, start: number, end: number): CarriedPassage['found'] {
  const before = text.slice(Math.max(0, start - SHOWN), start);
  const after = text.slice(end, end + SHOWN);
  return {
    start,
    end,
    quote: text.slice(start, end),
    // Whole words alone; what is cut in half is left out.
    prefix: start <= SHOWN ? before : before.replace(/^\S*\s?/u, ''),
    suffix: end + SHOWN >= text.length ? after : after.replace(/\s?\S*$/u, ''),
  };
}

/** Scores are compared by people. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
