/** Lines of a translation beside the lines they are of, by the seconds they share. Pure. */

export type Timed = { from: number; to: number };

/**
 * For each line of `source`, the lines of `beside` that belong next to it, as indexes; each of `beside` stands exactly
 * once. One belongs to the line it shares most seconds with, the earlier of two alike; one that shares none, to the
 * last line that begins before it, or the first of all. Both in the order of their start; seconds.
 */
export function alignLines(source: readonly Timed[], beside: readonly Timed[]): number[][] {
  const rows: number[][] = source.map(() => []);
  if (source.length === 0) return rows;
  let low = 0;
  beside.forEach((line, index) => {
    while (low < source.length - 1 && source[low]!.to <= line.from && source[low + 1]!.from <= line.from) low += 1;
    rows[bestRow(source, line, low)]!.push(index);
  });
  return rows;
}

/** How far before the first candidate a longer line may reach over it. */
const BACK = 8;

function bestRow(source: readonly Timed[], line: Timed, low: number): number {
  let best = low;
  let most = 0;
  for (let at = Math.max(0, low - BACK); at < source.length; at++) {
    const row = source[at]!;
    if (row.from >= line.to && at > low) break;
    const shared = Math.min(row.to, line.to) - Math.max(row.from, line.from);
    // Rounding of a thousandth must not move a line.
    if (shared > most + 0.001) [best, most] = [at, shared];
  }
  return best;
}
