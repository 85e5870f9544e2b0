/** Was the clock of the machine set back between entries? Fed one entry after the other, oldest first. */
import { makeFinding } from '#shared/finding-words.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Finding } from '#shared/model/proof.ts';

/** Clocks that are kept by the network are corrected by less; milliseconds. */
export const CLOCK_SLACK = 2000;

export class ClockCheck {
  readonly findings: Finding[] = [];
  #before: string | null = null;

  /** Compares with the entry before, so that one setting back is told once. */
  add({ seq, at }: Pick<JournalEntry, 'seq' | 'at'>): void {
    const before = this.#before;
    this.#before = at;
    if (before === null || !clockRanBack(before, at)) return;
    const seconds = Math.round((Date.parse(before) - Date.parse(at)) / 1000);
    this.findings.push(makeFinding('clock-back', String(seq), { facts: { before, at, seconds } }));
  }
}

export function clockRanBack(before: string, at: string): boolean {
  return Date.parse(before) - Date.parse(at) > CLOCK_SLACK;
}
