/** Finds the words of a passage of one text in another text: a newer version of its page. Pure. */
import { resolveWords, scoreAt } from '#shared/anchoring/resolve-words.ts';
import type { Selector } from '#shared/model/passages.ts';
import type { CarriedPassage, TextRun } from '#shared/model/versions.ts';

/** Words of the earlier text; `start` and `end` are their place in it. */
export type WordsPassage = { selectors: Selector[]; start: number; end: number };
export type CarriedWords = Pick<CarriedPassage, 'state' | 'score' | 'found'>;

/** What is shown round the words found, on each side. In UTF-16 code units. */
const SHOWN = 60;

/**
 * First through `runs`, the way from the earlier text to this one: words in a stretch that both have are the same words,
 * however often they stand elsewhere. Then by the words themselves (`resolveWords`), without their old place, which
 * means nothing in another text.
 */
export function carryWords(text: string, runs: readonly TextRun[], passage: WordsPassage): CarriedWords {
  const quote = passage.selectors.find((one) => one.type === 'TextQuoteSelector');
  if (quote === undefined) return lost;
  const start = mapped(runs, passage);
  if (start !== null) {
    const end = start + quote.exact.length;
    const score = scoreAt(text, passage.selectors, { start, end });
    return { state: score === 1 ? 'same' : 'moved', score: rounded(score), found: placeOf(text, start, end) };
  }
  const found = resolveWords(text, [quote]);
  if (found.state === 'lost') return lost;
  const state = found.state === 'moved' && found.score === 1 ? 'same' : found.state === 'approximate' ? 'approximate' : 'moved';
  return { state, score: rounded(found.score), found: placeOf(text, found.start, found.end) };
}

const lost: CarriedWords = { state: 'lost', score: 0, found: null };

/** Where a range of the earlier text lies in the newer one, when all of it is in a stretch that stayed. */
function mapped(runs: readonly TextRun[], { start, end }: WordsPassage): number | null {
  for (const run of runs) {
    if (run.kind === 'same' && start >= run.fromStart && end <= run.fromStart + run.length) return run.toStart + start - run.fromStart;
  }
  return null;
}

function placeOf(text: string, start: number, end: number): CarriedPassage['found'] {
  const around = { start: Math.max(0, start - SHOWN), end: Math.min(text.length, end + SHOWN) };
  return { start, end, quote: text.slice(start, end), prefix: text.slice(around.start, start), suffix: text.slice(end, around.end) };
}

/** Scores are compared by people. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
