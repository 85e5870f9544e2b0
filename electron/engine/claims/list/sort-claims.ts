import { sql, type RawBuilder } from 'kysely';
import type { ClaimGrouping, ClaimSort } from '#shared/model/claim-filter.ts';
import { newestGrade } from './current-grades.ts';

type Expression = RawBuilder<unknown>;

/** What a party is called as the analysis reads it: by the name of the one it was found to be. */
const speakerRoot = sql`coalesce((SELECT m.intoId FROM partyMerge m WHERE m.mergedId = claim.speakerId
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = m.id)), claim.speakerId)`;
const speakerName = sql`(SELECT p.name FROM party p WHERE p.id = ${speakerRoot})`;
const incidentCode = sql`(SELECT i.code FROM incident i WHERE i.id = claim.incidentId)`;
const placeName = sql`json_extract(claim.place, '$.name')`;
const evidenceCount = sql`(SELECT count(DISTINCT e.passageId) FROM evidence e WHERE e.claimId = claim.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = e.id))`;
const firstFigure = (column: Expression) => sql`(SELECT ${column} FROM claimQuantity q WHERE q.claimId = claim.id AND q.position = 0)`;

const sorts: Record<Exclude<ClaimSort, `field:${string}`>, readonly Expression[]> = {
  created: [],
  updated: [sql`claim.updatedAt`],
  createdBy: [sql`claim.createdBy`],
  act: [sql`claim.act`],
  modality: [sql`claim.modality`],
  figure: [firstFigure(sql`coalesce(q.value, q."min", q."max")`)],
  unit: [firstFigure(sql`q.unit`)],
  speaker: [sql`${speakerName} COLLATE NOCASE`, speakerRoot],
  said: [sql`claim.saidFrom`, sql`claim.saidTo`],
  happened: [sql`claim.whenFrom`, sql`claim.whenTo`],
  place: [sql`${placeName} COLLATE NOCASE`],
  cause: [sql`claim.cause COLLATE NOCASE`],
  incident: [incidentCode],
  parties: [sql`(SELECT count(*) FROM claimParty p WHERE p.claimId = claim.id)`],
  victims: [sql`json_array_length(claim.victims)`],
  evidence: [evidenceCount],
  reliability: [newestGrade('admiralty reliability')],
  credibility: [newestGrade('admiralty credibility')],
  note: [sql`nullif(claim.note, '') COLLATE NOCASE`],
};
/** Columns that are never empty: without NULLS LAST their index gives the order in both directions. */
const full = new Set<ClaimSort>(['created', 'updated', 'createdBy', 'act', 'modality', 'parties', 'victims', 'evidence']);

/** Terms of ORDER BY: what is empty comes last either way, ties by when the claims were made. */
export function orderOf(sort: ClaimSort, direction: 'ascending' | 'descending'): Expression[] {
  const way = sql.raw(direction === 'ascending' ? 'ASC' : 'DESC');
  // SQLite orders NULLs last by itself when descending.
  const nulls = full.has(sort) || direction === 'descending' ? sql`` : sql` NULLS LAST`;
  const by = sort in sorts ? sorts[sort as keyof typeof sorts] : [ownField(sort.slice('field:'.length))];
  // Later terms are empty only where the first is.
  return [...by.map((one, at) => sql`${one} ${way}${at === 0 ? nulls : sql``}`), sql`claim.createdAt ${way}`, sql`claim.id ${way}`];
}

const ownField = (name: string) => sql`(SELECT f.value FROM json_each(claim.extra) f WHERE f.key = ${name})`;

const month = (column: string) => sql`strftime('%Y-%m', ${sql.ref(`claim.${column}`)} / 1000, 'unixepoch')`;
const year = (column: string) => sql`strftime('%Y', ${sql.ref(`claim.${column}`)} / 1000, 'unixepoch')`;
/** Never finer than the date is: a year that was said is no month. */
const monthSaid = sql`CASE WHEN ${month('saidFrom')} = ${month('saidTo')} THEN ${month('saidFrom')}
  WHEN ${year('saidFrom')} = ${year('saidTo')} THEN ${year('saidFrom')} ELSE claim.saidAt END`;

/** For each grouping its terms: the first is shown and ordered by, the last tells groups apart. */
export const groupTerms: Record<ClaimGrouping, readonly [label: Expression, key: Expression]> = {
  act: [sql`claim.act`, sql`claim.act`],
  modality: [sql`claim.modality`, sql`claim.modality`],
  speaker: [sql`${speakerName} COLLATE NOCASE`, speakerRoot],
  incident: [incidentCode, sql`claim.incidentId`],
  place: [sql`${placeName} COLLATE NOCASE`, placeName],
  month: [monthSaid, monthSaid],
  evidence: [
    sql`CASE WHEN ${evidenceCount} = 0 THEN 'none' ELSE 'some' END`,
    sql`CASE WHEN ${evidenceCount} = 0 THEN 'none' ELSE 'some' END`,
  ],
  createdBy: [sql`claim.createdBy`, sql`claim.createdBy`],
};
