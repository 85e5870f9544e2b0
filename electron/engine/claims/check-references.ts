/** What a claim or link names must stand in the case. Checked inside the transaction that writes it. */
import type { Kysely } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { Tables } from '../db/tables.ts';

type Kind = 'item' | 'passage' | 'claim' | 'party' | 'incident';

/** `not-found`, naming kind and id, for the first id that is unknown or removed. */
export async function mustStand(db: Kysely<Tables>, kind: Kind, ids: readonly (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const rows = await db
    .selectFrom(kind)
    .select('id')
    .where('id', 'in', wanted)
    .where('id', 'not in', db.selectFrom('tombstone').select('subject').where('subject', 'in', wanted))
    .execute();
  const standing = new Set(rows.map((row) => row.id));
  const missing = wanted.find((id) => !standing.has(id));
  if (missing !== undefined) throw new HoldfastError('not-found', { kind, id: missing });
}

export async function checkReferences(db: Kysely<Tables>, fields: ClaimFields): Promise<void> {
  await mustStand(db, 'party', [
    fields.speakerId,
    ...fields.via.map((hop) => hop.partyId),
    ...fields.parties.map((party) => party.partyId),
  ]);
  await mustStand(
    db,
    'item',
    fields.via.map((hop) => hop.itemId),
  );
  await mustStand(db, 'incident', [fields.incidentId]);
}
