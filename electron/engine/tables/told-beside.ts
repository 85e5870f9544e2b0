/** What flat column sets tell of a thing beyond its fields: computed figures and grades that stand. Never read back. */
import { sql, type Kysely } from 'kysely';
import type { ColumnSet, TableKind } from '#shared/model/tables.ts';
import type { Tables } from '../db/tables.ts';
import { gradesOf } from '../grades/grades.ts';
import type { Told } from './columns/column.ts';

type Db = Kysely<Tables>;

export async function toldBeside(db: Db, of: TableKind, set: ColumnSet, ids: readonly string[]): Promise<(id: string) => Told> {
  if (of === 'parties') return set === 'holdfast' ? mergedInto(db) : () => ({});
  if (set === 'holdfast') return () => ({});
  const grades = (await gradesOf(db, ids)).filter(({ current }) => current);
  const byId = Map.groupBy(grades, ({ subjectId }) => subjectId);
  const graded = (id: string, scale: string) =>
    (byId.get(id) ?? [])
      .filter((grade) => grade.scale === scale)
      .map(({ value, createdBy }) => `${value} (${createdBy})`)
      .sort()
      .join('\n');
  const figures = of === 'incidents' && set === 'airwars' ? await figuresOf(db, ids) : new Map<string, Told>();
  return (id) => ({
    ...figures.get(id),
    harm_status: graded(id, 'airwars'),
    violation_status: graded(id, 'huridocs violation status'),
    reliability_of_information: graded(id, 'huridocs reliability'),
  });
}

async function mergedInto(db: Db): Promise<(id: string) => Told> {
  const { rows } = await sql<{ id: string; into: string }>`SELECT m.mergedId AS id, p.name || ' [' || p.id || ']' AS "into"
    FROM partyMerge m JOIN party p ON p.id = m.intoId WHERE m.id NOT IN (SELECT subject FROM tombstone)`.execute(db);
  const into = new Map(rows.map((row) => [row.id, row.into]));
  return (id) => ({ 'merged into': into.get(id) ?? null });
}

/**
 * The least and the most that any claim asserts or admits of an incident: people or civilians killed and injured. Parts of
 * them, such as children alone, and denials are no bounds of the whole.
 */
async function figuresOf(db: Db, ids: readonly string[]): Promise<Map<string, Told>> {
  const { rows } = await sql<{ id: string; act: string; least: number | null; most: number | null }>`
    SELECT c.incidentId AS id, c.act AS act, min(coalesce(q.min, q.value, q.max)) AS least, max(coalesce(q.max, q.value, q.min)) AS most
    FROM claim c JOIN claimQuantity q ON q.claimId = c.id
    WHERE c.incidentId IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND c.act IN ('killed', 'injured')
      AND c.modality IN ('asserts', 'admits') AND q.role = 'count' AND q.unit IN ('people', 'civilians')
      AND c.id NOT IN (SELECT subject FROM tombstone) GROUP BY c.incidentId, c.act`.execute(db);
  const told = new Map<string, Told>();
  for (const { id, act, least, most } of rows) told.set(id, { ...told.get(id), [`${act}_min`]: least, [`${act}_max`]: most });
  return told;
}
