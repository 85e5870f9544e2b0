import { sql } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { bury } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { dropSearchRow, putSearchRow } from '../search/search-row.ts';
import { searchRow, unique } from './create-passage.ts';
import { getPassage } from './list-passages.ts';

/** Changes what a person wrote beside a passage; what it marks never changes. */
export async function updatePassage(ctx: CaseContext, input: ParsedInput<'passages.update'>): Promise<Passage> {
  const { id, comment } = input;
  const { quote } = await getPassage(ctx, id);
  const tags = unique(input.tags);
  const updatedAt = ctx.ports.now().toISOString();
  await mutate(ctx, { action: 'passage.updated', subject: id, payload: { comment, tags, updatedAt } }, async (trx) => {
    await trx.updateTable('passage').set({ comment, updatedAt }).where('id', '=', id).execute();
    await trx.deleteFrom('passageTag').where('passageId', '=', id).execute();
    if (tags.length > 0)
      await trx
        .insertInto('passageTag')
        .values(tags.map((tag) => ({ passageId: id, tag })))
        .execute();
    await putSearchRow(trx, searchRow({ id, quote, comment }, tags));
  });
  return getPassage(ctx, id);
}

/** Takes a passage out of every list. Refused with `still-used` while a claim stands on it. */
export async function removePassage(ctx: CaseContext, { id, reason }: ParsedInput<'passages.remove'>): Promise<void> {
  const { count } = await ctx.read
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('passageId', '=', id)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (evidence.id, evidence.claimId))`)
    .executeTakeFirstOrThrow();
  if (count > 0) throw new HoldfastError('still-used', { kind: 'passage', id, by: 'claims', count });
  await bury(ctx, { kind: 'passage', id, reason }, (trx) => dropSearchRow(trx, { kind: 'passage', id }));
}
