/** The most lanes drawn; what would need more shares the last one. */
const MOST = 4;

/** A lane for each thing, so that those whose times meet do not lie over each other; in the order of their beginnings. */
export function layLanes<Thing extends { from: number; to: number }>(things: readonly Thing[]): { thing: Thing; lane: number }[] {
  const ends: number[] = [];
  return things
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
    .map((thing) => {
      const free = ends.findIndex((end) => end <= thing.from);
      const lane = free === -1 ? Math.min(ends.length, MOST - 1) : free;
      ends[lane] = Math.max(ends[lane] ?? 0, thing.to);
      return { thing, lane };
    });
}
