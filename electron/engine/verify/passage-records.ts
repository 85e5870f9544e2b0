/** Links between passages and colours of tags, for the comparison of rows with the journal. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';
import type { RecordKind } from './record-kinds.ts';

type Shape = { [key: string]: Json };

const unchanged = (payload: Shape): Json => payload;

export const passageKinds: RecordKind[] = [
  {
    kind: 'link between passages',
    table: 'passageLink',
    idColumn: 'id',
    actions: ['passageLink.created'],
    said: unchanged,
    now: rowOf('passageLink', 'id'),
  },
  {
    kind: 'colour of the tag',
    table: 'tagColour',
    idColumn: 'tag',
    actions: ['tag.coloured'],
    said: unchanged,
    now: rowOf('tagColour', 'tag'),
  },
];

function rowOf(table: string, idColumn: string) {
  return (raw: Database.Database, id: string): Json => (raw.prepare(`SELECT * FROM ${table} WHERE ${idColumn} = ?`).get(id) ?? {}) as Shape;
}
