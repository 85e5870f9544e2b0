import type { TextMap } from '#shared/model/items.ts';

export type BoxWord = Extract<TextMap, { kind: 'boxes' }>['words'][number];
/** A word over its picture: what stands there, and its box in percent. */
export type LaidWord = { start: number; text: string; left: number; top: number; width: number; height: number };

/** A gap wider than this share of the page is one between columns, not between words. */
const WIDEST_GAP = 4;

/**
 * Words of one page as boxes to select in: those of a line are of one height, and each reaches to the next, so that a
 * drag along a line never falls between two. `words` in the order of the text.
 */
export function layWords(text: string, words: readonly BoxWord[]): LaidWord[] {
  return linesOf(text, words).flatMap((line) => {
    const top = Math.min(...line.map(({ y }) => y));
    const bottom = Math.max(...line.map(({ y, height }) => y + height));
    // Words of a page that was turned stand one over the other; there each keeps its own height.
    const isLevel = bottom - top <= 2.5 * Math.max(...line.map(({ height }) => height));
    return line.map((word, index) => {
      const next = isLevel ? line[index + 1] : undefined;
      const { left, right } = reach(word, next);
      return {
        start: word.start,
        text: text.slice(word.start, word.end) + (line[index + 1] === undefined ? '' : ' '),
        left,
        top: isLevel ? top : word.y,
        width: right - left,
        height: isLevel ? bottom - top : word.height,
      };
    });
  });
}

function linesOf(text: string, words: readonly BoxWord[]): BoxWord[][] {
  const lines: BoxWord[][] = [];
  let before: BoxWord | undefined;
  for (const word of words) {
    if (before === undefined || text.slice(before.end, word.start).includes('\n')) lines.push([]);
    lines.at(-1)?.push(word);
    before = word;
  }
  return lines;
}

function reach({ x, width }: BoxWord, next: BoxWord | undefined): { left: number; right: number } {
  const own = { left: x, right: x + width };
  if (next === undefined) return own;
  const [nextLeft, nextRight] = [next.x, next.x + next.width];
  if (nextLeft >= own.right && nextLeft - own.right <= WIDEST_GAP) return { ...own, right: nextLeft };
  if (nextRight <= own.left && own.left - nextRight <= WIDEST_GAP) return { ...own, left: nextRight };
  return own;
}

/** The words of each page of a text read from a picture; null for other texts. */
export function wordsByPage(map: TextMap | null): ReadonlyMap<number, readonly BoxWord[]> | null {
  return map?.kind === 'boxes' ? Map.groupBy(map.words, ({ page }) => page) : null;
}
