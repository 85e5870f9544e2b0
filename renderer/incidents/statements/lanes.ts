/** What lies on a line from one pixel to another. */
export type Extent = { from: number; to: number };

/** A lane for each extent in the order given: the first on which nothing is nearer than `gap`. Pure; for tens of them. */
export function layLanes(extents: readonly Extent[], gap: number): number[] {
  const lanes: Extent[][] = [];
  return extents.map((extent) => {
    const isFree = (lane: readonly Extent[]) => lane.every((other) => other.to + gap <= extent.from || extent.to + gap <= other.from);
    const free = lanes.findIndex(isFree);
    const lane = free === -1 ? lanes.push([]) - 1 : free;
    lanes[lane]!.push(extent);
    return lane;
  });
}
