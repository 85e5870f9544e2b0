/** A comparison as rows to look at: paragraphs, with long stretches that are the same folded away. Pure. */
import type { TextComparison, TextRun, WordRun } from '#shared/model/versions.ts';

/** `change` numbers the places where the texts differ, from 0; neighbouring rows that differ are one place. */
export type DiffRow =
  | { kind: 'same'; text: string; cut: number }
  | { kind: 'fold'; run: number; paragraphs: number }
  | { kind: 'removed' | 'added'; text: string; cut: number; change: number }
  | { kind: 'changed'; words: WordRun[]; change: number };

/** Paragraphs shown round a change. */
const CONTEXT = 2;
/** Folding fewer would save nothing. */
const LEAST_FOLDED = 3;
/** In UTF-16 code units; a paragraph of a megabyte would stop the window. The rest is told by number. */
const LONGEST = 6000;
/** Same words inside a long changed paragraph are shown this much on each side. */
const LONGEST_SAME = 400;

/** `text` is the newer text. `unfolded` are numbers of runs that the person asked to see whole. */
export function diffRows({ runs }: TextComparison, text: string, unfolded: ReadonlySet<number>): { rows: DiffRow[]; changes: number[] } {
  const rows: DiffRow[] = [];
  const changes: number[] = [];
  runs.forEach((run, index) => {
    if (run.kind === 'same')
      return rows.push(
        ...sameRows(run, text, { index, isFirst: index === 0, isLast: index === runs.length - 1, isOpen: unfolded.has(index) }),
      );
    const before = runs[index - 1];
    if (before === undefined || before.kind === 'same') changes.push(rows.length);
    const change = changes.length - 1;
    if (run.kind === 'changed') return rows.push({ kind: 'changed', words: shortened(run.words), change });
    return rows.push(...paragraphs(run.text).map((one) => ({ kind: run.kind, ...clipped(one), change })));
  });
  return { rows, changes };
}

type Same = Extract<TextRun, { kind: 'same' }>;

function sameRows(run: Same, text: string, at: { index: number; isFirst: boolean; isLast: boolean; isOpen: boolean }): DiffRow[] {
  const all = (lines: string[]): DiffRow[] => lines.map((line) => ({ kind: 'same', ...clipped(line) }));
  const head = at.isFirst ? 0 : CONTEXT;
  const tail = at.isLast ? 0 : CONTEXT;
  const lines = paragraphs(text.slice(run.toStart, run.toStart + run.length));
  const folded = lines.length - head - tail;
  if (at.isOpen || folded < LEAST_FOLDED) return all(lines);
  return [...all(lines.slice(0, head)), { kind: 'fold', run: at.index, paragraphs: folded }, ...all(lines.slice(lines.length - tail))];
}

function paragraphs(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g)?.map((line) => line.replace(/\n$/, '')) ?? [];
}

function clipped(line: string): { text: string; cut: number } {
  return line.length <= LONGEST ? { text: line, cut: 0 } : { text: line.slice(0, LONGEST), cut: line.length - LONGEST };
}

/** Same words far from every change, and the line feed at the end, say nothing. */
function shortened(words: WordRun[]): WordRun[] {
  const length = words.reduce((sum, word) => sum + word.text.length, 0);
  return words
    .map((word, index) => ({ ...word, text: index === words.length - 1 ? word.text.replace(/\n$/, '') : word.text }))
    .filter((word) => word.text !== '')
    .map((word) => (length <= LONGEST ? word : { ...word, text: middleCut(word.text) }));
}

function middleCut(text: string): string {
  return text.length <= 2 * LONGEST_SAME ? text : `${text.slice(0, LONGEST_SAME)} … ${text.slice(-LONGEST_SAME)}`;
}
