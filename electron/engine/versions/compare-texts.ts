/**
 * How one text differs from another: by paragraph first, then by word inside paragraphs that both have. Pure, and
 * bounded: a megabyte of text on each side takes seconds at most, whatever is in it.
 */
import { diffArrays } from 'diff';
import type { TextComparison, TextRun } from '#shared/model/versions.ts';
import { compareWords } from './compare-words.ts';
import { pairParagraphs } from './pair-paragraphs.ts';

/** Insertions and deletions after which a stretch is shown as replaced. Work grows with the square of it. */
const MOST_EDITS = 4000;
/** A guard for machines much slower than the one the bound was chosen on; the bound above is what usually ends it. */
const TIME_LIMIT_MS = 4000;

type Chunk = { kind: 'same' | 'removed' | 'added'; count: number };

export function compareTexts(from: string, to: string): TextComparison {
  const [a, b] = [paragraphsOf(from), paragraphsOf(to)];
  const chunks = diffParagraphs(a, b);
  const runs = new RunWriter(a, b);
  for (const chunk of chunks ?? replaced(a, b)) runs.take(chunk);
  return { ...runs.end(), coarse: chunks === null };
}

/** Lines with their line feeds: put together they are the text again. */
export function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Null when the texts differ too much to be compared in the time there is. */
function diffParagraphs(a: string[], b: string[]): Chunk[] | null {
  const numbers = new Map<string, number>();
  const numbered = (paragraph: string) => {
    const known = numbers.get(paragraph) ?? numbers.size;
    numbers.set(paragraph, known);
    return known;
  };
  const changes = diffArrays(a.map(numbered), b.map(numbered), { maxEditLength: MOST_EDITS, timeout: TIME_LIMIT_MS });
  return (
    changes?.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', count: value.length })) ?? null
  );
}

/** The plain answer: what both begin and end with is the same, and the middle of one takes the place of the other's. */
function replaced(a: string[], b: string[]): Chunk[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [
    { kind: 'same', count: head },
    { kind: 'removed', count: a.length - head - tail },
    { kind: 'added', count: b.length - head - tail },
    { kind: 'same', count: tail },
  ];
}

/** Turns chunks into runs; what was removed and added at one place is held back until it can be paired. */
class RunWriter {
  private readonly runs: TextRun[] = [];
  private readonly counts = { added: 0, removed: 0, changed: 0, same: 0 };
  private readonly held: { removed: string[]; added: string[] } = { removed: [], added: [] };
  private readonly at = { a: 0, b: 0, from: 0, to: 0 };
  private readonly a: string[];
  private readonly b: string[];

  constructor(a: string[], b: string[]) {
    this.a = a;
    this.b = b;
  }

  take({ kind, count }: Chunk): void {
    if (count === 0) return;
    if (kind === 'removed') this.held.removed.push(...this.next('a', count));
    else if (kind === 'added') this.held.added.push(...this.next('b', count));
    else {
      this.release();
      const length = this.next('a', count).reduce((sum, paragraph) => sum + paragraph.length, 0);
      this.at.b += count;
      this.counts.same += count;
      this.runs.push({ kind: 'same', fromStart: this.at.from, toStart: this.at.to, length, paragraphs: count });
      this.at.from += length;
      this.at.to += length;
    }
  }

  end(): Omit<TextComparison, 'coarse'> {
    this.release();
    return { runs: this.runs, ...this.counts };
  }

  private next(side: 'a' | 'b', count: number): string[] {
    const start = this.at[side];
    this.at[side] += count;
    return this[side].slice(start, start + count);
  }

  private release(): void {
    const { removed, added } = this.held;
    for (const { from, to } of pairParagraphs(removed, added)) this.write(from, to);
    this.held.removed = [];
    this.held.added = [];
  }

  private write(from: string | null, to: string | null): void {
    const { from: fromStart, to: toStart } = this.at;
    if (from !== null && to !== null) {
      this.counts.changed += 1;
      this.runs.push({ kind: 'changed', fromStart, toStart, words: compareWords(from, to) });
    } else if (from !== null) {
      this.counts.removed += 1;
      this.join({ kind: 'removed', fromStart, text: from });
    } else if (to !== null) {
      this.counts.added += 1;
      this.join({ kind: 'added', toStart, text: to });
    }
    this.at.from += from?.length ?? 0;
    this.at.to += to?.length ?? 0;
  }

  /** Neighbouring paragraphs of one kind are one run. */
  private join(run: Extract<TextRun, { text: string }>): void {
    const last = this.runs.at(-1);
    if (last?.kind === run.kind) (last as { text: string }).text += run.text;
    else this.runs.push(run);
  }
}
