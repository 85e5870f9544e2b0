/** Reads what the network is built of; a fixed number of queries whatever the case holds. */
import { sql } from 'kysely';
import { livingClaims } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';
import { standingRecordLinks } from '../links/record-links.ts';
import { standingMerges } from '../parties/merge-parties.ts';
import type { NetworkParts } from './build-network.ts';

const stands = (id: string) => sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(id)})`;

export async function gatherChains(ctx: CaseContext): Promise<NetworkParts> {
  const db = ctx.read;
  return {
    claims: await livingClaims(db).select(['id', 'speakerId', 'saidAt', 'incidentId']).orderBy('id').execute(),
    hops: await hopsOf(ctx),
    sources: await sourcesOf(ctx),
    repeats: await standingRecordLinks(db, 'claim').select(['fromId', 'toId']).where('relation', '=', 'repeats').orderBy('id').execute(),
    merges: await standingMerges(db).select(['mergedId', 'intoId']).execute(),
    relations: await standingRecordLinks(db, 'party').select(['fromId', 'toId', 'relation', 'when']).orderBy('id').execute(),
    parties: (await db.selectFrom('party').select(['id', 'name', 'kind']).execute()).map(({ kind, ...party }) => ({
      ...party,
      kind,
    })),
    items: await db
      .selectFrom('item')
      .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
      .select(['item.id', sql<string>`coalesce(itemNote.title, item.title)`.as('name')])
      .execute(),
  };
}

async function hopsOf(ctx: CaseContext): Promise<NetworkParts['hops']> {
  return ctx.read
    .selectFrom('claimVia')
    .innerJoin('claim', 'claim.id', 'claimVia.claimId')
    .select(['claimId', 'partyId', 'itemId'])
    .where(stands('claim.id'))
    .orderBy('claimId')
    .orderBy('position')
    .execute();
}

/** In which sources the passages lie that a claim stands on, unless they only speak against it or about its setting. */
async function sourcesOf(ctx: CaseContext): Promise<NetworkParts['sources']> {
  const { rows } = await sql<{ claimId: string; itemId: string }>`SELECT DISTINCT e.claimId, p.itemId FROM claim
    JOIN evidence e ON e.claimId = claim.id JOIN passage p ON p.id = e.passageId
    WHERE ${stands('claim.id')} AND e.stance NOT IN ('contradicts', 'context')
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (e.id, p.id, p.itemId))
    ORDER BY e.claimId, p.itemId`.execute(ctx.read);
  return rows;
}
