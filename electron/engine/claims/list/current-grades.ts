import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Scale } from '#shared/model/grades.ts';
import type { Tables } from '../../db/tables.ts';
import { gradesOf } from '../../grades/grades.ts';

const stands = (grade: string) => sql`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(`${grade}.id`)})`;
const newer = sql`(n.createdAt, n.id) > (g.createdAt, g.id)`;

/** Somebody's current grade of the claim on a scale is one of these. */
export function withCurrentGrade(scale: Scale, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (SELECT 1 FROM grade g WHERE g.subjectId = claim.id AND g.scale = ${scale} AND ${stands('g')}
    AND g.value IN (SELECT value FROM json_each(${JSON.stringify(values)}))
    AND NOT EXISTS (SELECT 1 FROM grade n WHERE n.subjectId = g.subjectId AND n.scale = g.scale AND n.createdBy = g.createdBy AND ${newer} AND ${stands('n')}))`;
}

export function ungraded(scale: Scale): RawBuilder<boolean> {
  return sql<boolean>`NOT EXISTS (SELECT 1 FROM grade g WHERE g.subjectId = claim.id AND g.scale = ${scale} AND ${stands('g')})`;
}

/** The newest grade that stands, for sorting. */
export const newestGrade = (scale: Scale) => sql`(SELECT g.value FROM grade g WHERE g.subjectId = claim.id AND g.scale = ${scale}
  AND ${stands('g')} ORDER BY g.createdAt DESC, g.id DESC LIMIT 1)`;

/** Everybody's current grades of some claims on a scale, the newest first. */
export async function currentGrades(db: Kysely<Tables>, ids: readonly string[]): Promise<(id: string, scale: Scale) => string[]> {
  const grades = (await gradesOf(db, ids)).filter((grade) => grade.current);
  const of = Map.groupBy(grades, (grade) => `${grade.subjectId} ${grade.scale}`);
  return (id, scale) => (of.get(`${id} ${scale}`) ?? []).map((grade) => grade.value);
}
