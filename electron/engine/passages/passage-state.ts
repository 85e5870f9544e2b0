import { resolveWords, type Resolution } from '#shared/anchoring/resolve-words.ts';
import type { AnchorState, Passage } from '#shared/model/passages.ts';

type Anchored = Pick<Passage, 'selectors' | 'quote' | 'start'>;

/**
 * Where a passage stands in the canonical text as it is now (`null`: the item has none). A passage without words, such
 * as an area, has nothing in the text that could move: `exact`.
 */
export function passageState(passage: Anchored, text: string | null): AnchorState {
  return resolvePassage(passage, text)?.state ?? 'exact';
}

/** The same with place and score; null when the passage has no words. */
export function resolvePassage(passage: Anchored, text: string | null): Resolution | null {
  if (passage.start === null) return null;
  return resolveWords(text ?? '', passage.selectors);
}
