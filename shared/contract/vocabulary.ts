/** A case's own terms and fields. */
import { z } from 'zod';
import { id, longWords } from '../model/primitives.ts';
import { caseTerm, fieldSubjects, listedTerm, ownField, ownFieldFields, termFields, vocabularyNames } from '../model/vocabularies.ts';
import { engineCall, nothing, reason } from './call.ts';

const { words, note } = termFields.shape;
const { label, options } = ownFieldFields.shape;

export const vocabularyContract = {
  /** Every term that can be chosen or is used: built in, the case's own, and words that claims use without either. */
  'vocabulary.list': engineCall(z.object({ vocabulary: z.enum(vocabularyNames).optional() }), z.object({ terms: z.array(listedTerm) })),
  'vocabulary.add': engineCall(termFields, caseTerm, 'vocabulary', 'journal'),
  /** The term itself stays: what uses it was written with it. */
  'vocabulary.change': engineCall(z.object({ id, words, note }), caseTerm, 'vocabulary', 'journal'),
  'vocabulary.remove': engineCall(z.object({ id, reason }), nothing, 'vocabulary', 'journal'),
  'fields.list': engineCall(z.object({ subject: z.enum(fieldSubjects).optional() }), z.object({ fields: z.array(ownField) })),
  'fields.add': engineCall(ownFieldFields, ownField, 'vocabulary', 'journal'),
  /** Name, subject and type stay: what was filled in was checked by them. An option in use cannot be taken away. */
  'fields.change': engineCall(z.object({ id, label, options, note: longWords }), ownField, 'vocabulary', 'journal'),
  'fields.remove': engineCall(z.object({ id, reason }), nothing, 'vocabulary', 'journal'),
} as const;
