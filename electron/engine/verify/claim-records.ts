/** Claims, evidence, parties and incidents, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Selectable } from 'kysely';
import type { Json } from '#shared/model/primitives.ts';
import { claimDefaults, toClaims } from '../claims/claim-rows.ts';
import type { Tables } from '../db/tables.ts';
import { incidentDefaults } from '../incidents/incident-rows.ts';
import { partyDefaults } from '../parties/read-parties.ts';
import type { RecordKind } from './record-kinds.ts';

type Raw = Database.Database;
type Shape = { [key: string]: Json };

/** `changed` tells a reader of the journal what an update was about; `evidence` has records of its own. */
export const recordSaid = ({ changed: _changed, why: _why, evidence: _evidence, ...fields }: Shape): Json => fields;
const saidWith =
  (defaults: Shape) =>
  (payload: Shape): Json =>
    recordSaid({ ...defaults, ...payload });

const writtenOnce = [
  ['claimLink', 'relation between claims'],
  ['incidentLink', 'relation between incidents'],
  ['partyLink', 'relation between parties'],
  ['partyMerge', 'merge of a party'],
  ['grade', 'grade'],
  ['settlement', 'settled contradiction'],
] as const;

export const claimKinds: RecordKind[] = [
  {
    kind: 'claim',
    table: 'claim',
    idColumn: 'id',
    actions: ['claim.created', 'claim.updated'],
    said: saidWith(claimDefaults),
    now: claimNow,
  },
  {
    kind: 'party',
    table: 'party',
    idColumn: 'id',
    actions: ['party.created', 'party.updated'],
    said: saidWith(partyDefaults),
    now: (raw, id) => rowNow(raw, 'party', id, ['aliases', 'extra']),
  },
  {
    kind: 'incident',
    table: 'incident',
    idColumn: 'id',
    actions: ['incident.created', 'incident.updated'],
    said: saidWith(incidentDefaults),
    now: incidentNow,
  },
  ...writtenOnce.map(([table, kind]) => ({
    kind,
    table,
    idColumn: 'id',
    actions: [`${table}.created`] as [string],
    said: recordSaid,
    now: (raw: Raw, id: string) => rowNow(raw, table, id, []),
  })),
  {
    kind: 'term',
    table: 'vocabularyTerm',
    idColumn: 'id',
    actions: ['vocabularyTerm.created', 'vocabularyTerm.updated'],
    said: recordSaid,
    now: (raw, id) => rowNow(raw, 'vocabularyTerm', id, ['words']),
  },
  {
    kind: 'field of the case',
    table: 'fieldDefinition',
    idColumn: 'id',
    actions: ['fieldDefinition.created', 'fieldDefinition.updated'],
    said: recordSaid,
    now: (raw, id) => rowNow(raw, 'fieldDefinition', id, ['options']),
  },
];

function incidentNow(raw: Raw, id: string): Json {
  const parties = raw.prepare('SELECT partyId, role FROM incidentParty WHERE incidentId = ? ORDER BY position').all(id) as Shape[];
  return { ...(rowNow(raw, 'incident', id, ['place', 'secondaryPlaces', 'extra']) as Shape), parties };
}

function claimNow(raw: Raw, id: string): Json {
  const all = <Row>(table: string, order: string) =>
    raw.prepare(`SELECT * FROM ${table} WHERE claimId = ? ORDER BY ${order}`).all(id) as Row[];
  const row = raw.prepare('SELECT * FROM claim WHERE id = ?').get(id) as Selectable<Tables['claim']>;
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

function rowNow(raw: Raw, table: string, id: string, jsonColumns: string[]): Json {
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
