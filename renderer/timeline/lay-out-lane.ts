/** Where each entry of a lane is drawn. Pure; pixels. */
import type { TimelineEntry } from '#shared/model/timeline.ts';
import { barOf, type Bar } from './bar-shape.ts';
import { packRows } from './pack-rows.ts';

export type LaidEntry = { entry: TimelineEntry; bar: Bar; row: number; side: 'before' | 'after' | 'inside'; seen: number };

/** Room kept for the words beside a bar, and between one and the next. */
const WORDS = 216;
const BETWEEN = 10;
/** A bar that shows this much of itself takes its words inside. */
const WIDE = 120;

export function layOutLane(
  entries: readonly TimelineEntry[],
  at: (moment: number) => number,
  width: number,
): { laid: LaidEntry[]; rows: number } {
  const placed = entries.flatMap((entry) => {
    if (entry.shape === null) return [];
    const bar = barOf(entry.shape, at, width);
    const seen = Math.min(bar.left + bar.width, width) - Math.max(bar.left, 0);
    const end = bar.left + bar.width;
    const side = seen >= WIDE ? 'inside' : end + WORDS > width && bar.left > WORDS ? 'before' : 'after';
    const span = {
      from: side === 'before' ? bar.left - WORDS : bar.left,
      to: (side === 'after' ? end + WORDS : end) + BETWEEN,
    };
    return [{ entry, bar, side, seen, span } as const];
  });
  placed.sort((a, b) => a.span.from - b.span.from);
  const { rows, count } = packRows(placed.map(({ span }) => span));
  return { laid: placed.map(({ entry, bar, side, seen }, index) => ({ entry, bar, side, seen, row: rows[index] ?? 0 })), rows: count };
}
