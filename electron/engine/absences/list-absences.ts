import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { Absence } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';

/** Every time an address was found gone, the newest first. */
export async function listAbsences(
  ctx: CaseContext,
  { limit, offset }: ParsedInput<'absences.list'>,
): Promise<CallOutput<'absences.list'>> {
  const { total } = await ctx.read
    .selectFrom('absence')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await ctx.read
    .selectFrom('absence')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows: rows.map(toAbsence), total };
}

/** Shown beside an item; a link that was dead a hundred times is told by its newest and by `absences.list`. */
const MOST = 100;

/** When the addresses of these items were found gone, oldest first: also before the first of them was captured. */
export async function absencesOf(ctx: CaseContext, itemIds: readonly string[]): Promise<Absence[]> {
  const ids = [...itemIds];
  const rows = await ctx.read
    .selectFrom('absence')
    .selectAll()
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('earlierId', 'in', ids),
        eb('keptItemId', 'in', ids),
        eb('address', 'in', selectFrom('itemAddress').select('itemAddress.address').where('itemAddress.itemId', 'in', ids)),
      ]),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(toAbsence).reverse();
}

/** How an item's page was found gone after it, or that it reads like a notice of removal itself. For a row of the library. */
export const goneAs = sql<Absence['kind'] | null>`CASE
  WHEN EXISTS (SELECT 1 FROM absence a WHERE a.earlierId = item.id AND a.kind = 'status') THEN 'status'
  WHEN EXISTS (SELECT 1 FROM absence a WHERE a.earlierId = item.id) OR EXISTS (SELECT 1 FROM absence a WHERE a.keptItemId = item.id) THEN 'removal-text' END`;

export function toAbsence(row: Tables['absence']): Absence {
  return {
    ...row,
    kind: row.kind as Absence['kind'],
    wordsIn: row.wordsIn as Absence['wordsIn'],
    responseHeaders: JSON.parse(row.responseHeaders) as Absence['responseHeaders'],
  };
}
