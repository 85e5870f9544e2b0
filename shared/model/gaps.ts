/** What a case does not show yet: computed when asked for, never stored. */
import { z } from 'zod';
import { id } from './primitives.ts';

export const gapKinds = [
  /** No passage that stands is tied to the claim. */
  'claim without passage',
  /** Words of a passage that a claim stands on are not found in the text any more. */
  'passage lost',
  /** Two claims that cannot both hold, not explained by a person, or explained before one of them was changed. */
  'contradiction unsettled',
  /** A figure put forward that goes back to one independent origin. */
  'single origin',
  'claim without speaker',
  'claim without date said',
  'claim without incident',
  'passage without claim',
  'incident without claim',
  /** No passage, no note, and no claim names it in its chain. */
  'item untouched',
  /** No claim and no incident names it. */
  'party uncited',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** Kinds that follow from setting the claims of every incident side by side, and take longer than the others. */
export const needsAnalysis = (kind: GapKind): boolean => kind === 'contradiction unsettled' || kind === 'single origin';

export const gapSubjects = ['claim', 'passage', 'item', 'incident', 'party'] as const;

export const gap = z.object({
  kind: z.enum(gapKinds),
  /** The same gap has the same key in every answer. */
  key: z.string(),
  subject: z.object({ kind: z.enum(gapSubjects), id }),
  /** What it is called: a sentence, quotation, title or name; empty for a passage without words. */
  title: z.string(),
  /** A second thing it is about: the other claim of a contradiction, the claim that stands on a lost passage. */
  other: z.object({ kind: z.enum(gapSubjects), id, title: z.string() }).nullable(),
  /** Facts for the words beside it; which ones there are follows from the kind. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Gap = z.infer<typeof gap>;

export const gapCount = z.object({ kind: z.enum(gapKinds), count: z.number().int(), first: z.array(gap) });
