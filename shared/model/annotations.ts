/** W3C Web Annotations read from a file: what became of each. */
import { z } from 'zod';
import { id, sha256, timestamp } from './primitives.ts';

/** Where a passage that was read from a file comes from; who made it and when is what the file says. */
export const passageOrigin = z.object({
  annotationId: z.string().max(2000).nullable(),
  creator: z.string().max(200).nullable(),
  created: z.string().max(100).nullable(),
  /** SHA-256 of the file it was read from. */
  fileSha256: sha256,
});
export type PassageOrigin = z.infer<typeof passageOrigin>;

/** Why an annotation became no passage. */
export const annotationRefusals = [
  'unreadable',
  'no-source',
  'no-selector',
  'words-lost',
  'words-approximate',
  'words-ambiguous',
  'removed-here',
  'outside',
] as const;

const about = {
  /** Its place in the file, from 1. */
  number: z.number().int(),
  annotationId: z.string().nullable(),
  /** The words it names, shortened; empty for an area or a time. */
  quote: z.string(),
};

export const annotationFate = z.discriminatedUnion('fate', [
  /** `moved`: the words stand elsewhere in the text than the file says. */
  z.object({ fate: z.literal('made'), ...about, passageId: id, itemId: id, state: z.enum(['exact', 'moved']), score: z.number() }),
  z.object({ fate: z.literal('already'), ...about, passageId: id }),
  /** `found`: words that are like those named, for a person to judge. */
  z.object({
    fate: z.literal('refused'),
    ...about,
    reason: z.enum(annotationRefusals),
    itemId: id.nullable(),
    found: z.string().nullable(),
  }),
]);
export type AnnotationFate = z.infer<typeof annotationFate>;

export const annotationsRead = z.object({
  fates: z.array(annotationFate),
  counts: z.object({ made: z.number().int(), already: z.number().int(), refused: z.number().int() }),
  /** Nothing was made: only told what would be. */
  isTrial: z.boolean(),
});
export type AnnotationsRead = z.infer<typeof annotationsRead>;

export const annotationsWritten = z.object({ path: z.string(), count: z.number().int(), sha256, at: timestamp });
