import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { resolveWords } from '#shared/anchoring/resolve-words.ts';
import type { Passage } from '#shared/model/passages.ts';

/** Where a passage stands in the text as it is now; null for one without words, or lost. */
export function passageRange({ state, start, end, selectors }: Passage, text: string): TextRange | null {
  if (start === null || end === null || state === 'lost') return null;
  if (state === 'exact') return { start, end };
  const found = resolveWords(text, selectors);
  return found.state === 'lost' ? null : { start: found.start, end: found.end };
}

/** The passages over a place, the shortest first: it is the one most likely meant by pressing there. */
export function passagesAt(passages: readonly { passage: Passage; range: TextRange }[], offset: number): Passage[] {
  return passages
    .filter(({ range }) => range.start <= offset && offset < range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))
    .map(({ passage }) => passage);
}
