/** The words that items, passages and claims are found by, put anew for things whose rows were written from the journal. */
import type { Transaction } from 'kysely';
import { claimFields } from '#shared/model/claims.ts';
import { putClaimSearchRow } from '../claims/claim-search.ts';
import { readClaim } from '../claims/read-claims.ts';
import type { Tables } from '../db/tables.ts';
import { itemSearchRow } from '../items/item-search-row.ts';
import { searchRow } from '../passages/create-passage.ts';
import { dropSearchRow, putSearchRow } from '../search/search-row.ts';

export const foundKinds = ['item', 'passage', 'claim'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Removed things are found by nothing. */
export async function indexThing(trx: Transaction<Tables>, kind: FoundKind, id: string): Promise<void> {
  const gone = await trx.selectFrom('tombstone').select('subject').where('subject', '=', id).executeTakeFirst();
  if (gone !== undefined) return dropSearchRow(trx, { kind, id });
  if (kind === 'item') return putSearchRow(trx, await itemSearchRow(trx, id));
  if (kind === 'claim') {
    const claim = await readClaim(trx, id);
    if (claim !== null) await putClaimSearchRow(trx, id, claimFields.parse(claim));
    return;
  }
  const passage = await trx.selectFrom('passage').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const tags = await trx.selectFrom('passageTag').select('tag').where('passageId', '=', id).orderBy('tag').execute();
  await putSearchRow(
    trx,
    searchRow(
      passage,
      tags.map(({ tag }) => tag),
    ),
  );
}

/** Everything of a case, in steps that let others run. */
export async function indexEverything(trx: Transaction<Tables>): Promise<void> {
  for (const kind of foundKinds)
    for (const { id } of await trx.selectFrom(kind).select('id').orderBy('id').execute()) await indexThing(trx, kind, id);
}
