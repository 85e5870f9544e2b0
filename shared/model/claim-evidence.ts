/** A claim's evidence as its page shows it, and a passage's claims. */
import { z } from 'zod';
import { evidenceLink } from './claims.ts';
import { fileRole, itemType, proofState } from './items.ts';
import { passage } from './passages.ts';
import { id, sha256, timestamp } from './primitives.ts';
import { modalities } from './vocabulary.ts';

/**
 * The words a passage marks with those around them. `text`: as they stand in the text now; `kept`: the passage is lost,
 * and these are the words and surroundings that were kept with it. `cutBefore`, `cutAfter`: the text goes on there.
 */
export const passageContext = z.object({
  from: z.enum(['text', 'kept']),
  before: z.string(),
  marked: z.string(),
  after: z.string(),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
});
export type PassageContext = z.infer<typeof passageContext>;

export const claimEvidence = evidenceLink.extend({
  linkedBy: z.string(),
  passage,
  /** Null where the passage marks no words. */
  context: passageContext.nullable(),
  /** BCP 47: of the passage, else of the text it stands in, else of its source. */
  language: z.string().nullable(),
  item: z.object({ id, type: itemType, title: z.string(), source: z.string() }),
  /** The file as it was received that the passage goes back to. */
  file: z.object({ id, role: fileRole, name: z.string(), sha256 }).nullable(),
  /** How far the item's bytes can be vouched for, and when that was found out; null: never verified. */
  proof: z.object({ state: proofState, at: timestamp.nullable() }),
});
export type ClaimEvidence = z.infer<typeof claimEvidence>;

/** A claim that stands on a passage, in words. */
export const passageClaim = evidenceLink.extend({
  sentence: z.string(),
  modality: z.enum(modalities),
  speaker: z.string().nullable(),
});
export type PassageClaim = z.infer<typeof passageClaim>;
