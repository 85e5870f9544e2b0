import { sql, type Kysely } from 'kysely';
import type { Claim } from '#shared/model/claims.ts';
import { claimsOfIncident } from '../claims/read-claims.ts';
import type { Tables } from '../db/tables.ts';
import { gradesOf } from '../grades/grades.ts';
import { standingRecordLinks } from '../links/record-links.ts';
import { standingMerges } from '../parties/merge-parties.ts';
import type { Voice } from './circles.ts';
import type { ClaimLink, IncidentRecords } from './incident-records.ts';
import { partyGroups } from './party-groups.ts';

type Db = Kysely<Tables>;

/** Reads what the analysis of an incident needs, in a fixed number of queries. */
export async function gatherIncident(db: Db, incidentId: string): Promise<IncidentRecords> {
  const claims = await claimsOfIncident(db, incidentId);
  const links = await linksFrom(db, incidentId);
  const elsewhere = await voicesElsewhere(db, claims, links);
  const merges = await standingMerges(db).select(['mergedId', 'intoId']).execute();
  const partyLinks = await standingRecordLinks(db, 'party').select(['fromId', 'toId']).execute();
  const parties = { merges, partyLinks };
  return {
    ...{ incidentId, claims, elsewhere, links, ...parties },
    settlements: await standingSettlements(db, incidentId).execute(),
    grades: await gradesOf(db, gradedIds(claims, merges)),
    names: await namesOf(db, [...claims, ...elsewhere], parties),
  };
}

/** Standing links from claims of the incident, and from what those repeat wherever it is. */
export function linksFromQuery(incidentId: string) {
  return sql<ClaimLink>`WITH RECURSIVE reached (id) AS (
      SELECT id FROM claim WHERE incidentId = ${incidentId}
      UNION SELECT l.toId FROM reached CROSS JOIN claimLink l ON l.fromId = reached.id
        WHERE l.relation = 'repeats' AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (l.id, l.fromId, l.toId)))
    SELECT l.fromId, l.toId, l.relation, l.note FROM reached CROSS JOIN claimLink l ON l.fromId = reached.id
    WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (l.id, l.fromId, l.toId))`;
}

async function linksFrom(db: Db, incidentId: string): Promise<ClaimLink[]> {
  return (await linksFromQuery(incidentId).execute(db)).rows;
}

const among = (column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

async function voicesElsewhere(db: Db, claims: readonly Claim[], links: readonly ClaimLink[]): Promise<Voice[]> {
  const here = new Set(claims.map((claim) => claim.id));
  const repeated = links.filter(({ relation, toId }) => relation === 'repeats' && !here.has(toId));
  const ids = [...new Set(repeated.map((link) => link.toId))];
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('claim').select(['id', 'speakerId', 'saidAt']).where(among('id', ids)).execute();
  const hops = await db
    .selectFrom('claimVia')
    .select(['claimId', 'partyId'])
    .where(among('claimId', ids))
    .orderBy('claimId')
    .orderBy('position')
    .execute();
  const via = Map.groupBy(hops, (hop) => hop.claimId);
  return rows.map((row) => ({ ...row, via: via.get(row.id) ?? [] }));
}

/** Settlements that stand, of pairs of which the first claim is about the incident. */
export function standingSettlements(db: Db, incidentId: string) {
  return db
    .selectFrom('settlement')
    .innerJoin('claim', 'claim.id', 'settlement.claimA')
    .selectAll('settlement')
    .where('claim.incidentId', '=', incidentId)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = settlement.id)`);
}

/** Claims, their speakers, and every party found to be one with a speaker. */
function gradedIds(claims: readonly Claim[], merges: IncidentRecords['merges']): string[] {
  const { one } = partyGroups({ merges, partyLinks: [] });
  const speakers = new Set(claims.flatMap(({ speakerId }) => speakerId ?? []));
  const standing = new Set([...speakers].map(one));
  const merged = merges.filter(({ mergedId }) => standing.has(one(mergedId))).map(({ mergedId }) => mergedId);
  return [...new Set([...claims.map((claim) => claim.id), ...speakers, ...standing, ...merged])];
}

async function namesOf(
  db: Db,
  voices: readonly (Voice & Partial<Pick<Claim, 'parties'>>)[],
  { merges, partyLinks }: Pick<IncidentRecords, 'merges' | 'partyLinks'>,
): Promise<Map<string, string>> {
  const { one } = partyGroups({ merges, partyLinks });
  const named = voices.flatMap(({ speakerId, via, parties = [] }) => [
    speakerId,
    ...via.map((hop) => hop.partyId),
    ...parties.map((party) => party.partyId),
  ]);
  const ids = new Set(named.filter((partyId) => partyId !== null).flatMap((partyId) => [partyId, one(partyId)]));
  const rows = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where(among('id', [...ids]))
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
