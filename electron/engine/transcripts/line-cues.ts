import { HoldfastError } from '#shared/errors.ts';
import type { DraftLine } from '#shared/model/transcripts.ts';
import type { Cue } from '../text/cue-text.ts';

/** Letters read aloud in a second, for a last line whose end nobody set. */
const LETTERS_A_SECOND = 14;
const LONGEST_GUESS = 10;

/**
 * Lines a person typed as cues in the order of their time. Blank ones are left out; an end that was not set is the
 * start of the next line, or what reading it takes. Throws `wrong-input` naming the line (from 1) that has no time.
 */
export function lineCues(lines: readonly DraftLine[]): Cue[] {
  const spoken = lines.map((line, index) => ({ ...line, nth: index + 1, text: oneLine(line.text) })).filter(({ text }) => text !== '');
  if (spoken.length === 0) throw wrong('lines', 'holds no words');
  const timed = spoken.map((line) => {
    if (line.from === null) throw wrong('lines', `has no time on line ${line.nth}`);
    if (line.to !== null && line.to <= line.from) throw wrong('lines', `ends before it starts on line ${line.nth}`);
    return { ...line, from: line.from };
  });
  timed.sort((a, b) => a.from - b.from || a.nth - b.nth);
  return timed.map(({ from, to, text, speaker }, index) => ({ from, to: to ?? endOf(from, text, timed[index + 1]?.from), text, speaker }));
}

function endOf(from: number, text: string, next: number | undefined): number {
  const guess = from + Math.min(LONGEST_GUESS, Math.max(1, text.length / LETTERS_A_SECOND));
  return Math.round((next !== undefined && next > from ? Math.min(next, guess) : guess) * 1000) / 1000;
}

/** A line of a text is one line of it: the map leads from each to its seconds. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

export function wrong(field: string, problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'transcripts.keep', field, problem });
}
