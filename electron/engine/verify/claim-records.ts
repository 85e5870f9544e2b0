/** Claims, evidence, parties and incidents, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import { toClaims } from '../claims/claim-rows.ts';
import type { Tables } from '../db/tables.ts';
import type { RecordKind } from './record-kinds.ts';

type Raw = Database.Database;
type Shape = { [key: string]: Json };

/** `changed` tells a reader of the journal what an update was about; `evidence` has records of its own. */
export const recordSaid = ({ changed: _changed, evidence: _evidence, ...fields }: Shape): Json => fields;

export const claimKinds: RecordKind[] = [
  { kind: 'claim', table: 'claim', idColumn: 'id', actions: ['claim.created', 'claim.updated'], said: recordSaid, now: claimNow },
  {
    kind: 'party',
    table: 'party',
    idColumn: 'id',
    actions: ['party.created', 'party.updated'],
    said: recordSaid,
    now: (raw, id) => rowNow(raw, 'party', id, ['aliases']),
  },
  {
    kind: 'incident',
    table: 'incident',
    idColumn: 'id',
    actions: ['incident.created', 'incident.updated'],
    said: recordSaid,
    now: (raw, id) => rowNow(raw, 'incident', id, ['place']),
  },
];

function claimNow(raw: Raw, id: string): Json {
  const all = <Row>(table: string, order: string) =>
    raw.prepare(`SELECT * FROM ${table} WHERE claimId = ? ORDER BY ${order}`).all(id) as Row[];
  const row = raw.prepare('SELECT * FROM claim WHERE id = ?').get(id) as Tables['claim'];
  const parts = {
    quantities: all<Tables['claimQuantity']>('claimQuantity', 'position'),
    breakdowns: all<Tables['claimBreakdown']>('claimBreakdown', 'quantity, position'),
    via: all<Tables['claimVia']>('claimVia', 'position'),
    parties: all<Tables['claimParty']>('claimParty', 'position'),
  };
  try {
    const [claim] = toClaims([row], parts, []);
    const { evidence: _evidence, ...fields } = claim ?? { evidence: [] };
    return fields;
  } catch {
    return { unreadable: true }; // A JSON column was broken by hand.
  }
}

function rowNow(raw: Raw, table: 'party' | 'incident', id: string, jsonColumns: string[]): Json {
  const row = (raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? {}) as Shape;
  try {
    const parsed = jsonColumns.map((column) => [column, JSON.parse(String(row[column])) as Json]);
    return { ...row, ...(Object.fromEntries(parsed) as Shape) };
  } catch {
    return { ...row, unreadable: true };
  }
}

/** A link's own entry, or its place in the entry of the claim it was made with. Entries that are no JSON are told by the chain. */
export const EVIDENCE_SAID = `
  WITH readable AS (SELECT seq, subject, action, payload FROM journal WHERE action IN ('evidence.linked', 'claim.created') AND json_valid(payload))
  SELECT j.seq, j.subject AS id, j.payload AS payload FROM readable j WHERE j.action = 'evidence.linked'
  UNION ALL
  SELECT j.seq, link.value ->> 'id', link.value FROM readable j, json_each(j.payload, '$.evidence') link WHERE j.action = 'claim.created'`;
