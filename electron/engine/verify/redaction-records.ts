/** Redactions and their copies, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { Tables } from '../db/tables.ts';
import type { RecordKind } from './record-kinds.ts';

type Raw = Database.Database;

export const redactionKinds: RecordKind[] = [
  { kind: 'redaction', table: 'redaction', idColumn: 'id', actions: ['redaction.made'], said: (payload) => payload, now: redactionNow },
];

function redactionNow(raw: Raw, id: string): Json {
  const row = raw.prepare('SELECT * FROM redaction WHERE id = ?').get(id) as Tables['redaction'];
  const copies = raw.prepare('SELECT fileId FROM redactedCopy WHERE redactionId = ? ORDER BY fileId').pluck().all(id) as string[];
  try {
    return { ...row, regions: JSON.parse(row.regions) as Json, covered: JSON.parse(row.covered) as Json, copies };
  } catch {
    return { unreadable: true }; // A JSON column was broken by hand.
  }
}
