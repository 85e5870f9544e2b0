import { resolveWords, type Resolution } from '#shared/anchoring/resolve-words.ts';
import type { AnchorState, Passage } from '#shared/model/passages.ts';

type Anchored = Pick<Passage, 'selectors' | 'quote' | 'start'>;

export type Standing = { state: AnchorState; score: number };

/**
 * Where a passage stands in its text as it is now (`null`: there is none), and how sure that is (0 to 1). A passage
 * without words, such as an area, has nothing in the text that could move: `exact`, 1.
 */
export function passageState(passage: Anchored, text: string | null): Standing {
  const { state, score } = resolvePassage(passage, text) ?? { state: 'exact', score: 1 };
  return { state, score };
}

/** The same with the place; null when the passage has no words. */
export function resolvePassage(passage: Anchored, text: string | null): Resolution | null {
  if (passage.start === null) return null;
  return resolveWords(text ?? '', passage.selectors);
}
