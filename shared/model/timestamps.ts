/** Timestamps over seals (RFC 3161): authorities, requests, tokens. */
import { z } from 'zod';
import { id, sha256, timestamp, words } from './primitives.ts';
import { sealReasons } from './seals.ts';

/** Why a request has no token yet: first what may pass by itself, then what only a person can settle. */
export const passingProblems = ['unreachable', 'slow', 'busy'] as const;
export const tokenProblems = [
  'unreadable',
  'rejected',
  'imprint',
  'nonce',
  'policy',
  'no-certificate',
  'signature',
  'purpose',
  'certificate-link',
  'validity',
  'chain',
] as const;
export const replyProblems = ['status', 'redirect', 'content-type', 'too-large'] as const;
export const timestampProblems = [...passingProblems, ...replyProblems, ...tokenProblems] as const;
export type TimestampProblem = (typeof timestampProblems)[number];
export type TokenProblem = (typeof tokenProblems)[number];

export const problem = z.object({
  code: z.enum(timestampProblems),
  /** What the other side said, or a number; null when the code says all. */
  detail: z.string().nullable(),
});
export type Problem = z.infer<typeof problem>;

/** An object identifier in dotted form. */
export const oid = z.string().regex(/^[0-2](\.(0|[1-9]\d*)){1,31}$/);

export const authorityDraft = z.object({
  name: words,
  url: z
    .string()
    .trim()
    .max(2000)
    .regex(/^https?:\/\/[^\s/?#@\\]+([/?#][^\s]*)?$/i, 'is not an http or https address without a password in it'),
  /** Certificates in PEM that a token's chain must lead to; null: the root is not checked. */
  anchors: z.string().max(200_000).nullable().default(null),
  policy: oid.nullable().default(null),
  /** Asked at every seal, as far as requests are allowed; otherwise only when a person asks. */
  auto: z.boolean().default(false),
});

export const authority = authorityDraft.extend({ id, url: z.string(), createdAt: timestamp, createdBy: z.string() });
export type Authority = z.infer<typeof authority>;

/** What a token says and what was found when it was checked. */
export const tokenFacts = z.object({
  /** When the authority says that it saw the seal's hash. */
  time: timestamp,
  /** How far off that may be, in milliseconds; null when the authority does not say. */
  accuracyMs: z.number().int().nullable(),
  /** Hex. */
  serial: z.string(),
  policy: z.string(),
  /** Subject of the certificate that signed. */
  signer: z.string(),
  /** Whether its chain leads to a certificate that the person gave. False: the root was not checked. */
  trusted: z.boolean(),
});
export type TokenFacts = z.infer<typeof tokenFacts>;

export const timestampStates = ['queued', 'proved', 'failed'] as const;

/** One seal asked of one authority. An authority that was never asked has none. */
export const sealTimestamp = z.object({
  id,
  sealId: id,
  authorityId: id,
  authority: z.string(),
  state: z.enum(timestampStates),
  queuedAt: timestamp,
  /** Failures so far, the last of them, and when it is tried again by itself. */
  failures: z.number().int(),
  problem: problem.nullable(),
  triedAt: timestamp.nullable(),
  nextAt: timestamp.nullable(),
  token: tokenFacts
    .extend({
      sha256,
      /** Names of the reply and of the chain (null when none is known) among the seals of a case file. */
      file: z.string(),
      chainFile: z.string().nullable(),
      /** The line that checks it there. */
      check: z.string(),
    })
    .nullable(),
});
export type SealTimestamp = z.infer<typeof sealTimestamp>;

/** A seal as `seals.json` of a case file lists it. */
export const listedSeal = z.object({
  id,
  file: z.string(),
  reason: z.enum(sealReasons),
  treeSize: z.number().int().min(1),
  at: timestamp,
  /** The journal entry that tells of it. */
  seq: z.number().int().nullable(),
  tokens: z.array(
    z.object({
      id,
      authorityId: id,
      authority: z.string(),
      state: z.enum(timestampStates),
      problem: problem.nullable(),
      token: tokenFacts.extend({ sha256, file: z.string(), chainFile: z.string().nullable() }).nullable(),
    }),
  ),
});
export type ListedSeal = z.infer<typeof listedSeal>;

export const timestampsState = z.object({
  /** Whether this installation may ask authorities for this case. */
  allowed: z.boolean(),
  authorities: z.number().int(),
  queued: z.number().int(),
  proved: z.number().int(),
  failed: z.number().int(),
});
export type TimestampsState = z.infer<typeof timestampsState>;
