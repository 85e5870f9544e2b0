/** What lies on a line from one pixel to another. */
export type Extent = { from: number; to: number };

/** A lane for each extent, the first in which nothing before it is nearer than `gap`; they are taken from the left. Pure. */
export function layLanes(extents: readonly Extent[], gap: number): number[] {
  const ends: number[] = [];
  const lanes: number[] = extents.map(() => 0);
  const order = extents.map((extent, at) => ({ ...extent, at })).sort((a, b) => a.from - b.from || a.at - b.at);
  for (const { from, to, at } of order) {
    const free = ends.findIndex((end) => end + gap <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    lanes[at] = lane;
  }
  return lanes;
}
