/** The first row on which each span is free, for spans in order of their start; pure. In pixels. */
export function packRows(spans: readonly { from: number; to: number }[]): { rows: number[]; count: number } {
  const ends: number[] = [];
  const rows = spans.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    ends[row] = to;
    return row;
  });
  return { rows, count: ends.length };
}
