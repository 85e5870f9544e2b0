import type { CueWarning } from '#shared/model/transcripts.ts';
import { warn, type RawCue } from './raw-cue.ts';

type Timed<Cue> = Omit<Cue, 'from' | 'to'> & { from: number; to: number };
type Started = { from: number; to: number };

/** Letters read aloud in a second, for a cue whose end is not known. */
const LETTERS_A_SECOND = 14;
const SHORTEST = 1;
const LONGEST_GUESS = 10;

/**
 * Gives every cue a start and an end after it, in the order of the file, and says where either is not as written.
 * Overlaps, another order and times past the end (`duration` in seconds) are told and left: they may be meant.
 */
export function repairTimes<Cue extends RawCue>(cues: readonly Cue[], warnings: CueWarning[], duration: number | null): Timed<Cue>[] {
  const timed: Timed<Cue>[] = [];
  cues.forEach((cue, index) => {
    const before = timed.at(-1);
    const from = startOf(cue, before, warnings);
    const next = cues.slice(index + 1, index + 20).find((one) => one.from !== null && one.from > from)?.from ?? null;
    const to = endOf(cue, from, next, warnings);
    if (before !== undefined && from < before.from) warn(warnings, cue.line, 'out-of-order', { from, before: before.from });
    else if (before !== undefined && from < before.to) warn(warnings, cue.line, 'overlap', { from, until: before.to });
    timed.push({ ...cue, from, to });
  });
  tellBeyond(timed, warnings, duration);
  return timed;
}

/** Subtitles of a longer cut run on and on: they are told once, at the first line, and counted. */
function tellBeyond(timed: readonly { line: number; from: number }[], warnings: CueWarning[], duration: number | null): void {
  const beyond = duration === null ? [] : timed.filter(({ from }) => from >= duration);
  const [first] = beyond;
  if (first !== undefined) warn(warnings, first.line, 'beyond-end', { from: first.from, duration, count: beyond.length });
}

function startOf(cue: RawCue, before: Started | undefined, warnings: CueWarning[]): number {
  if (cue.from === null) return before?.to ?? 0;
  if (cue.from >= 0) return cue.from;
  warn(warnings, cue.line, 'negative-time', { from: cue.from });
  return 0;
}

function endOf(cue: RawCue, from: number, next: number | null, warnings: CueWarning[]): number {
  if (cue.to !== null && cue.to > from) return cue.to;
  const length = cue.words.join(' ').length / LETTERS_A_SECOND;
  const guess = from + Math.min(LONGEST_GUESS, Math.max(SHORTEST, length));
  const to = Math.round(Math.min(guess, next ?? guess) * 1000) / 1000;
  if (cue.from !== null && cue.to !== null) warn(warnings, cue.line, 'end-before-start', { from: cue.from, to: cue.to, now: to });
  return to;
}
