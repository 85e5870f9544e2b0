import { resolveWords, type Resolution } from '#shared/anchoring/resolve-words.ts';
import { placeNamed } from '#shared/anchoring/text-places.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { AnchorState, Passage } from '#shared/model/passages.ts';

type Anchored = Pick<Passage, 'selectors' | 'quote' | 'start'>;

export type Standing = { state: AnchorState; score: number };

/**
 * Where a passage stands in its text as it is now (`null`: there is none), and how sure that is (0 to 1). A passage
 * without words, such as an area, has nothing in the text that could move: `exact`, 1. `map` (as it is or as JSON) tells
 * where its page or time lies, which helps to find words that are not at their place any more.
 */
export function passageState(passage: Anchored, text: string | null, map: string | TextMap | null = null): Standing {
  const { state, score } = resolvePassage(passage, text, map) ?? { state: 'exact', score: 1 };
  return { state, score };
}

/** The same with the place; null when the passage has no words. */
export function resolvePassage(passage: Anchored, text: string | null, map: string | TextMap | null = null): Resolution | null {
  if (passage.start === null) return null;
  const read = () => (typeof map === 'string' ? (JSON.parse(map) as TextMap) : map);
  const place = () => {
    const known = read();
    return known === null ? null : placeNamed(known, passage.selectors);
  };
  return resolveWords(text ?? '', passage.selectors, { place });
}
