/** The words around a place in a text, for whoever has not opened the text. Pure. */
import type { PassageContext } from '../model/claim-evidence.ts';
import type { Selector } from '../model/passages.ts';
import { CONTEXT } from './describe-words.ts';

type Around = Omit<PassageContext, 'from'>;

/** UTF-16 code units a side. */
export const MOST_AROUND = 200;

/**
 * What stands before and after `start`..`end` in `text`, at most `most` code units a side: whole sentences where some
 * fit, else whole words, never half a character. `before + marked + after` is one stretch of the text.
 */
export function wordsAround(text: string, { start, end }: { start: number; end: number }, most = MOST_AROUND): Around {
  const from = startBefore(text, start, most);
  const to = endAfter(text, end, most);
  return {
    before: text.slice(from, start),
    marked: text.slice(start, end),
    after: text.slice(end, to),
    cutBefore: text.slice(0, from).trim() !== '',
    cutAfter: text.slice(to).trim() !== '',
  };
}

/** The words and surroundings a passage was kept with; null when it marks no words. Surroundings shorter than usual are the end of the text. */
export function wordsKept(selectors: readonly Selector[]): Around | null {
  const kept = selectors.find((one) => one.type === 'TextQuoteSelector');
  if (kept === undefined || kept.exact === '') return null;
  const { prefix, exact, suffix } = kept;
  return { before: prefix, marked: exact, after: suffix, cutBefore: prefix.length >= CONTEXT, cutAfter: suffix.length >= CONTEXT };
}

/** The end of a sentence: a stop with what closes it, or the end of a line; in Arabic, Chinese and Hindi too. */
const sentenceEnd = /(?:[.!?؟۔。！？…।]["'”’»)\]]*(?=\s)|\n)\s*/gu;

function startBefore(text: string, start: number, most: number): number {
  const least = Math.max(0, start - most);
  if (least === 0) return 0;
  const window = text.slice(least, start);
  const ends = [...window.matchAll(sentenceEnd)].map(({ index, 0: found }) => least + index + found.length).filter((at) => at < start);
  const [sentence] = ends;
  if (sentence !== undefined) return sentence;
  const space = window.search(/\s/u);
  return space >= 0 ? least + space + 1 : wholeCharacter(text, least, 1);
}

function endAfter(text: string, end: number, most: number): number {
  const furthest = Math.min(text.length, end + most);
  if (furthest === text.length) return furthest;
  const window = text.slice(end, furthest);
  const last = [...window.matchAll(sentenceEnd)]
    .map(({ index, 0: found }) => end + index + found.trimEnd().length)
    .findLast((at) => at > end);
  if (last !== undefined) return last;
  const space = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
  return space > 0 ? end + space : wholeCharacter(text, furthest, -1);
}

/** Off the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number, by: 1 | -1): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + by : at;
}
