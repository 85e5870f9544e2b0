/** What typing does to the lines of a draft. Pure; times in seconds. */
import type { DraftLine } from '#shared/model/transcripts.ts';

export type Lines = readonly DraftLine[];
/** Lines, and the one to be in next with the place of the caret. */
export type Typed = { lines: Lines; at: number; caret: number };

const blank = (from: number | null): DraftLine => ({ from, to: null, text: '', speaker: null });
const millisecond = (seconds: number) => Math.round(Math.max(0, seconds) * 1000) / 1000;

/** The first letter of a line without a time takes the time it is typed at. */
export function typeIn(lines: Lines, at: number, text: string, now: number): Lines {
  return change(lines, at, (line) => ({ ...line, text, from: line.from ?? (text.trim() === '' ? null : millisecond(now)) }));
}

/**
 * Enter: the line ends here and the next begins, where the recording is now. In the middle of its words the line is
 * cut in two. A line that has its end keeps it, and the next one is gone to.
 */
export function endLine(lines: Lines, at: number, caret: number, now: number): Typed {
  const line = lines[at]!;
  const isCut = caret < line.text.trimEnd().length && caret > 0;
  const time = millisecond(now);
  const isInside = line.from !== null && time > line.from && (line.to === null || time < line.to);
  if (isCut) {
    const first = { ...line, text: line.text.slice(0, caret).trimEnd(), to: isInside ? time : null };
    const second = { ...line, text: line.text.slice(caret).trimStart(), from: isInside ? time : null, to: line.to };
    return { lines: [...lines.slice(0, at), first, second, ...lines.slice(at + 1)], at: at + 1, caret: 0 };
  }
  if (at < lines.length - 1)
    return { lines: line.to === null && isInside ? change(lines, at, (one) => ({ ...one, to: time })) : lines, at: at + 1, caret: 0 };
  if (line.text.trim() === '') return { lines, at, caret };
  const ended = { ...line, from: line.from ?? time, to: line.to ?? (isInside ? time : null) };
  return { lines: [...lines.slice(0, at), ended, blank(ended.to)], at: at + 1, caret: 0 };
}

/** Backspace at the start: an empty line goes, another joins the one before. */
export function joinLine(lines: Lines, at: number): Typed | null {
  const [before, line] = [lines[at - 1], lines[at]];
  if (before === undefined || line === undefined) return null;
  const space = before.text === '' || line.text === '' ? '' : ' ';
  const joined = {
    ...before,
    text: `${before.text}${space}${line.text}`,
    to: line.text.trim() === '' ? before.to : (line.to ?? before.to),
  };
  return { lines: [...lines.slice(0, at - 1), joined, ...lines.slice(at + 1)], at: at - 1, caret: before.text.length + space.length };
}

/** The line starts at the time given; the one before ends there if it ended where this began, or would run over. */
export function startAt(lines: Lines, at: number, time: number): Lines {
  const from = millisecond(time);
  const old = lines[at]?.from ?? null;
  return lines.map((line, index) => {
    if (index === at) return { ...line, from, to: line.to !== null && line.to <= from ? null : line.to };
    const meets = index === at - 1 && line.to !== null && (line.to === old || line.to > from) && line.from !== null && from > line.from;
    return meets ? { ...line, to: from } : line;
  });
}

export function nudge(lines: Lines, at: number, by: number): Lines {
  const from = lines[at]?.from ?? null;
  return from === null ? lines : startAt(lines, at, from + by);
}

/** What stands in the way of keeping: how many lines have words and no time; whether there are any words. */
export function missing(lines: Lines): { untimed: number; spoken: number } {
  const spoken = lines.filter(({ text }) => text.trim() !== '');
  return { untimed: spoken.filter(({ from }) => from === null).length, spoken: spoken.length };
}

export const withLine = (lines: Lines): Lines => (lines.length === 0 ? [blank(null)] : lines);

function change(lines: Lines, at: number, act: (line: DraftLine) => DraftLine): Lines {
  return lines.map((line, index) => (index === at ? act(line) : line));
}
