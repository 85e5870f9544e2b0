/** Claims, their evidence, parties and incidents. */
import { z } from 'zod';
import { claimDraft } from '../model/claim-draft.ts';
import { claim, claimFields, evidenceLink } from '../model/claims.ts';
import { incident, incidentFields } from '../model/incidents.ts';
import { party, partyFields } from '../model/parties.ts';
import { id, pageOf, pageRequest } from '../model/primitives.ts';
import { recentChoices } from '../model/recent-choices.ts';
import { stances } from '../model/vocabulary.ts';
import { engineCall, nothing, byId, reason } from './call.ts';

/** Why something is changed; kept in the journal with the change. */
const why = z.string().trim().min(1).max(2000).optional();

export const claimsContract = {
  'claims.create': engineCall(
    z.object({
      ...claimFields.shape,
      evidence: z.array(z.object({ passageId: id, stance: z.enum(stances), note: z.string().default('') })).default([]),
      /** Claims that this one repeats; linked in the same act. */
      repeats: z.array(id).max(50).optional(),
    }),
    claim,
    'claims',
    'incidents',
    'parties',
    'passages',
    'items',
    'journal',
    'case',
  ),
  'claims.update': engineCall(z.object({ id, fields: claimFields, why }), claim, 'claims', 'incidents', 'parties', 'journal'),
  'claims.remove': engineCall(z.object({ id, reason }), nothing, 'claims', 'incidents', 'parties', 'passages', 'items', 'journal', 'case'),
  /** What the words of a passage say, read by rules; nothing is written. `itemDate` is what relative dates were counted from. */
  'claims.draft': engineCall(z.object({ passageId: id }), claimDraft.extend({ itemDate: z.string().nullable() })),
  'claims.get': engineCall(byId, claim),
  /** What the newest claims used, to be offered first. */
  'claims.recent': engineCall(z.object({}), recentChoices),
  /** Claims that say the same figures of the same act: what a claim being written may repeat. */
  'claims.alike': engineCall(
    z.object({
      act: z.string().max(60),
      incidentId: id.nullable(),
      figures: z
        .array(z.object({ unit: z.string(), value: z.number().nullable(), min: z.number().nullable(), max: z.number().nullable() }))
        .max(50),
    }),
    z.object({ claims: z.array(claim) }),
  ),
  'evidence.link': engineCall(
    z.object({ claimId: id, passageId: id, stance: z.enum(stances), note: z.string().default('') }),
    evidenceLink,
    'claims',
    'passages',
    'items',
    'journal',
  ),
  'evidence.unlink': engineCall(z.object({ id, reason }), nothing, 'claims', 'passages', 'items', 'journal'),
  'parties.create': engineCall(partyFields, party, 'parties', 'journal', 'case'),
  'parties.update': engineCall(z.object({ id, fields: partyFields, why }), party, 'parties', 'claims', 'journal'),
  'parties.remove': engineCall(z.object({ id, reason }), nothing, 'parties', 'journal', 'case'),
  'parties.list': engineCall(
    z.object({
      words: z.string().max(200).optional(),
      /** Those found to be this one; `null`: those that were not found to be another. */
      mergedInto: id.nullable().optional(),
      ...pageRequest,
    }),
    pageOf(party),
  ),
  'parties.get': engineCall(byId, party),
  'incidents.create': engineCall(incidentFields, incident, 'incidents', 'journal', 'case'),
  'incidents.update': engineCall(z.object({ id, fields: incidentFields, why }), incident, 'incidents', 'claims', 'journal'),
  'incidents.remove': engineCall(z.object({ id, reason }), nothing, 'incidents', 'journal', 'case'),
  'incidents.list': engineCall(z.object({ words: z.string().max(200).optional(), ...pageRequest }), pageOf(incident)),
  'incidents.get': engineCall(byId, incident),
} as const;
