/** What ffmpeg is told so that places of a recording fall silent or black. Pure; all numbers are our own. */
import type { AreaBox } from '../area-box.ts';

/** Seconds of the original. */
export type TimeSpan = { from: number; to: number };
export type TimedBox = { area: AreaBox; /** Null: all the time. */ span: TimeSpan | null };

/**
 * Silence reaches this much further on both sides, in seconds: encoders of sound carry a loud moment into what is beside
 * it (AAC: a block of 2,048 samples).
 */
export const silenceMargin = 0.1;
/** Sound is switched in steps of this many samples: about a millisecond. */
const STEP_SAMPLES = 64;

export function silenceFilters(spans: readonly TimeSpan[]): string[] {
  if (spans.length === 0) return [];
  const times = spans.map(({ from, to }) => between(Math.max(0, from - silenceMargin), to + silenceMargin)).join('+');
  return [`asetnsamples=n=${STEP_SAMPLES}:p=0`, `volume=volume=0:enable='${times}'`];
}

/** Boxes on even pixels, because colours are stored for two by two; never less than was asked. */
export function boxFilters(boxes: readonly TimedBox[]): string[] {
  return boxes.map(({ area: { x, y, width, height }, span }) => {
    const [left, top] = [`floor(iw*${share(x)}/2)*2`, `floor(ih*${share(y)}/2)*2`];
    const [right, bottom] = [`ceil(iw*${share(x + width)}/2)*2`, `ceil(ih*${share(y + height)}/2)*2`];
    const when = span === null ? '' : `:enable='${between(span.from - 0.0001, span.to + 0.0001)}'`;
    return `drawbox=x=${left}:y=${top}:w=${right}-${left}:h=${bottom}-${top}:color=black:t=fill${when}`;
  });
}

function between(from: number, to: number): string {
  return `between(t,${seconds(from)},${seconds(to)})`;
}

const seconds = (value: number) => value.toFixed(6);
const share = (percent: number) => Math.min(1, percent / 100).toFixed(7);
