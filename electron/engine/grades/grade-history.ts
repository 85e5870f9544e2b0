import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { Grade } from '#shared/model/grades.ts';
import type { CaseContext } from '../context.ts';
import { gradesOf } from './grades.ts';

/** Every grade a thing was given, the newest first; withdrawn ones say by whom and why. */
export async function gradeHistory(
  ctx: CaseContext,
  { subjectKind, subjectId }: ParsedInput<'grades.history'>,
): Promise<CallOutput<'grades.history'>> {
  const standing = new Map((await gradesOf(ctx.read, [subjectId])).map((grade) => [grade.id, grade]));
  const rows = await ctx.read
    .selectFrom('grade')
    .leftJoin('tombstone', 'tombstone.subject', 'grade.id')
    .selectAll('grade')
    .select(['tombstone.at', 'tombstone.actor', 'tombstone.reason as removedBecause'])
    .where('subjectId', '=', subjectId)
    .where('subjectKind', '=', subjectKind)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const grades = rows.map(({ at, actor, removedBecause, ...row }) => ({
    ...(row as Omit<Grade, 'current'>),
    current: standing.get(row.id)?.current ?? false,
    withdrawn: at === null || actor === null ? null : { at, by: actor, reason: removedBecause ?? '' },
  }));
  return { grades };
}
