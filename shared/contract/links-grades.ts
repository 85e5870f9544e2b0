/** Relations between like things, parties found to be one, and grades. */
import { z } from 'zod';
import { grade, gradedKinds, newGrade } from '../model/grades.ts';
import { party } from '../model/parties.ts';
import { id } from '../model/primitives.ts';
import { linkedKinds, newLink, recordLink } from '../model/record-links.ts';
import { engineCall, nothing, reason } from './call.ts';

export const linksGradesContract = {
  'links.create': engineCall(newLink, recordLink, 'claims', 'incidents', 'parties', 'journal'),
  'links.remove': engineCall(z.object({ kind: z.enum(linkedKinds), id, reason }), nothing, 'claims', 'incidents', 'parties', 'journal'),
  /** Every standing link of a kind, or those of one thing, in the order they were made. */
  'links.list': engineCall(z.object({ kind: z.enum(linkedKinds), id: id.optional() }), z.object({ links: z.array(recordLink) })),
  'grades.give': engineCall(newGrade, grade, 'claims', 'incidents', 'parties', 'journal'),
  'grades.withdraw': engineCall(z.object({ id, reason }), nothing, 'claims', 'incidents', 'parties', 'journal'),
  /** All standing grades of a thing, the newest first. */
  'grades.list': engineCall(z.object({ subjectKind: z.enum(gradedKinds), subjectId: id }), z.object({ grades: z.array(grade) })),
  'parties.merge': engineCall(z.object({ id, intoId: id, reason }), party, 'parties', 'claims', 'incidents', 'journal'),
  'parties.unmerge': engineCall(z.object({ id, reason }), party, 'parties', 'claims', 'incidents', 'journal'),
} as const;
