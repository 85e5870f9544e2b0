/**
 * A piece of the screen whose words are a stretch of the canonical text. Places in it are counted in characters that
 * are not white space, because layout adds and drops white space but never a word.
 */
import { isSpace } from '#shared/anchoring/non-space-map.ts';

export type TextSurface = {
  root: Node;
  nodes: readonly Text[];
  /** For each node, how many non-white-space code units stand before it in the surface. */
  before: readonly number[];
  total: number;
};

/** Non-white-space indexes into a surface, `last` exclusive. */
export type IndexRange = { first: number; last: number };

/** Reads the text nodes under `root` in document order, without those under an element that `skips`. */
export function readSurface(root: Node, skips: (element: Element) => boolean = () => false): TextSurface {
  const filter = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return skips(node as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  const nodes: Text[] = [];
  const before: number[] = [];
  let total = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push(node as Text);
    before.push(total);
    total += countIn((node as Text).data, (node as Text).data.length);
  }
  return { root, nodes, before, total };
}

/** The part of a DOM range that lies in the surface; null when that holds no visible character. */
export function indexesOf(surface: TextSurface, range: Range): IndexRange | null {
  if (!range.intersectsNode(surface.root)) return null;
  const first = indexOfBoundary(surface, range.startContainer, range.startOffset);
  const last = indexOfBoundary(surface, range.endContainer, range.endOffset);
  return last > first ? { first, last } : null;
}

/** How many of the surface's characters stand before a DOM boundary point. */
export function indexOfBoundary(surface: TextSurface, container: Node, offset: number): number {
  const point = document.createRange();
  point.setStart(container, offset);
  let low = 0;
  let high = surface.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = surface.nodes[middle]!;
    if (node === container || point.comparePoint(node, 0) < 0) low = middle + 1;
    else high = middle;
  }
  const node = surface.nodes[low - 1];
  if (node === undefined) return 0;
  return surface.before[low - 1]! + countIn(node.data, node === container ? offset : node.data.length);
}

/** DOM ranges that cover the characters, one a text node, so that nothing between them is covered. */
export function domRanges(surface: TextSurface, { first, last }: IndexRange): Range[] {
  const ranges: Range[] = [];
  for (let at = nodeAt(surface, first); at < surface.nodes.length && surface.before[at]! < last; at++) {
    const node = surface.nodes[at]!;
    const from = offsetIn(node.data, Math.max(0, first - surface.before[at]!));
    const to = endIn(node.data, last - surface.before[at]!);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}

/** The last node that begins at or before the character. */
function nodeAt(surface: TextSurface, index: number): number {
  let low = 0;
  let high = surface.nodes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (surface.before[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function countIn(data: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at++) if (!isSpace(data.charCodeAt(at))) count++;
  return count;
}

/** Offset of the character with this index; the length when there are fewer. */
function offsetIn(data: string, index: number): number {
  let count = 0;
  for (let at = 0; at < data.length; at++) if (!isSpace(data.charCodeAt(at)) && count++ === index) return at;
  return data.length;
}

/** Offset just past the last of `count` characters. */
function endIn(data: string, count: number): number {
  let left = count;
  let end = 0;
  for (let at = 0; at < data.length && left > 0; at++) {
    if (isSpace(data.charCodeAt(at))) continue;
    left--;
    end = at + 1;
  }
  return end;
}
