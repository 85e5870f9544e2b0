import type { TextRange } from '#shared/anchoring/find-matches.ts';

/** What stands for withheld words: always as long, so that it does not tell how long they were. */
export const block = '█████';

/** Ranges in order, those that touch or overlap as one. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Ranges that only white space parts are one too, so that the number of withheld words is not told. */
export function joinOverSpaces(text: string, ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of mergeRanges(ranges)) {
    const last = joined.at(-1);
    if (last !== undefined && /^[^\S\n]*$/.test(text.slice(last.end, range.start))) last.end = range.end;
    else joined.push({ ...range });
  }
  return joined;
}

/** The text with one block for each range; all else stays letter for letter. */
export function withholdWords(text: string, ranges: readonly TextRange[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ranges) {
    out += text.slice(at, start) + block;
    at = end;
  }
  return out + text.slice(at);
}
