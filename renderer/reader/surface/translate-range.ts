import { describeWords } from '#shared/anchoring/describe-words.ts';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { resolveWords } from '#shared/anchoring/resolve-words.ts';

/**
 * The same words in another rendering of a text, when the two differ by more than white space (another version of the
 * PDF reader, a font that came out otherwise). Null when they are not there beyond doubt.
 */
export function translateRange(from: string, to: string, range: TextRange): TextRange | null {
  const start = Math.max(0, range.start);
  const end = Math.min(from.length, range.end);
  if (end <= start) return null;
  const [quote] = describeWords(from, start, end);
  if (quote === undefined) return null;
  const found = resolveWords(to, [quote]);
  return found.state === 'lost' ? null : { start: found.start, end: found.end };
}
