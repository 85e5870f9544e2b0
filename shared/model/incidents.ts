import { z } from 'zod';
import { claimParty, extraValues, place } from './claims.ts';
import { edtf } from './edtf.ts';
import { id, longWords, timestamp, words } from './primitives.ts';

/** The event that claims are about. `code` means one incident for ever; `when` may be an interval. */
export const incidentFields = z.object({
  code: z.string().trim().min(1).max(40),
  title: words,
  kind: z.string().trim().max(60).default(''),
  when: edtf.nullable().default(null),
  place: place.nullable().default(null),
  /** Further places, less sure or less exact than `place`. */
  secondaryPlaces: z.array(place).max(50).default([]),
  parties: z.array(claimParty).max(100).default([]),
  note: longWords.default(''),
  extra: extraValues.default({}),
});
export type IncidentFields = z.infer<typeof incidentFields>;
export const incident = incidentFields.extend({ id, createdAt: timestamp, updatedAt: timestamp, claims: z.number().int() });
export type Incident = z.infer<typeof incident>;
