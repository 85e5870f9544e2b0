import { sql, type Kysely } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { RepeatFamily } from '#shared/model/claim-relations.ts';
import { isMutualRelation, type RecordLink } from '#shared/model/record-links.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { standingRecordLinks } from '../links/record-links.ts';
import { mustStand } from './check-references.ts';
import { namedClaims } from './named-claims.ts';

/** A family larger than this is counted, and its nearest members are listed. */
const MOST_LISTED = 500;

/** Every link of a claim worded from its end, and the family of claims that repeat one another. `not-found` as `claims.get`. */
export async function claimRelations(ctx: CaseContext, { id }: ParsedInput<'claims.relations'>): Promise<CallOutput<'claims.relations'>> {
  await mustStand(ctx.read, 'claim', [id]);
  const own = await standingRecordLinks(ctx.read, 'claim')
    .selectAll()
    .where((eb) => eb.or([eb('fromId', '=', id), eb('toId', '=', id)]))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const ids = await familyOf(ctx.read, id);
  const listed = ids.slice(0, MOST_LISTED);
  const repeats = await repeatsAmong(ctx.read, listed);
  const named = await namedClaims(ctx.read, [...listed, ...own.map((link) => otherEnd(link, id))]);
  const family: RepeatFamily = { claims: listed.flatMap((one) => named.get(one) ?? []), repeats, total: ids.length };
  const links = own.flatMap((link) => {
    const other = named.get(otherEnd(link, id));
    return other === undefined ? [] : [{ ...link, direction: directionOf(link, id), other }];
  });
  return { links, family };
}

export const otherEnd = ({ fromId, toId }: Pick<RecordLink, 'fromId' | 'toId'>, id: string): string => (fromId === id ? toId : fromId);

export function directionOf({ fromId, relation }: Pick<RecordLink, 'fromId' | 'relation'>, id: string): 'out' | 'in' | 'both' {
  if (isMutualRelation(relation)) return 'both';
  return fromId === id ? 'out' : 'in';
}

/** The claim, then those it goes back to, then all that repeat any of them, each once. `UNION` ends what goes in a circle. */
async function familyOf(db: Kysely<Tables>, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE
      standing AS NOT MATERIALIZED (SELECT fromId, toId FROM claimLink WHERE relation = 'repeats'
        AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (claimLink.id, fromId, toId))),
      up (id) AS (SELECT ${id} UNION SELECT standing.toId FROM up JOIN standing ON standing.fromId = up.id),
      all_of (id) AS (SELECT id FROM up UNION SELECT standing.fromId FROM all_of JOIN standing ON standing.toId = all_of.id)
    SELECT id FROM all_of`.execute(db);
  return rows.map((row) => row.id);
}

async function repeatsAmong(db: Kysely<Tables>, ids: readonly string[]): Promise<RepeatFamily['repeats']> {
  const among = JSON.stringify(ids);
  return standingRecordLinks(db, 'claim')
    .select(['fromId', 'toId'])
    .where('relation', '=', 'repeats')
    .where(sql<boolean>`fromId IN (SELECT value FROM json_each(${among})) AND toId IN (SELECT value FROM json_each(${among}))`)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
