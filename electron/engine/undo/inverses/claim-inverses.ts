import { canonicalJson } from '#shared/canonical-json.ts';
import { HoldfastError } from '#shared/errors.ts';
import { claimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import { partyFields } from '#shared/model/parties.ts';
import type { Json } from '#shared/model/primitives.ts';
import { relinkEvidence, unlinkEvidence } from '../../claims/evidence-links.ts';
import { getClaim } from '../../claims/read-claims.ts';
import { putClaim, removeClaim, restoreClaim } from '../../claims/write-claims.ts';
import type { CaseContext } from '../../context.ts';
import { getIncident } from '../../incidents/read-incidents.ts';
import { removeIncident, restoreIncident, updateIncident } from '../../incidents/write-incidents.ts';
import { restore } from '../../items/bury.ts';
import { getParty } from '../../parties/read-parties.ts';
import { removeParty, updateParty } from '../../parties/write-parties.ts';
import { madeAndRemoved, reason, type Inverses } from './inverse.ts';

/** Claims, their evidence, incidents and parties. */
export const claimInverses: Inverses = {
  ...madeAndRemoved('claim', 'created', removeClaim, restoreClaim),
  'claim.updated': async (ctx, entry) => {
    const now = await getClaim(ctx, entry.subject);
    const before = claimFields.parse(now);
    await putClaim(ctx, { id: entry.subject, before, fields: asBefore(entry, 'claim', before, now.updatedAt), why: reason });
  },
  ...madeAndRemoved('evidence', 'linked', unlinkEvidence, relinkEvidence),
  ...madeAndRemoved('incident', 'created', removeIncident, restoreIncident),
  'incident.updated': async (ctx, entry) => {
    const now = await getIncident(ctx, entry.subject);
    await updateIncident(ctx, {
      id: entry.subject,
      fields: asBefore(entry, 'incident', incidentFields.parse(now), now.updatedAt),
      why: reason,
    });
  },
  ...madeAndRemoved('party', 'created', removeParty, restoreParty),
  'party.updated': async (ctx, entry) => {
    const now = await getParty(ctx, entry.subject);
    await updateParty(ctx, { id: entry.subject, fields: asBefore(entry, 'party', partyFields.parse(now), now.updatedAt), why: reason });
  },
};

/** A party names nothing else, so nothing has to stand for it. */
async function restoreParty(ctx: CaseContext, { id }: { id: string }): Promise<void> {
  await restore(ctx, { kind: 'party', id, reason });
}

/**
 * The fields with those an update changed as they were before it; pure.
 * @throws HoldfastError changed-since when one of them was written over by an act that is not taken back
 */
function asBefore<Fields extends object>({ payload, subject }: JournalEntry, kind: string, now: Fields, at: string): Fields {
  const { changed } = payload as { changed?: Record<string, { before: Json; after: Json }> };
  const differences = Object.entries(changed ?? {});
  const stands = ([field, { after }]: (typeof differences)[number]) =>
    canonicalJson((now as Record<string, Json>)[field] ?? null) === canonicalJson(after);
  if (!differences.every(stands)) throw new HoldfastError('changed-since', { kind, id: subject, at });
  return { ...now, ...(Object.fromEntries(differences.map(([field, { before }]) => [field, before])) as Partial<Fields>) };
}
