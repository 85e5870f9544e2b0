/** Zooming and moving a window of time. Pure; milliseconds. */
import type { TimeWindow } from './time-ticks.ts';

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;
/** Years that a date of four digits can name, and a little more. */
const MOST = 20_000 * YEAR;

/** `factor` above 1 shows less time; what lies at `part` (0 to 1) of the window stays where it is. */
export function zoomed({ from, to }: TimeWindow, factor: number, part = 0.5): TimeWindow {
  const length = Math.min(MOST, Math.max(MINUTE, (to - from) / factor));
  const held = from + (to - from) * part;
  return rounded({ from: held - length * part, to: held + length * (1 - part) });
}

/** By a part of the window, later where it is positive. */
export function moved({ from, to }: TimeWindow, part: number): TimeWindow {
  const by = (to - from) * part;
  return rounded({ from: from + by, to: to + by });
}

/** All of it with room at both sides, so that nothing lies on the edge; a single moment gets a month round it. */
export function fitted({ from, to }: TimeWindow): TimeWindow {
  const room = to - from < MINUTE ? YEAR / 24 : (to - from) * 0.04;
  return rounded({ from: from - room, to: to + room });
}

function rounded({ from, to }: TimeWindow): TimeWindow {
  return { from: Math.round(from), to: Math.round(to) };
}
