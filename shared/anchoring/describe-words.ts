import type { Selector } from '../model/passages.ts';
import { splitsPair, wholeCodePoints } from './code-points.ts';

/** Length of the context on each side, in UTF-16 code units; one more where a character would be cut. */
export const CONTEXT = 32;

/**
 * The two text selectors (W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5) of the words from `start` to `end`
 * in UTF-16 code units. Throws RangeError when the range is empty, outside the text or cuts a character in half.
 */
export function describeWords(text: string, start: number, end: number): Selector[] {
  if (!isRangeOf(text, start, end)) throw new RangeError(`no words from ${start} to ${end} in ${text.length} code units`);
  const context = wholeCodePoints(text, Math.max(0, start - CONTEXT), Math.min(text.length, end + CONTEXT));
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(context.start, start),
      suffix: text.slice(end, context.end),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

export function isRangeOf(text: string, start: number, end: number): boolean {
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    end > start &&
    end <= text.length &&
    !splitsPair(text, start) &&
    !splitsPair(text, end)
  );
}
