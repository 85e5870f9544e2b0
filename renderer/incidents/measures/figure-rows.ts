/** The figures of one measure in the order a person asked for. Pure. */
import type { Figure } from '#shared/model/analysis.ts';
import { byLabel } from '../origin-index.ts';
import { spanReader } from '../statements/edtf-span.ts';

export type FigureSortKey = 'origin' | 'speaker' | 'said' | 'figure';
export type FigureSort = { by: FigureSortKey; direction: 'ascending' | 'descending' };
export type FigureRow = {
  figure: Figure;
  /** How many claims it is away from the one it goes back to; 0 while sorted by anything but origin. */
  depth: number;
  /** Figures of this measure that say this one again, near or far. */
  repeats: number;
};

/** By origin: each claim, under it those that repeat it. By anything else: flat, what is missing last. */
export function figureRows(figures: readonly Figure[], letters: (figure: Figure) => string, sort: FigureSort): FigureRow[] {
  const parents = parentsOf(figures);
  const repeats = countBelow(parents);
  const row = (at: number, depth: number): FigureRow => ({ figure: figures[at]!, depth, repeats: repeats[at]! });
  if (sort.by === 'origin') {
    const rows = inTrees(figures, parents, letters).map(([at, depth]) => row(at, depth));
    return sort.direction === 'ascending' ? rows : reverseTrees(rows);
  }
  const key = keyOf(sort.by);
  const turn = sort.direction === 'ascending' ? 1 : -1;
  const all = figures.map((figure, at) => ({ key: key(figure), at }));
  return all.sort((a, b) => missingLast(a.key, b.key) ?? (turn * compare(a.key!, b.key!) || a.at - b.at)).map(({ at }) => row(at, 0));
}

function keyOf(by: Exclude<FigureSortKey, 'origin'>): (figure: Figure) => string | number | null {
  const spanOf = spanReader();
  switch (by) {
    case 'speaker':
      return ({ speaker }) => speaker?.toLowerCase() ?? null;
    case 'said':
      return ({ saidAt }) => spanOf(saidAt)?.min ?? null;
    case 'figure':
      return ({ min, value, max }) => min ?? value ?? max;
  }
}

function missingLast(a: string | number | null, b: string | number | null): number | null {
  if (a !== null && b !== null) return null;
  return Number(a === null) - Number(b === null);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** For each figure the place of the one it repeats, -1 for none. What would close a circle stands by itself. */
function parentsOf(figures: readonly Figure[]): number[] {
  const first = new Map<string, number>();
  figures.forEach(({ claimId }, at) => first.has(claimId) || first.set(claimId, at));
  const parents: number[] = figures.map(() => -1);
  // Shortened on the way, so that a chain of thousands is walked once and not once for each of its links.
  const above = figures.map((_, at) => at);
  const topOf = (at: number): number => {
    let top = at;
    while (above[top] !== top) top = above[top]!;
    for (let next = at; next !== top;) {
      const up = above[next]!;
      above[next] = top;
      next = up;
    }
    return top;
  };
  figures.forEach((figure, at) => {
    const found = figure.repeats.map((id) => first.get(id)).find((one) => one !== undefined && topOf(one) !== at);
    if (found === undefined) return;
    parents[at] = found;
    above[at] = topOf(found);
  });
  return parents;
}

/** How many stand under each, near or far: those with nothing under them hand their count up first. */
function countBelow(parents: readonly number[]): number[] {
  const below = parents.map(() => 0);
  const waiting = parents.map(() => 0);
  for (const parent of parents) if (parent !== -1) waiting[parent]!++;
  const ready = waiting.flatMap((count, at) => (count === 0 ? [at] : []));
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    const parent = parents[at]!;
    if (parent === -1) continue;
    below[parent]! += below[at]! + 1;
    if (--waiting[parent]! === 0) ready.push(parent);
  }
  return below;
}

function inTrees(figures: readonly Figure[], parents: readonly number[], letters: (figure: Figure) => string): [number, number][] {
  const children = new Map<number, number[]>();
  parents.forEach((parent, at) => {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [at]);
    else siblings.push(at);
  });
  const roots = (children.get(-1) ?? [])
    .map((at) => ({ at, letter: letters(figures[at]!) }))
    .sort((a, b) => Number(a.letter === '') - Number(b.letter === '') || byLabel(a.letter, b.letter) || a.at - b.at);
  const out: [number, number][] = [];
  const waiting = roots.map(({ at }): [number, number] => [at, 0]).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    out.push(next);
    for (const child of [...(children.get(next[0]) ?? [])].reverse()) waiting.push([child, next[1] + 1]);
  }
  return out;
}

/** The trees from the last to the first, each still from its root down. */
function reverseTrees(rows: readonly FigureRow[]): FigureRow[] {
  const trees: FigureRow[][] = [];
  for (const row of rows) {
    if (row.depth === 0) trees.push([row]);
    else trees.at(-1)?.push(row);
  }
  return trees.reverse().flat();
}
