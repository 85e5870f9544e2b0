import type { JournalEntry } from '#shared/model/journal.ts';

/** What one act of a person wrote into the journal. */
export type Group = readonly JournalEntry[];

/** As many acts as can be gone back. */
const MOST = 200;

/** The acts that can be taken back and done again, since the case was opened. What they did stands in the journal. */
export class UndoStacks {
  private done: Group[] = [];
  private undone: Group[] = [];

  /** A new act: what was taken back before it cannot be done again. */
  acted(group: Group): void {
    this.done = [...this.done.slice(1 - MOST), group];
    this.undone = [];
  }

  /** The act that would be taken back or done again next. */
  next(way: 'undo' | 'redo'): Group | null {
    return (way === 'undo' ? this.done : this.undone).at(-1) ?? null;
  }

  /** The next act was turned round by `by`, which now stands on the other side. */
  turned(way: 'undo' | 'redo', by: Group): void {
    const [from, to] = way === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    from.pop();
    if (by.length > 0) to.push(by);
  }
}
