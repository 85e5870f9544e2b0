import { sql, type RawBuilder } from 'kysely';
import type { ClaimFilter } from '#shared/model/claim-filter.ts';
import { among } from './narrow-claims.ts';

/**
 * The least and most number a figure allows, after `shared/claims/figure-bounds.ts`, read for finding: "about 90" is
 * looked for at 90, "nearly 1,236" at 1,236, "up to 40" from 0, "at least 90" upwards without end. Vague words that name
 * no number are at none.
 */
const least = sql`coalesce(q."min", CASE WHEN q.qualifier IN ('up to','less than') THEN CASE WHEN coalesce(q.value, q."max") IS NULL THEN NULL ELSE 0 END ELSE q.value END, q."max")`;
const most = sql`coalesce(q."max", CASE WHEN q.qualifier IN ('at least','more than') THEN CASE WHEN coalesce(q.value, q."min") IS NULL THEN NULL ELSE 9e999 END ELSE q.value END, q."min")`;

/** One figure must fit all that is asked of figures. */
export function withFigure({ units, qualifiers, figureLeast, figureMost }: ClaimFilter): RawBuilder<boolean>[] {
  const asked: RawBuilder<unknown>[] = [];
  if (qualifiers !== undefined) asked.push(sql`q.qualifier IN ${among(qualifiers)}`);
  if (figureLeast !== undefined) asked.push(sql`${most} >= ${figureLeast}`);
  if (figureMost !== undefined) asked.push(sql`${least} <= ${figureMost}`);
  if (units !== undefined) asked.unshift(sql`q.unit IN ${among(units)}`);
  if (asked.length === 0) return [];
  return [sql<boolean>`claim.id IN (SELECT q.claimId FROM claimQuantity q WHERE ${sql.join(asked, sql` AND `)})`];
}
