/** A part of a case that goes into a case file, and what of it is held back. */
import { z } from 'zod';
import { id, sha256, words } from './primitives.ts';

/**
 * What is chosen. What a chosen thing stands on comes with it: an incident's claims, a claim's incident, parties and
 * passages, a passage's source. Of a source chosen for itself the passages come too, but not the claims made of them.
 */
export const exportSelection = z.object({
  incidentIds: z.array(id).max(10_000).default([]),
  claimIds: z.array(id).max(100_000).default([]),
  itemIds: z.array(id).max(100_000).default([]),
  /** Sources that stay behind, each with the reason that the case file gives. */
  withheld: z
    .array(z.object({ itemId: id, reason: words }))
    .max(100_000)
    .default([]),
  /** Sources of which a redacted copy goes instead. */
  redacted: z
    .array(z.object({ itemId: id, fileId: id }))
    .max(100_000)
    .default([]),
  /** Single words of withheld phrases that stand elsewhere in the case file: refused, or allowed by a person who looked. */
  singleWords: z.enum(['refused', 'allowed']).default('refused'),
});
export type ExportSelection = z.infer<typeof exportSelection>;

/** What a selection brings with it, told before anything is written. */
export const selectionPreview = z.object({
  counts: z.object({
    items: z.number().int(),
    passages: z.number().int(),
    claims: z.number().int(),
    incidents: z.number().int(),
    parties: z.number().int(),
  }),
  /** Every source that the selection reaches, those held back included. */
  items: z.array(
    z.object({
      itemId: id,
      title: z.string(),
      type: z.string(),
      fate: z.enum(['whole', 'redacted', 'withheld']),
      /** Passages of it that chosen claims stand on. */
      evidence: z.number().int(),
      copies: z.array(z.object({ fileId: id, name: z.string(), sha256, createdAt: z.string() })),
    }),
  ),
  /** Incidents of which some claims stay behind, so that nothing is computed over them. */
  incompleteIncidents: z.array(z.object({ incidentId: id, code: z.string() })),
});
export type SelectionPreview = z.infer<typeof selectionPreview>;

/** data/journal/withheld.json: what was held back, proved to be part of the sealed whole without being shown. */
export const withheldEntry = z.object({
  kind: z.enum(['item', 'passage']),
  id,
  /** The journal entry that kept or made it, and that entry's hash; `proofs.jsonl` has its inclusion proof. */
  seq: z.number().int().min(1),
  hash: sha256,
  reason: z.string(),
  /** Where the redacted copy lies in the bag, when one goes instead. */
  redactedCopy: z.string().nullable(),
});
export type WithheldEntry = z.infer<typeof withheldEntry>;
