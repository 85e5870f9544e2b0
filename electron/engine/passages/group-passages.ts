import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { itemTitle, narrowPassages } from './narrow-passages.ts';

const MOST = 1000;

/** How many passages each source or tag has, the most first. A passage with two tags counts for both. */
export async function groupPassages(
  ctx: CaseContext,
  { by, ...asked }: ParsedInput<'passages.groups'>,
): Promise<CallOutput<'passages.groups'>> {
  const base = await narrowPassages(ctx, asked);
  const count = sql<number>`count(*)`;
  const groups =
    by === 'item'
      ? await base
          .select(['passage.itemId as key', itemTitle.as('label'), count.as('count')])
          .groupBy('passage.itemId')
          .orderBy('count', 'desc')
          .orderBy('label')
          .limit(MOST)
          .execute()
      : await base
          .innerJoin('passageTag', 'passageTag.passageId', 'passage.id')
          .select(['passageTag.tag as key', 'passageTag.tag as label', count.as('count')])
          .groupBy('passageTag.tag')
          .orderBy('count', 'desc')
          .orderBy('label')
          .limit(MOST)
          .execute();
  return { groups };
}
