/** Vocabularies a case can extend without code, and fields of its own. */
import { z } from 'zod';
import { id, longWords, timestamp } from './primitives.ts';
import { claimActs, groups, incidentKinds, partyRoles, units } from './vocabulary.ts';
import { builtInPartyKinds } from './parties.ts';

/** What is built in, by vocabulary. */
export const builtInTerms = {
  act: claimActs,
  unit: units,
  group: groups,
  'party role': partyRoles,
  'party kind': builtInPartyKinds,
  'incident kind': incidentKinds,
} as const;
export type VocabularyName = keyof typeof builtInTerms;
export const vocabularyNames = Object.keys(builtInTerms) as [VocabularyName, ...VocabularyName[]];

const ownWord = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Lu}]+$/u, 'a term is written in lower case');

/** A term of the case's own. `words`: what stands for it in a text, in any language; marked words are read by them. */
export const termFields = z.object({
  vocabulary: z.enum(vocabularyNames),
  term: ownWord,
  words: z.array(z.string().trim().min(2).max(60)).max(50).default([]),
  note: longWords.default(''),
});
export type TermFields = z.infer<typeof termFields>;
export const caseTerm = termFields.extend({ id, createdAt: timestamp, createdBy: z.string(), updatedAt: timestamp });
export type CaseTerm = z.infer<typeof caseTerm>;

/** A term as it is offered: built in, the case's own, or only used so far. `used` counts the claims, incidents or parties that use it. */
export const listedTerm = z.object({
  vocabulary: z.enum(vocabularyNames),
  term: z.string(),
  origin: z.enum(['built-in', 'case', 'used']),
  id: id.nullable(),
  words: z.array(z.string()),
  note: z.string(),
  used: z.number().int(),
});
export type ListedTerm = z.infer<typeof listedTerm>;

export const fieldSubjects = ['claim', 'incident', 'party'] as const;
export const fieldTypes = ['text', 'number', 'date', 'yes or no', 'choice'] as const;

/** A field of the case's own. `name` is what files call it and never changes; `label` is what a person reads. `date` is EDTF. */
export const ownFieldFields = z
  .object({
    subject: z.enum(fieldSubjects),
    name: z
      .string()
      .trim()
      .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'a field is named by one word: a small letter first, then letters and digits'),
    label: z.string().trim().min(1).max(80),
    type: z.enum(fieldTypes),
    /** What can be chosen; for `choice` alone. */
    options: z.array(z.string().trim().min(1).max(80)).max(200).default([]),
    note: longWords.default(''),
  })
  .refine(({ type, options }) => (type === 'choice') === options.length > 0, {
    message: 'a choice needs its options, and only a choice has them',
    path: ['options'],
  });
export type OwnFieldFields = z.infer<typeof ownFieldFields>;
export const ownField = z.object({
  ...ownFieldFields.shape,
  id,
  createdAt: timestamp,
  createdBy: z.string(),
  updatedAt: timestamp,
  used: z.number().int(),
});
export type OwnField = z.infer<typeof ownField>;
