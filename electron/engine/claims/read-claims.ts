import { sql, type Kysely, type Selectable } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Claim, EvidenceLink } from '#shared/model/claims.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';

import { toClaims, type ClaimParts } from './claim-rows.ts';
import { prefixMatch } from './prefix-match.ts';

type Db = Kysely<Tables>;

/** Newest first. A fixed number of queries whatever the page holds. */
export async function listClaims(ctx: CaseContext, input: ParsedInput<'claims.list'>): Promise<CallOutput<'claims.list'>> {
  const base = filtered(ctx.read, input);
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await base
    .selectAll('claim')
    .orderBy('claim.createdAt', 'desc')
    .orderBy('claim.id', 'desc')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { rows: await completeClaims(ctx.read, rows), total };
}

/** One claim whole; `not-found` when unknown or removed. */
export async function getClaim(ctx: { read: Db }, id: string): Promise<Claim> {
  const rows = await livingClaims(ctx.read).selectAll('claim').where('claim.id', '=', id).execute();
  const [claim] = await completeClaims(ctx.read, rows);
  if (claim === undefined) throw new HoldfastError('not-found', { kind: 'claim', id });
  return claim;
}

/** Every claim about an incident, for analysis. */
export async function claimsOfIncident(db: Db, incidentId: string): Promise<Claim[]> {
  return completeClaims(db, await livingClaims(db).selectAll('claim').where('claim.incidentId', '=', incidentId).execute());
}

/** Those of them that stand, in no order. */
export async function claimsById(db: Db, ids: readonly string[]): Promise<Claim[]> {
  return completeClaims(
    db,
    await livingClaims(db)
      .selectAll('claim')
      .where(among('claim.id', JSON.stringify(ids)))
      .execute(),
  );
}

export function livingClaims(db: Db) {
  return db.selectFrom('claim').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = claim.id)`);
}

/** Claims in which a party speaks, hands on or takes part. */
export const claimsCiting = (partyId: unknown) => sql`(SELECT id FROM claim WHERE speakerId = ${partyId}
  UNION SELECT claimId FROM claimVia WHERE partyId = ${partyId} UNION SELECT claimId FROM claimParty WHERE partyId = ${partyId})`;

type Filter = Pick<ParsedInput<'claims.list'>, 'incidentId' | 'partyId' | 'itemId' | 'words'>;

export function filtered(db: Db, { incidentId, partyId, itemId, words }: Filter) {
  let query = livingClaims(db);
  if (incidentId !== undefined) query = query.where('claim.incidentId', '=', incidentId);
  if (partyId !== undefined) query = query.where(sql<boolean>`claim.id IN ${claimsCiting(partyId)}`);
  if (itemId !== undefined) {
    query =
      query.where(sql<boolean>`claim.id IN (SELECT e.claimId FROM passage p JOIN evidence e ON e.passageId = p.id WHERE p.itemId = ${itemId}
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (p.id, e.id)))`);
  }
  const match = prefixMatch(words ?? '');
  if (match !== null)
    query = query.where(sql<boolean>`claim.id IN (SELECT id FROM searchIndex WHERE searchIndex MATCH ${match} AND kind = 'claim')`);
  return query;
}

/** Rows of `claim` with everything that hangs on them. */
export async function completeClaims(db: Db, rows: Selectable<Tables['claim']>[]): Promise<Claim[]> {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  return toClaims(rows, await partsOf(db, ids), await linksOf(db, ids));
}

/** Ids go as one JSON array, because a statement takes a limited number of variables. */
const among = (column: string, ids: string) => sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${ids}))`;

async function partsOf(db: Db, ids: string): Promise<ClaimParts> {
  return {
    quantities: await db
      .selectFrom('claimQuantity')
      .selectAll()
      .where(among('claimId', ids))
      .orderBy('claimId')
      .orderBy('position')
      .execute(),
    breakdowns: await db
      .selectFrom('claimBreakdown')
      .selectAll()
      .where(among('claimId', ids))
      .orderBy('claimId')
      .orderBy('quantity')
      .orderBy('position')
      .execute(),
    via: await db.selectFrom('claimVia').selectAll().where(among('claimId', ids)).orderBy('claimId').orderBy('position').execute(),
    parties: await db.selectFrom('claimParty').selectAll().where(among('claimId', ids)).orderBy('claimId').orderBy('position').execute(),
  };
}

async function linksOf(db: Db, ids: string): Promise<EvidenceLink[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where(among('claimId', ids))
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = evidence.id)`)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, stance: row.stance as EvidenceLink['stance'] }));
}
