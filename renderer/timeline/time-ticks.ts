/** The scale of time and its ticks. Pure. */
import { scaleUtc } from 'd3-scale';

export type TimeWindow = { from: number; to: number };
export type Tick = { at: number; x: number; label: string };

/** Pixels between ticks that leave room for their words. */
const APART = 90;

export function scaleOf({ from, to }: TimeWindow, width: number) {
  return scaleUtc([from, Math.max(to, from + 1)], [0, width]);
}

export function ticksOf(window: TimeWindow, width: number): Tick[] {
  if (width <= 0) return [];
  const scale = scaleOf(window, width);
  return scale.ticks(Math.max(2, Math.floor(width / APART))).map((date) => ({ at: date.getTime(), x: scale(date), label: labelOf(date) }));
}

const words = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const year = words({ year: 'numeric' });
const month = words({ month: 'short' });
const day = words({ day: 'numeric', month: 'short' });
const minute = words({ hour: '2-digit', minute: '2-digit' });
const second = words({ minute: '2-digit', second: '2-digit' });

/** The largest unit that begins here names the tick. */
function labelOf(date: Date): string {
  if (date.getUTCSeconds() !== 0 || date.getUTCMilliseconds() !== 0) return second.format(date);
  if (date.getUTCHours() !== 0 || date.getUTCMinutes() !== 0) return minute.format(date);
  if (date.getUTCDate() !== 1) return day.format(date);
  return date.getUTCMonth() === 0 ? yearWords(date) : month.format(date);
}

/** Years before our era as EDTF counts them: the year 0 is 1 BC. */
function yearWords(date: Date): string {
  return date.getUTCFullYear() > 0 ? String(date.getUTCFullYear()) : year.format(date);
}
