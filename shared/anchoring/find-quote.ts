import { exactMatches, foldedMatches, type TextRange } from './find-matches.ts';
import { foldText } from './folded-text.ts';
import { splitsPair } from './code-points.ts';
import { cutsFigure, cutsLetter, wholeLetters } from './word-edges.ts';

/** What became of a bare quote. `count` is how many places it could mean. */
export type FoundQuote = ({ state: 'found' } & TextRange) | { state: 'ambiguous'; count: number } | { state: 'unresolved' };

/**
 * Finds the one place a quote means: letter for letter first, then folded (folded-text.ts). `prefix` and `suffix` say
 * what stands round it. Nothing is guessed: no fuzzy matching here, and 236 is not found in 1,236. A letter is found with
 * the marks it carries.
 */
export function findQuote(
  text: string,
  quote: string,
  context: { prefix?: string | undefined; suffix?: string | undefined } = {},
): FoundQuote {
  const exact = exactMatches(text, quote)
    .filter(({ start, end }) => !splitsPair(text, start) && !splitsPair(text, end) && !cutsLetter(text, start))
    .map(({ start, end }) => wholeLetters(text, start, end));
  const candidates = exact.length > 0 ? exact : foldedMatches(foldText(text), quote);
  const fitting = candidates.filter((match) => wholeFigures(text, match, context) && stands(text, match, context));
  if (fitting.length > 1) return { state: 'ambiguous', count: fitting.length };
  const [only] = fitting;
  return only === undefined ? { state: 'unresolved' } : { state: 'found', ...only };
}

/** A figure is cut only where what stands round it was named, and so was the rest of the figure. */
function wholeFigures(
  text: string,
  { start, end }: TextRange,
  { prefix = '', suffix = '' }: { prefix?: string | undefined; suffix?: string | undefined },
) {
  return (prefix !== '' || !cutsFigure(text, start)) && (suffix !== '' || !cutsFigure(text, end));
}

/** Room for marks and white space that folding takes out of the context. */
const slack = 4;

function stands(
  text: string,
  match: TextRange,
  { prefix = '', suffix = '' }: { prefix?: string | undefined; suffix?: string | undefined },
): boolean {
  const wantedBefore = foldText(prefix).text;
  const wantedAfter = foldText(suffix).text;
  const before = foldText(text.slice(Math.max(0, match.start - slack * (prefix.length + 1)), match.start)).text;
  const after = foldText(text.slice(match.end, match.end + slack * (suffix.length + 1))).text;
  return before.endsWith(wantedBefore) && after.startsWith(wantedAfter);
}
