import type { TextRange } from '#shared/anchoring/find-matches.ts';
import type { LineKind, PagePicture, PageStructure } from '#shared/model/page-structure.ts';
import { textLines } from '../text/text-lines.ts';

type Emphasis = PageStructure['emphasis'][number];
const plain: LineKind = { kind: 'plain' };

/** One row of the reading view: a line of the text with what it is, a picture's place, or where the rest of the page begins. */
export type ReadingRow =
  | (TextRange & { row: 'line'; is: LineKind; quoted: boolean; emphasis: readonly Emphasis[] })
  | (PagePicture & { row: 'picture' })
  | { row: 'rest'; lines: number };

export const noStructure: PageStructure = { lines: [], emphasis: [], pictures: [] };

/**
 * The rows of a page: the article first, then what else is on the page, when it is opened. Each character of the text
 * that is not white space stands in exactly one line.
 */
export function readingRows(text: string, structure: PageStructure, article: TextRange | null, isRestOpen: boolean): ReadingRow[] {
  const whole = { start: 0, end: text.length };
  if (article === null) return rowsWithin(text, structure, whole);
  const before = rowsWithin(text, structure, { start: 0, end: article.start });
  const after = rowsWithin(text, structure, { start: article.end, end: text.length });
  const lines = [...before, ...after].filter(({ row }) => row === 'line').length;
  const rest: ReadingRow[] = lines === 0 ? [] : [{ row: 'rest', lines }, ...(isRestOpen ? [...before, ...after] : [])];
  return [...rowsWithin(text, structure, article), ...rest];
}

function rowsWithin(text: string, { lines, emphasis, pictures }: PageStructure, within: TextRange): ReadingRow[] {
  const rows: ReadingRow[] = [];
  const [kinds, marks, shown] = [cursor(lines), cursor(emphasis), cursor(pictures.map((one) => ({ ...one, ...placeOf(text, one.at) })))];
  shown.skipTo(within.start);
  for (const line of textLines(text, within)) {
    for (const { start: _start, end: _end, ...picture } of shown.before(line.start + 1)) rows.push({ ...picture, row: 'picture' });
    const found = kinds.at(line.start);
    rows.push({ ...line, row: 'line', is: found?.is ?? plain, quoted: found?.quoted ?? false, emphasis: marks.within(line) });
  }
  // A picture after the last word stands at the very end of the text.
  const end = within.end === text.length ? within.end + 1 : within.end;
  for (const { start: _start, end: _end, ...picture } of shown.before(end)) rows.push({ ...picture, row: 'picture' });
  return rows;
}

/** A picture between two lines belongs to the one after it, as a lead picture to its article. */
function placeOf(text: string, at: number): TextRange {
  const start = text[at] === '\n' ? at + 1 : at;
  return { start, end: start + 1 };
}

/** Walks sorted ranges once, forward. */
function cursor<Range extends TextRange>(ranges: readonly Range[]) {
  let next = 0;
  const skipTo = (offset: number) => {
    while (next < ranges.length && ranges[next]!.end <= offset) next++;
  };
  return {
    skipTo,
    at(offset: number): Range | null {
      skipTo(offset);
      const range = ranges[next];
      return range !== undefined && range.start <= offset ? range : null;
    },
    before(offset: number): Range[] {
      const from = next;
      while (next < ranges.length && ranges[next]!.start < offset) next++;
      return ranges.slice(from, next);
    },
    within({ start, end }: TextRange): Range[] {
      skipTo(start);
      const found: Range[] = [];
      for (let at = next; at < ranges.length && ranges[at]!.start < end; at++) found.push(ranges[at]!);
      return found;
    },
  };
}

/** Index of the row that shows an offset, or -1 when it is folded away. */
export function rowOf(rows: readonly ReadingRow[], offset: number): number {
  return rows.findIndex((row) => row.row === 'line' && row.start <= offset && offset < row.end);
}

/** A line apart at the ends of what is emphasised in it. */
export function emphasisedParts(line: TextRange, emphasis: readonly Emphasis[]): (TextRange & { as: Emphasis['as'] | null })[] {
  const parts: (TextRange & { as: Emphasis['as'] | null })[] = [];
  let at = line.start;
  for (const { start, end, as } of emphasis) {
    const from = Math.max(at, start);
    const to = Math.min(line.end, end);
    if (to <= from) continue;
    if (from > at) parts.push({ start: at, end: from, as: null });
    parts.push({ start: from, end: to, as });
    at = to;
  }
  if (at < line.end) parts.push({ start: at, end: line.end, as: null });
  return parts;
}
