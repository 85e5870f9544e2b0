import type { TextMap } from '#shared/model/items.ts';

type Boxes = Extract<TextMap, { kind: 'boxes' }>;
type Box = { x: number; y: number; width: number; height: number };

/** The page on which words read from a picture begin, and the area they take there; null when the map has none of them. */
export function placeInBoxes({ words }: Boxes, start: number, end: number): { page: number; area: Box } | null {
  const under = wordsUnder(words, start, end);
  const [first] = under;
  if (first === undefined) return null;
  const here = under.filter(({ page }) => page === first.page);
  const x = Math.min(...here.map((word) => word.x));
  const y = Math.min(...here.map((word) => word.y));
  const right = Math.max(...here.map((word) => word.x + word.width));
  const bottom = Math.max(...here.map((word) => word.y + word.height));
  return { page: first.page, area: { x, y, width: right - x, height: bottom - y } };
}

/** How sure the engine was of these words, 0 to 100: the mean, in whole numbers; null when it did not say. */
export function confidenceOf({ words }: Boxes, start: number, end: number): number | null {
  const said = wordsUnder(words, start, end).flatMap(({ confidence }) => confidence ?? []);
  return said.length === 0 ? null : Math.round(said.reduce((sum, one) => sum + one, 0) / said.length);
}

function wordsUnder(words: Boxes['words'], start: number, end: number): Boxes['words'] {
  return words.filter((word) => word.start < end && word.end > start);
}
