import type { Transaction } from 'kysely';
import type { SearchHit } from '#shared/model/search.ts';
import type { Tables } from '../db/tables.ts';
import { foldsOf } from './fold-word.ts';

type Key = { kind: SearchHit['kind']; id: string };

/** Puts or replaces the words a thing is found by; called in the transaction that changes the thing. */
export async function putSearchRow(trx: Transaction<Tables>, row: Key & { title: string; body: string }): Promise<void> {
  await dropSearchRow(trx, row);
  const inserted = await trx
    .insertInto('searchIndex')
    .values({ ...row, folds: foldsOf(`${row.title}\n${row.body}`) })
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('searchRow')
    .values({ kind: row.kind, id: row.id, indexRow: Number(inserted.insertId) })
    .execute();
}

export async function dropSearchRow(trx: Transaction<Tables>, key: Key): Promise<void> {
  const found = await trx
    .selectFrom('searchRow')
    .select('indexRow')
    .where('kind', '=', key.kind)
    .where('id', '=', key.id)
    .executeTakeFirst();
  if (found === undefined) return;
  await trx.deleteFrom('searchIndex').where('rowid', '=', found.indexRow).execute();
  await trx.deleteFrom('searchRow').where('kind', '=', key.kind).where('id', '=', key.id).execute();
}
