import { z } from 'zod';
import { facts, id, timestamp } from './primitives.ts';

/** What verify can find. Words and remedy for each stand in `shared/finding-words.ts`. */
export const findingCodes = [
  'blob-altered',
  'blob-missing',
  'blob-orphan',
  'blob-unreadable',
  'blob-size',
  'file-unexplained',
  'text-altered',
  'journal-broken',
  'journal-gap',
  'journal-empty',
  'journal-unsigned',
  'signature-missing',
  'signature-wrong',
  'signature-key',
  'key-altered',
  'seal-wrong',
  'seal-beyond',
  'branch-broken',
  'timestamp-altered',
  'timestamp-wrong',
  'timestamp-missing',
  'timestamp-clock',
  'proof-wrong',
  'passage-lost',
  'passage-moved',
  'passage-approximate',
  'passage-place',
  'evidence-dangling',
  'database-damaged',
  'reference-dangling',
  'schema-changed',
  'clock-back',
  'record-mismatch',
  'bag-declaration',
  'bag-missing',
  'bag-altered',
  'bag-unlisted',
  'bag-oxum',
  'bag-manifest',
  'bag-path',
  'bag-unreadable',
  'casefile-content',
  'casefile-profile',
  'more-findings',
  'verify-page',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One thing that does not hold, never a bare "ok". */
export const finding = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(['broken', 'warning', 'note']),
  /** What it is about: a hash, a path, a journal number, an id. */
  subject: z.string(),
  facts,
  itemId: id.nullable(),
  passageId: id.nullable(),
});
export type Finding = z.infer<typeof finding>;

/** How far an interrupted verification came: `startedAt` of its first part, and what it hashed. */
export const verifyProgress = z.object({ startedAt: timestamp, blobs: z.number().int(), bytes: z.number().int() });
export type VerifyProgress = z.infer<typeof verifyProgress>;

/** Counts of what was looked at, so that an empty list of findings says of what. */
export const verifyReport = z.object({
  startedAt: timestamp,
  endedAt: timestamp,
  checked: z.object({
    blobs: z.number().int(),
    bytes: z.number().int(),
    files: z.number().int(),
    journalEntries: z.number().int(),
    /** Null in reports of versions that did not count them. */
    seals: z.number().int().nullable().default(null),
    timestamps: z.number().int().nullable().default(null),
    texts: z.number().int(),
    passages: z.number().int(),
    evidence: z.number().int(),
  }),
  findings: z.array(finding),
  /** True when the result was written to the journal (not when the case is open for reading only). */
  recorded: z.boolean(),
  /**
   * When it went on from an interrupted verification: when that one began (`startedAt` is when this part began), and how
   * many of the blobs counted above were hashed there and not touched since, by their file times.
   */
  resumedFrom: verifyProgress.nullable().default(null),
});
export type VerifyReport = z.infer<typeof verifyReport>;

export const exportResult = z.object({
  path: z.string(),
  form: z.enum(['folder', 'zip']),
  bytes: z.number().int(),
  payloadFiles: z.number().int(),
  /** SHA-256 of the tag manifest, which fixes everything in the bag. */
  tagManifestSha256: z.string(),
  journalHead: z.string(),
});
export type ExportResult = z.infer<typeof exportResult>;

export const caseFileReport = z.object({
  path: z.string(),
  title: z.string().nullable(),
  caseId: z.string().nullable(),
  exportedAt: z.string().nullable(),
  checked: z.object({
    files: z.number().int(),
    bytes: z.number().int(),
    journalEntries: z.number().int(),
    seals: z.number().int(),
    passages: z.number().int(),
    claims: z.number().int(),
  }),
  findings: z.array(finding),
});
export type CaseFileReport = z.infer<typeof caseFileReport>;
