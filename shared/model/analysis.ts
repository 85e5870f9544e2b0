import { z } from 'zod';
import { id } from './primitives.ts';

/** One claim's figure for a measure, as said. Bounds follow from the qualifier; null is unbounded. */
export const figure = z.object({
  claimId: id,
  speaker: z.string().nullable(),
  modality: z.string(),
  saidAt: z.string().nullable(),
  qualifier: z.string(),
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  passages: z.number().int(),
});

/** All figures of one measure (act, unit and role) side by side; nothing is averaged. */
export const measure = z.object({
  act: z.string(),
  unit: z.string(),
  role: z.string(),
  /**
   * Least and most number any figure that is put forward states; null where no such figure bounds that side. A figure
   * denied, retracted or questioned is listed and bounds nothing.
   */
  least: z.number().nullable(),
  most: z.number().nullable(),
  figures: z.array(figure),
});

export const incidentAnalysis = z.object({
  incidentId: id,
  claims: z.number().int(),
  measures: z.array(measure),
  /** Claims in order of the date they were said, undated last. */
  statements: z.array(
    z.object({ claimId: id, speaker: z.string().nullable(), act: z.string(), modality: z.string(), saidAt: z.string().nullable() }),
  ),
  claimsWithoutPassage: z.array(id),
});
export type IncidentAnalysis = z.infer<typeof incidentAnalysis>;
