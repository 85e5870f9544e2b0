import type { Kysely, Transaction } from 'kysely';
import { toErrorData } from '#shared/errors.ts';
import { putClaimSearchRow } from '../claims/claim-search.ts';
import { getClaim } from '../claims/read-claims.ts';
import type { Tables } from '../db/tables.ts';
import { itemSearchRow } from '../items/item-search-row.ts';
import { searchRow } from '../passages/create-passage.ts';
import { putSearchRow } from '../search/search-row.ts';

/** Puts the words of everything that is there into the search index, in the transaction that makes the salvaged case. */
export async function reindex(trx: Transaction<Tables>): Promise<void> {
  for (const id of await living(trx, 'item')) await putSearchRow(trx, await itemSearchRow(trx, id));
  for (const id of await living(trx, 'passage')) {
    const passage = await trx.selectFrom('passage').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const tags = await trx.selectFrom('passageTag').select('tag').where('passageId', '=', id).execute();
    await putSearchRow(trx, searchRow(passage, tags.map(({ tag }) => tag))); // prettier-ignore
  }
  for (const id of await living(trx, 'claim')) await indexClaim(trx, id);
}

/** A claim that lost rows it needs cannot be read; it is named in the report and not found by words. */
async function indexClaim(trx: Transaction<Tables>, id: string): Promise<void> {
  try {
    await putClaimSearchRow(trx, id, await getClaim({ read: trx }, id));
  } catch (error) {
    if (toErrorData(error).code === 'disk-full') throw error;
  }
}

async function living(db: Kysely<Tables>, table: 'item' | 'passage' | 'claim'): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', 'not in', db.selectFrom('tombstone').select('subject'))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
