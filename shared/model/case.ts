import { z } from 'zod';
import { id, sha256, timestamp, words } from './primitives.ts';

/** Which sources are shown blurred, without colour and without sound until asked for: those marked graphic, or all that have pictures or sound. */
export const graphicVeils = ['marked', 'all'] as const;

/** How a case is shown and kept, for whoever opens it; kept in the case. */
export const caseSettings = z.object({
  graphicVeil: z.enum(graphicVeils),
  /** Each opening of a source for reading is entered in the journal. */
  journalReads: z.boolean(),
});
export type CaseSettings = z.infer<typeof caseSettings>;

/** An open case: where it is, what it holds, whether this process may write. */
export const caseInfo = z.object({
  caseId: id,
  title: words,
  folder: z.string(),
  access: z.enum(['write', 'read']),
  /** Why it is open for reading only, when it is. */
  readOnlyReason: z.enum(['asked', 'locked', 'folder-not-writable', 'case-file', 'backup']).nullable(),
  /** The case file that is looked at, when it is one. */
  caseFile: z.string().nullable(),
  createdAt: timestamp,
  formatVersion: z.number().int(),
  counts: z.object({
    items: z.number().int(),
    passages: z.number().int(),
    claims: z.number().int(),
    incidents: z.number().int(),
    parties: z.number().int(),
    byType: z.record(z.string(), z.number().int()),
  }),
  journal: z.object({ entries: z.number().int(), head: sha256 }),
  settings: caseSettings,
  lastVerified: z.object({ at: timestamp, findings: z.number().int() }).nullable(),
});
export type CaseInfo = z.infer<typeof caseInfo>;

export const recentCase = z.object({ folder: z.string(), title: z.string(), openedAt: timestamp });
export type RecentCase = z.infer<typeof recentCase>;
