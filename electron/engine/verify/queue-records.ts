/** The capture queue, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { Tables } from '../db/tables.ts';
import { entryPayload } from '../queue/entry-row.ts';
import type { RecordKind } from './record-kinds.ts';

type Raw = Database.Database;

export const queueKinds: RecordKind[] = [
  {
    kind: 'queue entry',
    table: 'queueEntry',
    idColumn: 'id',
    actions: ['queue.added', 'queue.attempted', 'queue.done', 'queue.failed', 'queue.cancelled', 'queue.retried', 'queue.cleared'],
    said: (payload) => payload,
    now: entryNow,
  },
  {
    kind: 'state of the queue',
    table: 'queueAsked',
    idColumn: 'caseId',
    actions: ['queue.asked'],
    said: (payload) => payload,
    now: askedNow,
  },
];

function entryNow(raw: Raw, id: string): Json {
  const row = raw.prepare('SELECT * FROM queueEntry WHERE id = ?').get(id) as Tables['queueEntry'];
  try {
    return entryPayload(row);
  } catch {
    return { unreadable: true }; // A JSON column was broken by hand.
  }
}

function askedNow(raw: Raw, id: string): Json {
  const row = raw.prepare('SELECT * FROM queueAsked WHERE caseId = ?').get(id) as Tables['queueAsked'];
  try {
    return { ...row, error: row.error === null ? null : (JSON.parse(row.error) as Json) };
  } catch {
    return { unreadable: true };
  }
}
