import type { TextMap } from '#shared/model/items.ts';

type Boxes = Extract<TextMap, { kind: 'boxes' }>;

/** How sure the engine was of these words, 0 to 100: the mean, in whole numbers; null when it did not say. */
export function confidenceOf({ words }: Boxes, start: number, end: number): number | null {
  const said = wordsUnder(words, start, end).flatMap(({ confidence }) => confidence ?? []);
  return said.length === 0 ? null : Math.round(said.reduce((sum, one) => sum + one, 0) / said.length);
}

function wordsUnder(words: Boxes['words'], start: number, end: number): Boxes['words'] {
  return words.filter((word) => word.start < end && word.end > start);
}
