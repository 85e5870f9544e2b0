import type { CaseHandlers } from '../handlers.ts';
import { listAbsences } from './list-absences.ts';
import { recordAbsence } from './record-absence.ts';

export const absenceCalls = {
  'absences.record': recordAbsence,
  'absences.list': listAbsences,
} satisfies Partial<CaseHandlers>;
