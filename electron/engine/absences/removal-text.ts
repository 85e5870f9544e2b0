/** A page that answers 200 and says that there is nothing here: found by a few conservative rules. Pure. */
import { foldedMatches } from '#shared/anchoring/find-matches.ts';
import { foldText } from '#shared/anchoring/folded-text.ts';
import { removalPhrases } from './removal-phrases.ts';

export type SeenPage = {
  /** As the browser's title bar had it. */
  title: string;
  text: string;
  /** Length of the version kept before, in UTF-16 code units; null when there is none. */
  earlierLength: number | null;
};
export type RemovalWords = { words: string; wordsIn: 'title' | 'text' };

/** In UTF-16 code units: an apology is short, also with the menus of its site round it. */
const SHORT_PAGE = 2500;
const VERY_SHORT_PAGE = 1200;
/** A text that lost four fifths of itself may be longer and still be only what is left round a removed page. */
const COLLAPSED_TO = 0.2;
const COLLAPSED_PAGE = 8000;
/** Headings and one-line notices; in a paragraph the same words tell of something else. */
const LONGEST_LINE = 140;

const phrases = Object.values(removalPhrases)
  .flat()
  .map((words) => ({ words, folded: foldText(words).text }));

/**
 * The words by which a page reads like a notice of its own removal, as they stand on it; null when no rule applies.
 * The phrase must stand in the title of a short page, or in a line by itself on a very short one; where the text has
 * collapsed to less than a fifth of the earlier version, either will do on a longer page. A suggestion for a person.
 */
export function removalWords({ title, text, earlierLength }: SeenPage): RemovalWords | null {
  const collapsed =
    earlierLength !== null && earlierLength > 0 && text.length < earlierLength * COLLAPSED_TO && text.length <= COLLAPSED_PAGE;
  if (!collapsed && text.length > SHORT_PAGE) return null;
  const ofTitle = phraseIn(title);
  if (ofTitle !== null) return { words: ofTitle, wordsIn: 'title' };
  if (!collapsed && text.length > VERY_SHORT_PAGE) return null;
  for (const line of text.split('\n')) {
    const found = line.length > LONGEST_LINE ? null : phraseIn(line);
    if (found !== null) return { words: found, wordsIn: 'text' };
  }
  return null;
}

/** The longest phrase in a line, as written there. */
function phraseIn(line: string): string | null {
  if (line.trim() === '') return null;
  const folded = foldText(line);
  const found = phrases
    .filter((phrase) => folded.text.includes(phrase.folded))
    .flatMap(({ words }) => foldedMatches(folded, words, 1).map(({ start, end }) => line.slice(start, end)));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}
