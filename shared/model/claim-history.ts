/** What a claim said and when, as the journal has it. */
import { z } from 'zod';
import { claim } from './claims.ts';
import { grade } from './grades.ts';
import { id, json, timestamp } from './primitives.ts';
import { recordLink } from './record-links.ts';

/** One field of a claim before and after an act. */
export const fieldChange = z.object({ field: z.string(), before: json, after: json });
export type FieldChange = z.infer<typeof fieldChange>;

const other = z.object({ id, sentence: z.string() });

/** What an act was about: the claim itself, its tie to a passage or to a claim, a judgement, a settled contradiction. */
export const claimEventSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), changes: z.array(fieldChange) }),
  z.object({
    kind: z.literal('evidence'),
    id,
    passageId: id,
    quote: z.string(),
    itemTitle: z.string(),
    stance: z.string(),
    note: z.string(),
  }),
  z.object({
    kind: z.literal('link'),
    id,
    relation: z.string(),
    direction: z.enum(['out', 'in', 'both']),
    other,
    note: z.string(),
  }),
  z.object({ kind: z.literal('grade'), id, scale: z.string(), value: z.string(), reason: z.string(), by: z.string() }),
  z.object({ kind: z.literal('settlement'), id, rule: z.string(), other, reason: z.string() }),
]);
export type ClaimEventSubject = z.infer<typeof claimEventSubject>;

export const claimEvent = z.object({
  /** Number of the journal entry. */
  seq: z.number().int(),
  at: timestamp,
  actor: z.string(),
  action: z.string(),
  /** Why, as the person said with the change, the removal or the taking back. */
  why: z.string().nullable(),
  /** Number of the version the claim then had, counted from 1; null while it is not changed itself. */
  version: z.number().int().nullable(),
  about: claimEventSubject,
});
export type ClaimEvent = z.infer<typeof claimEvent>;

/** Names by id of parties, sources and incidents that any version speaks of. */
export const historyNames = z.record(z.string(), z.string());

export const claimHistory = z.object({ events: z.array(claimEvent), names: historyNames });
export type ClaimHistory = z.infer<typeof claimHistory>;

/** A claim as it stood after an entry of the journal, with what was tied to it and how it was judged then. */
export const claimThen = z.object({
  /** The last entry about it up to then. */
  seq: z.number().int(),
  at: timestamp,
  /** Out of the lists at that moment. */
  isRemoved: z.boolean(),
  claim,
  links: z.array(recordLink),
  grades: z.array(grade),
});
export type ClaimThen = z.infer<typeof claimThen>;

/** A grade with what became of it. */
export const gradeRecord = grade.extend({
  withdrawn: z.object({ at: timestamp, by: z.string(), reason: z.string() }).nullable(),
});
export type GradeRecord = z.infer<typeof gradeRecord>;
