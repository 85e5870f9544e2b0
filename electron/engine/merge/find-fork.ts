import { HoldfastError } from '#shared/errors.ts';
import type { Raw } from '../rebuild/raw-rows.ts';
import type { JournalCopy } from './journal-copy.ts';

export type Fork = {
  /** Both journals are the same up to this number. */
  shared: number;
  /** Where the new branch goes on from: there, or the end of an earlier branch of the same copy. */
  from: { seq: number; hash: string };
  /** The other copy holds nothing that was not merged before. */
  isKnown: boolean;
};

/** @throws HoldfastError merge-unrelated when the two share no entry */
export function findFork(raw: Raw, ours: JournalCopy, theirs: JournalCopy, path: string): Fork {
  const shared = sharedLength(ours, theirs);
  const last = ours.entries[shared - 1];
  if (last === undefined) throw new HoldfastError('merge-unrelated', { path, problem: 'the two journals share no entry' });
  const branches = raw.prepare('SELECT headSeq AS seq, headHash AS hash FROM branch ORDER BY headSeq DESC').all() as Fork['from'][];
  const goesOn = branches.find(({ seq, hash }) => seq > shared && theirs.entries[seq - 1]?.hash === hash);
  const from = goesOn ?? { seq: last.seq, hash: last.hash };
  const merged = raw.prepare('SELECT 1 FROM branchEntry WHERE seq = ? AND hash = ?').get(theirs.head.seq, theirs.head.hash);
  return { shared, from, isKnown: theirs.entries.length === shared || merged !== undefined };
}

/** Equal hashes mean equal journals up to there, because each hash holds the one before. */
function sharedLength(ours: JournalCopy, theirs: JournalCopy): number {
  let [low, high] = [0, Math.min(ours.entries.length, theirs.entries.length)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ours.entries[middle - 1]?.hash === theirs.entries[middle - 1]?.hash) low = middle;
    else high = middle - 1;
  }
  return low;
}
