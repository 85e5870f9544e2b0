import { z } from 'zod';
import { edtf } from './edtf.ts';
import { id, timestamp } from './primitives.ts';

/** What like things can be to each other, from the one to the other. */
export const linkRelations = {
  claim: ['repeats', 'corrects', 'supersedes', 'contradicts', 'supports'],
  incident: ['part of', 'same as', 'follows', 'caused'],
  party: ['part of', 'member of', 'controlled by'],
} as const;
export const linkedKinds = ['claim', 'incident', 'party'] as const;
export type LinkedKind = (typeof linkedKinds)[number];
export type Relation<Kind extends LinkedKind = LinkedKind> = (typeof linkRelations)[Kind][number];

const mutual = new Set<string>(['contradicts', 'same as']);
/** Relations that hold both ways; every other one is refused when it would close a circle. */
export const isMutualRelation = (relation: string): boolean => mutual.has(relation);

const shape = { fromId: id, toId: id, when: edtf.nullable().default(null), note: z.string().max(10_000).default('') };
/** A link to make. `when`: from when to when it held, for parties. */
export const newLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), relation: z.enum(linkRelations.claim), ...shape }),
  z.object({ kind: z.literal('incident'), relation: z.enum(linkRelations.incident), ...shape }),
  z.object({ kind: z.literal('party'), relation: z.enum(linkRelations.party), ...shape }),
]);

/** A link as it is kept, write-once. */
export const recordLink = z.object({
  id,
  fromId: id,
  toId: id,
  relation: z.string(),
  when: z.string().nullable(),
  note: z.string(),
  createdAt: timestamp,
  createdBy: z.string(),
});
export type RecordLink = z.infer<typeof recordLink>;
