import { sql, type Kysely, type RawBuilder } from 'kysely';
import { edtfBounds } from '../../db/edtf-functions.ts';
import type { ClaimFilter } from '#shared/model/claim-filter.ts';
import type { Tables } from '../../db/tables.ts';
import { prefixMatch } from '../prefix-match.ts';
import { livingClaims } from '../read-claims.ts';
import { ungraded, withCurrentGrade } from './current-grades.ts';
import { withFigure } from './figure-range.ts';

type Db = Kysely<Tables>;
type Condition = RawBuilder<boolean>;

/** Claims that fit a filter, in no order. Every field is answered by an index, or by one look at the claim's own rows. */
export function narrowClaims(db: Db, filter: ClaimFilter): ReturnType<typeof livingClaims> {
  let query = livingClaims(db);
  for (const condition of [...ofTheClaim(filter), ...ofDates(filter), ...ofRelated(filter), ...ofJudgement(filter), ...ofParties(filter)])
    query = query.where(condition);
  return query;
}

/** A list goes as one JSON array, because a statement takes a limited number of variables. */
export const among = (values: readonly unknown[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

function ofTheClaim({ acts, modalities, incidentId, place, createdBy, field, words }: ClaimFilter): Condition[] {
  const found: Condition[] = [];
  if (acts !== undefined) found.push(sql<boolean>`claim.act IN ${among(acts)}`);
  if (modalities !== undefined) found.push(sql<boolean>`claim.modality IN ${among(modalities)}`);
  if (incidentId !== undefined) found.push(sql<boolean>`claim.incidentId IS ${incidentId}`);
  if (createdBy !== undefined) found.push(sql<boolean>`claim.createdBy = ${createdBy}`);
  if (place !== undefined) {
    const like = `%${place.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(sql<boolean>`(claim.place ->> 'name' LIKE ${like} ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM json_each(claim.place, '$.names') n WHERE n.value LIKE ${like} ESCAPE '\\'))`);
  }
  if (field !== undefined) found.push(withField(field));
  const match = prefixMatch(words ?? '');
  if (match !== null)
    found.push(sql<boolean>`claim.id IN (SELECT id FROM searchIndex WHERE searchIndex MATCH ${match} AND kind = 'claim')`);
  return found;
}

/** Names of fields go as values, never into a JSON path. */
function withField({ name, value }: NonNullable<ClaimFilter['field']>): Condition {
  const said = value === undefined ? sql`` : sql`AND f.value = ${typeof value === 'boolean' ? Number(value) : value}`;
  return sql<boolean>`EXISTS (SELECT 1 FROM json_each(claim.extra) f WHERE f.key = ${name} ${said})`;
}

function ofDates({ said, happened }: ClaimFilter): Condition[] {
  const overlap = (range: ClaimFilter['said'], from: string, to: string): Condition[] =>
    range === undefined
      ? []
      : [
          sql<boolean>`${sql.ref(`claim.${from}`)} <= ${edtfBounds(range.to).to ?? Infinity}`,
          sql<boolean>`${sql.ref(`claim.${to}`)} >= ${edtfBounds(range.from).from ?? -Infinity}`,
        ];
  return [...overlap(said, 'saidFrom', 'saidTo'), ...overlap(happened, 'whenFrom', 'whenTo')];
}

/** Evidence that stands. */
const evidenceOf = (more: RawBuilder<unknown>) => sql<boolean>`EXISTS (SELECT 1 FROM evidence e WHERE e.claimId = claim.id ${more}
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = e.id))`;

function ofRelated(filter: ClaimFilter): Condition[] {
  const { itemId, evidence } = filter;
  const found = withFigure(filter);
  if (itemId !== undefined)
    found.push(sql<boolean>`claim.id IN (SELECT e.claimId FROM passage p JOIN evidence e ON e.passageId = p.id WHERE p.itemId = ${itemId}
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (p.id, e.id)))`);
  if (evidence === 'none') found.push(sql<boolean>`NOT ${evidenceOf(sql``)}`);
  else if (evidence !== undefined) found.push(evidenceOf(evidence === 'some' ? sql`` : sql`AND e.stance = ${evidence}`));
  return found;
}

function ofJudgement({ reliability, credibility }: ClaimFilter): Condition[] {
  return [['admiralty reliability', reliability] as const, ['admiralty credibility', credibility] as const].flatMap(([scale, values]) => {
    if (values === undefined) return [];
    const named = values.filter((value) => value !== null);
    const given = withCurrentGrade(scale, named);
    return [named.length === values.length ? given : sql<boolean>`(${ungraded(scale)} OR ${given})`];
  });
}

function ofParties({ speakerIds, partyId, partyRole }: ClaimFilter): Condition[] {
  const found: Condition[] = [];
  if (speakerIds !== undefined) {
    const named = sql<boolean>`claim.speakerId IN ${asOne(speakerIds.filter((id) => id !== null))}`;
    found.push(speakerIds.includes(null) ? sql<boolean>`(claim.speakerId IS NULL OR ${named})` : named);
  }
  const ids = partyId === undefined ? null : asOne([partyId]);
  if (partyRole !== undefined) {
    const who = ids === null ? sql`` : sql`AND p.partyId IN ${ids}`;
    found.push(sql<boolean>`claim.id IN (SELECT p.claimId FROM claimParty p WHERE p.role = ${partyRole} ${who})`);
  } else if (ids !== null)
    found.push(sql<boolean>`claim.id IN (SELECT id FROM claim WHERE speakerId IN ${ids}
      UNION SELECT claimId FROM claimVia WHERE partyId IN ${ids} UNION SELECT claimId FROM claimParty WHERE partyId IN ${ids})`);
  return found;
}

const standing = (merge: string) => sql`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(`${merge}.id`)})`;

/** The parties and those found to be one with them. */
function asOne(ids: readonly string[]): RawBuilder<unknown> {
  const given = JSON.stringify(ids);
  const roots = sql`SELECT coalesce(m.intoId, j.value) FROM json_each(${given}) j LEFT JOIN partyMerge m ON m.mergedId = j.value AND ${standing('m')}`;
  return sql`(${roots} UNION SELECT n.mergedId FROM partyMerge n WHERE n.intoId IN (${roots}) AND ${standing('n')})`;
}
