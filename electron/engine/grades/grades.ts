import { sql, type Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import type { Grade } from '#shared/model/grades.ts';
import { mustStand } from '../claims/check-references.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';

/** Writes a judgement with its reason. The one before it by the same person stays on record and is current no more. */
export async function giveGrade(ctx: CaseContext, input: ParsedInput<'grades.give'>): Promise<Grade> {
  const row = { id: ctx.ports.newId(), ...input, createdAt: ctx.ports.now().toISOString(), createdBy: ctx.settings.actor };
  await mutate(ctx, { action: 'grade.created', subject: row.id, payload: row }, async (trx) => {
    await mustStand(trx, input.subjectKind, [input.subjectId]);
    await trx.insertInto('grade').values(row).execute();
  });
  return { ...row, current: true };
}

/** Takes a grade out; what its person gave before becomes current again. */
export async function withdrawGrade(ctx: CaseContext, { id, reason }: ParsedInput<'grades.withdraw'>): Promise<void> {
  await bury(ctx, { kind: 'grade', id, reason });
}

/** Standing grades of these things (all of the case when `ids` is null), the newest first. */
export async function gradesOf(db: Kysely<Tables>, ids: readonly string[] | null): Promise<Grade[]> {
  let query = db.selectFrom('grade').where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = grade.id)`);
  if (ids !== null) query = query.where(sql<boolean>`subjectId IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  const rows = await query.selectAll().orderBy('createdAt', 'desc').orderBy('id', 'desc').execute();
  return withCurrent(rows as Omit<Grade, 'current'>[]);
}

/** `rows` from the newest: the first of each thing, scale and person is current. Pure. */
export function withCurrent(rows: readonly Omit<Grade, 'current'>[]): Grade[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = `${row.subjectId} ${row.scale} ${row.createdBy}`;
    const current = !seen.has(key);
    seen.add(key);
    return { ...row, current };
  });
}
