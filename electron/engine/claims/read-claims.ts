import { sql, type Kysely, type Selectable } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { Claim, EvidenceLink } from '#shared/model/claims.ts';
import type { Tables } from '../db/tables.ts';
import { toClaims, type ClaimParts } from './claim-rows.ts';

type Db = Kysely<Tables>;

/** One claim whole; `not-found` when unknown or removed. */
export async function getClaim(ctx: { read: Db }, id: string): Promise<Claim> {
  const rows = await livingClaims(ctx.read).selectAll('claim').where('claim.id', '=', id).execute();
  const [claim] = await completeClaims(ctx.read, rows);
  if (claim === undefined) throw new HoldfastError('not-found', { kind: 'claim', id });
  return claim;
}

/** One claim as its rows say, removed or not; null when there never was one. */
export async function readClaim(db: Db, id: string): Promise<Claim | null> {
  const [claim] = await completeClaims(db, await db.selectFrom('claim').selectAll().where('id', '=', id).execute());
  return claim ?? null;
}

/** Every claim about an incident, for analysis. */
export async function claimsOfIncident(db: Db, incidentId: string): Promise<Claim[]> {
  return completeClaims(db, await livingClaims(db).selectAll('claim').where('claim.incidentId', '=', incidentId).execute());
}

export function livingClaims(db: Db) {
  return db.selectFrom('claim').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = claim.id)`);
}

/** Claims in which a party speaks, hands on or takes part. */
export const claimsCiting = (partyId: unknown) => sql`(SELECT id FROM claim WHERE speakerId = ${partyId}
  UNION SELECT claimId FROM claimVia WHERE partyId = ${partyId} UNION SELECT claimId FROM claimParty WHERE partyId = ${partyId})`;

/** Claims in the order of their ids as given; those that do not stand are left out. */
export async function claimsById(db: Db, ids: readonly string[]): Promise<Claim[]> {
  if (ids.length === 0) return [];
  const rows = await livingClaims(db)
    .selectAll('claim')
    .where(among('claim.id', JSON.stringify(ids)))
    .execute();
  const found = new Map((await completeClaims(db, rows)).map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => found.get(id) ?? []);
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
