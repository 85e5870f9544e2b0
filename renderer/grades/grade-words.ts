import type { Grade, Scale } from '#shared/model/grades.ts';
import { isMessage, t } from '../messages/index.ts';

/** What a value of a scale means; empty where the value is a word that says it itself. */
export function meaningOf(scale: Scale, value: string): string {
  const key = `grades.value.${scale}.${value}`;
  return isMessage(key) ? t(key) : '';
}

/** "B, usually reliable". */
export function valueWords(scale: Scale, value: string): string {
  const meaning = meaningOf(scale, value);
  return meaning === '' ? value : `${value}, ${meaning}`;
}

export type GradeRow = { person: string; byScale: ReadonlyMap<Scale, Grade> };

/** Current grades, one row a person in order of name, one column a scale. Pure. */
export function gradeRows(grades: readonly Grade[]): GradeRow[] {
  const current = grades.filter((grade) => grade.current);
  return [...Map.groupBy(current, (grade) => grade.createdBy)]
    .map(([person, own]) => ({ person, byScale: new Map(own.map((grade) => [grade.scale, grade])) }))
    .toSorted((a, b) => a.person.localeCompare(b.person));
}

/** Scales on which people's current grades are not the same, each with who says what. Pure. */
export function differences(rows: readonly GradeRow[], scales: readonly Scale[]): { scale: Scale; grades: Grade[] }[] {
  return scales.flatMap((scale) => {
    const grades = rows.flatMap(({ byScale }) => byScale.get(scale) ?? []);
    return new Set(grades.map((grade) => grade.value)).size > 1 ? [{ scale, grades }] : [];
  });
}
