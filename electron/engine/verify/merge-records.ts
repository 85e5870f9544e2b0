/** Branches and conflicts of merges, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { RecordKind } from './record-kinds.ts';

type Shape = { [key: string]: Json };

const unchanged = (payload: Shape): Json => payload;
const unsettled = { settledAt: null, settledBy: null, choice: null, reason: null };

export const mergeKinds: RecordKind[] = [
  {
    kind: 'branch',
    table: 'branch',
    idColumn: 'id',
    actions: ['branch.kept'],
    said: unchanged,
    now: (raw, id) => raw.prepare('SELECT * FROM branch WHERE id = ?').get(id) as Shape,
  },
  {
    kind: 'conflict of a merge',
    table: 'mergeConflict',
    idColumn: 'id',
    actions: ['mergeConflict.found', 'mergeConflict.settled'],
    said: (payload) => ({ ...unsettled, ...payload }),
    now: conflictNow,
  },
];

function conflictNow(raw: Database.Database, id: string): Json {
  const row = raw.prepare('SELECT * FROM mergeConflict WHERE id = ?').get(id) as Shape;
  const json = (text: Json | undefined) => (typeof text === 'string' ? (JSON.parse(text) as Json) : null);
  const { base, ours, theirs, entries } = row;
  return { ...row, base: json(base), ours: json(ours), theirs: json(theirs), entries: json(entries) };
}
