import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Party } from '#shared/model/parties.ts';
import { claimsCiting } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';

const citing = sql<number>`(SELECT count(*) FROM claim WHERE id IN ${claimsCiting(sql.ref('party.id'))}
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = claim.id))`;

const intoOf = sql<string | null>`(SELECT intoId FROM partyMerge m WHERE m.mergedId = party.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = m.id))`;

/** What a party holds that older entries of the journal say nothing of. */
export const partyDefaults = { extra: {} };

/** By name; `words` is looked for in names and aliases. */
export async function listParties(
  ctx: CaseContext,
  { words, mergedInto, limit, offset }: ParsedInput<'parties.list'>,
): Promise<CallOutput<'parties.list'>> {
  let base = livingParties(ctx);
  if (words !== undefined && words.trim() !== '') {
    const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
    base = base.where(
      sql<boolean>`(party.name LIKE ${like} ESCAPE '\\' OR EXISTS (SELECT 1 FROM json_each(party.aliases) a WHERE a.value ->> 'name' LIKE ${like} ESCAPE '\\'))`,
    );
  }
  if (mergedInto !== undefined) base = base.where(sql<boolean>`${intoOf} IS ${mergedInto}`);
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await columns(base)
    .orderBy(sql`party.name COLLATE NOCASE`)
    .orderBy('party.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows: rows.map(toParty), total };
}

export async function getParty(ctx: Pick<CaseContext, 'read'>, id: string): Promise<Party> {
  const row = await columns(livingParties(ctx).where('party.id', '=', id)).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'party', id });
  return toParty(row);
}

function livingParties(ctx: Pick<CaseContext, 'read'>) {
  return ctx.read.selectFrom('party').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = party.id)`);
}

function columns(query: ReturnType<typeof livingParties>) {
  return query.selectAll('party').select([citing.as('claims'), intoOf.as('mergedInto')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

function toParty(row: Row): Party {
  return {
    ...row,
    aliases: JSON.parse(row.aliases) as Party['aliases'],
    extra: JSON.parse(row.extra) as Party['extra'],
  };
}
