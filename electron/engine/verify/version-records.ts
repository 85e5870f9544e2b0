/** Links between versions, carried passages and pages found gone, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { RecordKind } from './record-kinds.ts';

type Raw = Database.Database;
type Shape = { [key: string]: Json };

const unchanged = (payload: Shape): Json => payload;

export const versionKinds: RecordKind[] = [
  {
    kind: 'version link',
    table: 'itemVersion',
    idColumn: 'id',
    actions: ['version.linked'],
    said: unchanged,
    now: rowOf('itemVersion', 'id'),
  },
  {
    kind: 'end of the version link',
    table: 'itemVersionEnd',
    idColumn: 'versionId',
    actions: ['version.unlinked'],
    // The entry also names the two items, for whoever reads the journal.
    said: ({ itemId: _item, earlierId: _earlier, ...end }) => end,
    now: rowOf('itemVersionEnd', 'versionId'),
  },
  {
    kind: 'carrying of the passage',
    table: 'passageCarry',
    idColumn: 'passageId',
    actions: ['passage.carried'],
    said: unchanged,
    now: rowOf('passageCarry', 'passageId'),
  },
  { kind: 'absence', table: 'absence', idColumn: 'id', actions: ['address.gone'], said: unchanged, now: absenceNow },
];

function rowOf(table: string, idColumn: string) {
  return (raw: Raw, id: string): Json => (raw.prepare(`SELECT * FROM ${table} WHERE ${idColumn} = ?`).get(id) ?? {}) as Shape;
}

function absenceNow(raw: Raw, id: string): Json {
  const row = rowOf('absence', 'id')(raw, id) as Shape;
  try {
    return { ...row, responseHeaders: JSON.parse(String(row['responseHeaders'])) as Json };
  } catch {
    return { ...row, unreadable: true }; // The headers were broken by hand.
  }
}
