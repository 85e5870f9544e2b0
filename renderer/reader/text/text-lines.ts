import type { TextRange } from '#shared/anchoring/find-matches.ts';

/** Lines of a text with their offsets, empty ones left out; none longer than `most` code units, so that each can be laid out alone. */
export function textLines(text: string, within: TextRange = { start: 0, end: text.length }, most = 20_000): TextRange[] {
  const lines: TextRange[] = [];
  for (let start = within.start; start < within.end;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > within.end ? within.end : found;
    for (let at = start; at < end;) {
      const to = cut(text, Math.min(at + most, end));
      lines.push({ start: at, end: to });
      at = to;
    }
    start = end + 1;
  }
  return lines.filter((line) => text.slice(line.start, line.end).trim() !== '');
}

function cut(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

/** Index of the line that holds an offset, or the next one. */
export function lineAt(lines: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = Math.max(0, lines.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
