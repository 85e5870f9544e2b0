import { z } from 'zod';
import { claimParty, extraValues, place, term } from './claims.ts';
import { edtf } from './edtf.ts';
import { id } from './primitives.ts';
import { claimActs, modalities, units } from './vocabulary.ts';

/** What is put into many claims at once. A field left out stays as each claim has it; null empties it. */
export const claimChanges = z
  .object({
    act: term(claimActs).optional(),
    modality: z.enum(modalities).optional(),
    speakerId: id.nullable().optional(),
    incidentId: id.nullable().optional(),
    place: place.nullable().optional(),
    when: edtf.nullable().optional(),
    saidAt: edtf.nullable().optional(),
    cause: z.string().trim().max(500).nullable().optional(),
    addParty: claimParty.optional(),
    removeParty: claimParty.optional(),
    renameUnit: z.object({ from: term(units), to: term(units) }).optional(),
    /** Fields of the case's own; null takes the value out. */
    extra: z.record(z.string().min(1).max(60), z.union([extraValues.valueType, z.null()])).optional(),
  })
  .refine((set) => Object.keys(set).length > 0, { message: 'says nothing to change' });
export type ClaimChanges = z.infer<typeof claimChanges>;
