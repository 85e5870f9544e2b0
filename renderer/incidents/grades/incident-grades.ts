import { useMemo } from 'react';
import type { Grade, Scale } from '#shared/model/grades.ts';
import { useCall } from '../../shell/engine.ts';

/** The scales an incident is judged on, in the order they are shown. */
export const incidentScales = ['airwars', 'huridocs violation status'] as const satisfies readonly Scale[];
export type IncidentScale = (typeof incidentScales)[number];

/** All standing grades of an incident, the newest first. */
export function useIncidentGrades(incidentId: string): readonly Grade[] {
  const { data } = useCall('grades.list', { subjectKind: 'incident', subjectId: incidentId });
  return useMemo(() => data?.grades ?? [], [data]);
}

/** Each person's current grade on a scale. Pure. */
export function currentOn(grades: readonly Grade[], scale: Scale): Grade[] {
  return grades.filter((grade) => grade.scale === scale && grade.current);
}
