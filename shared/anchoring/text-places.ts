/** Which pages and boxes a stretch of a text comes from, by its map; and back: where a page or a time lies in the text. Pure. */
import type { TextMap } from '../model/items.ts';
import type { Selector } from '../model/passages.ts';
import type { TextRange } from './find-matches.ts';
import { nonSpaceMap } from './non-space-map.ts';
import { parseMediaFragment, parsePageFragment } from './parse-fragment.ts';
import { withoutWhiteSpace } from './text-rules.ts';

/** Words of one page: from the `start`-th to before the `end`-th of its characters that are not white space. */
export type PageStretch = { page: number; start: number; end: number; words: string };
/** In percent of the upright page or picture. */
export type Box = { x: number; y: number; width: number; height: number };

/** The stretches of each page the range touches with more than white space; empty when the text has no pages. */
export function pagesOf(text: string, map: TextMap, range: TextRange): PageStretch[] {
  if (map.kind !== 'pages') return [];
  return map.pages.flatMap((page) => {
    const [start, end] = [Math.max(range.start, page.start), Math.min(range.end, page.end)];
    const words = start < end ? withoutWhiteSpace(text.slice(start, end)) : '';
    if (words === '') return [];
    const before = nonSpaceMap(text.slice(page.start, start)).total;
    return [{ page: page.page, start: before, end: before + words.length, words }];
  });
}

/** Words read from a picture that touch the range: one box a line, page by page. */
export function boxesOf(map: TextMap, range: TextRange): { page: number; boxes: Box[] }[] {
  if (map.kind !== 'boxes') return [];
  const pages = new Map<number, Box[]>();
  for (const word of map.words) {
    if (word.start >= range.end || word.end <= range.start) continue;
    const boxes = pages.get(word.page) ?? [];
    const last = boxes.at(-1);
    const box = { x: word.x, y: word.y, width: word.width, height: word.height };
    if (last !== undefined && isOneLine(last, box)) boxes[boxes.length - 1] = roundBoxes([last, box]);
    else boxes.push(box);
    pages.set(word.page, boxes);
  }
  return [...pages].map(([page, boxes]) => ({ page, boxes }));
}

/** Two words further apart than this share of the width are of two columns. */
const WIDEST_GAP = 4;

function isOneLine(one: Box, other: Box): boolean {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const gap = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);
  return shared > Math.min(one.height, other.height) / 2 && gap <= WIDEST_GAP;
}

/** The smallest box round all of these. */
export function roundBoxes(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const [right, bottom] = [Math.max(...boxes.map((box) => box.x + box.width)), Math.max(...boxes.map((box) => box.y + box.height))];
  return { x, y, width: right - x, height: bottom - y };
}

/** The stretch of the text that a passage's pages or time name, as a hint of where its words are; null when none does. */
export function placeNamed(map: TextMap, selectors: readonly Selector[]): TextRange | null {
  const values = selectors.flatMap((one) => (one.type === 'FragmentSelector' ? [one.value] : []));
  const parts = map.kind === 'cues' ? cuesNamed(map, values) : placesOnPages(map, values);
  if (parts.length === 0) return null;
  return { start: Math.min(...parts.map((part) => part.start)), end: Math.max(...parts.map((part) => part.end)) };
}

function cuesNamed({ cues }: Extract<TextMap, { kind: 'cues' }>, values: readonly string[]): TextRange[] {
  const times = values.flatMap((value) => parseMediaFragment(value)?.time ?? []);
  return cues.filter((cue) => times.some(({ from, to }) => cue.from < (to ?? Infinity) && cue.to > from));
}

function placesOnPages(map: TextMap, values: readonly string[]): TextRange[] {
  const pages = values.flatMap((value) => parsePageFragment(value) ?? []);
  if (map.kind === 'pages') return map.pages.filter(({ page }) => pages.includes(page));
  return map.kind === 'boxes' ? map.words.filter(({ page }) => pages.includes(page)) : [];
}
