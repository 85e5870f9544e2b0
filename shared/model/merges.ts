/** Merging two copies of one case: what comes in, what both changed, and how a person settled it. */
import { z } from 'zod';
import { id, json, sha256, timestamp, words } from './primitives.ts';

/** Things a merge brings in, changes or takes away; the tables they stand in, or nearly. */
export const mergedKinds = [
  'item',
  'itemNote',
  'itemCustody',
  'file',
  'passage',
  'passageLink',
  'passageCarry',
  'tagColour',
  'claim',
  'evidence',
  'party',
  'incident',
  'claimLink',
  'incidentLink',
  'partyLink',
  'partyMerge',
  'grade',
  'settlement',
  'vocabularyTerm',
  'fieldDefinition',
  'itemVersion',
  'absence',
  'redaction',
  'caseSetting',
] as const;
export type MergedKind = (typeof mergedKinds)[number];

/** Why both cannot stand: both changed it, one removed what the other changed or leans on, or its place is taken. */
export const conflictCauses = ['changed', 'removed-here', 'removed-there', 'needed-here', 'needed-there', 'taken'] as const;
export type ConflictCause = (typeof conflictCauses)[number];

/** A thing as one copy has it; null where it is not there. */
export const thingState = z.object({ removed: z.boolean(), fields: z.record(z.string(), json) });
export type ThingState = z.infer<typeof thingState>;

/** `elsewhere`: the other copy settled it. `overtaken`: a later merge found it anew. */
export const conflictChoices = ['ours', 'theirs', 'fields', 'elsewhere', 'overtaken'] as const;

export const mergeConflict = z.object({
  id,
  branchId: id,
  kind: z.enum(mergedKinds),
  subject: z.string(),
  cause: z.enum(conflictCauses),
  base: thingState.nullable(),
  /** As it was here when the copies were merged. */
  ours: thingState.nullable(),
  theirs: thingState.nullable(),
  /** Fields in which the two differ; the one a person may choose for each. */
  differing: z.array(z.string()),
  /** What a person calls it. */
  title: z.string(),
  /** Names of the things its fields name by id. */
  names: z.record(z.string(), z.string()),
  /** The other copy, and whoever changed it there last. */
  source: z.string(),
  theirActor: z.string().nullable(),
  theirAt: timestamp.nullable(),
  foundAt: timestamp,
  settled: z.object({ at: timestamp, by: z.string(), choice: z.enum(conflictChoices), reason: words }).nullable(),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

const count = z.number().int();

/** What a merge does, or in a dry run would do. */
export const mergeReport = z.object({
  dryRun: z.boolean(),
  /** Null when there was nothing to bring in: the other copy is an earlier state of this one, or was merged already. */
  branchId: id.nullable(),
  source: z.string(),
  /** The last entry both share. */
  fork: z.object({ seq: count, hash: sha256 }),
  /** Entries of each since then. */
  entries: z.object({ ours: count, theirs: count }),
  kinds: z.array(z.object({ kind: z.enum(mergedKinds), added: count, changed: count, removed: count, restored: count })),
  /** Things both changed to the same. */
  alike: count,
  conflicts: z.array(z.object({ kind: z.enum(mergedKinds), cause: z.enum(conflictCauses), title: z.string() })),
  files: z.object({ count, bytes: count }),
  /** Files that the other copy has no bytes of, because they had been removed when its case file was made. */
  absent: count,
});
export type MergeReport = z.infer<typeof mergeReport>;

export const mergedBranch = z.object({
  id,
  source: z.string(),
  forkSeq: count,
  forkHash: sha256,
  headSeq: count,
  headHash: sha256,
  receivedAt: timestamp,
  actors: z.array(z.string()),
  seals: count,
});
export type MergedBranch = z.infer<typeof mergedBranch>;
