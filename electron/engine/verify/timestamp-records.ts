/** Authorities and timestamps, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { Tables } from '../db/tables.ts';
import { sha256Of } from './check-chain.ts';
import type { RecordKind } from './record-kinds.ts';

type Raw = Database.Database;
const unchanged = (payload: { [key: string]: Json }): Json => payload;

export const timestampKinds: RecordKind[] = [
  { kind: 'timestamp authority', table: 'authority', idColumn: 'id', actions: ['authority.added'], said: unchanged, now: authorityNow },
  {
    kind: 'removal of timestamp authority',
    table: 'authorityEnd',
    idColumn: 'authorityId',
    actions: ['authority.removed'],
    said: unchanged,
    now: (raw, id) => ({ at: row<Tables['authorityEnd']>(raw, 'authorityEnd', 'authorityId', id).at }),
  },
  {
    kind: 'request for a timestamp',
    table: 'timestamp',
    idColumn: 'id',
    actions: ['timestamp.queued'],
    said: unchanged,
    now: (raw, id) => {
      const { sealId, authorityId, queuedAt } = row<Tables['timestamp']>(raw, 'timestamp', 'id', id);
      return { sealId, authorityId, queuedAt };
    },
  },
  { kind: 'timestamp', table: 'timestampToken', idColumn: 'timestampId', actions: ['timestamp.proved'], said: unchanged, now: tokenNow },
  { kind: 'failed timestamp', table: 'timestampFailure', idColumn: 'id', actions: ['timestamp.failed'], said: unchanged, now: failureNow },
];

function row<Row>(raw: Raw, table: string, column: string, id: string): Row {
  return raw.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).get(id) as Row;
}

function authorityNow(raw: Raw, id: string): Json {
  const authority = row<Tables['authority']>(raw, 'authority', 'id', id);
  return { ...authority, auto: authority.auto === 1 };
}

function askedOf(raw: Raw, timestampId: string): { sealId: string; authorityId: string } {
  const asked = raw.prepare('SELECT sealId, authorityId FROM timestamp WHERE id = ?').get(timestampId);
  return (asked ?? { sealId: '', authorityId: '' }) as { sealId: string; authorityId: string };
}

function tokenNow(raw: Raw, id: string): Json {
  const { timestampId, reply, trusted, ...token } = row<Tables['timestampToken']>(raw, 'timestampToken', 'timestampId', id);
  return { ...token, ...askedOf(raw, timestampId), sha256: sha256Of(reply), trusted: trusted === 1 };
}

function failureNow(raw: Raw, id: string): Json {
  const { id: _id, final, ...failure } = row<Tables['timestampFailure']>(raw, 'timestampFailure', 'id', id);
  return { ...failure, ...askedOf(raw, failure.timestampId), final: final === 1 };
}
