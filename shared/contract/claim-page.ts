/** What the page of one claim asks: evidence in its context, relations, history. */
import { z } from 'zod';
import { claimEvidence, passageClaim } from '../model/claim-evidence.ts';
import { claimHistory, claimThen, gradeRecord, historyNames } from '../model/claim-history.ts';
import { claimRelation, repeatFamily } from '../model/claim-relations.ts';
import { evidenceLink } from '../model/claims.ts';
import { gradedKinds } from '../model/grades.ts';
import { id, timestamp } from '../model/primitives.ts';
import { stances } from '../model/vocabulary.ts';
import { byId, engineCall, reason } from './call.ts';

export const claimPageContract = {
  /** Every passage of a claim with the words around it and the proof state of its file, in the order they were linked. */
  'evidence.ofClaim': engineCall(z.object({ claimId: id }), z.object({ evidence: z.array(claimEvidence) })),
  /** The claims that stand on a passage, each with its stance. */
  'evidence.ofPassage': engineCall(z.object({ passageId: id }), z.object({ claims: z.array(passageClaim) })),
  /** Another stance or note for a passage of a claim, as one act: the old link goes with the reason, a new one is made. */
  'evidence.restate': engineCall(
    z.object({ id, stance: z.enum(stances), note: z.string().max(10_000), reason }),
    evidenceLink,
    'claims',
    'passages',
    'items',
    'journal',
  ),
  /** Links of a claim both ways, and the claims it repeats or is repeated by, near and far. */
  'claims.relations': engineCall(byId, z.object({ links: z.array(claimRelation), family: repeatFamily })),
  /** What was done to a claim and to what hangs on it, the oldest first, from the journal; of a removed one too. */
  'claims.history': engineCall(byId, claimHistory),
  /**
   * A claim as it stood at a moment or right after an entry of the journal, rebuilt from the journal alone. `then` is null
   * before it was made.
   */
  'claims.at': engineCall(
    z.union([z.object({ id, at: timestamp }), z.object({ id, seq: z.number().int().min(1) })]),
    z.object({ then: claimThen.nullable(), names: historyNames }),
  ),
  /** All grades a thing was ever given, withdrawn ones too, the newest first. */
  'grades.history': engineCall(z.object({ subjectKind: z.enum(gradedKinds), subjectId: id }), z.object({ grades: z.array(gradeRecord) })),
} as const;
