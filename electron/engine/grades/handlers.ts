import type { CaseHandlers } from '../handlers.ts';
import { gradeHistory } from './grade-history.ts';
import { giveGrade, gradesOf, withdrawGrade } from './grades.ts';

export const gradeCalls = {
  'grades.give': giveGrade,
  'grades.withdraw': async (ctx, input) => {
    await withdrawGrade(ctx, input);
    return {};
  },
  'grades.history': gradeHistory,
  'grades.list': async (ctx, { subjectKind, subjectId }) => ({
    grades: (await gradesOf(ctx.read, [subjectId])).filter((grade) => grade.subjectKind === subjectKind),
  }),
} satisfies Partial<CaseHandlers>;
