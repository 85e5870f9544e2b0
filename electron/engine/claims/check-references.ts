/** What a claim or link names must stand in the case. Checked inside the transaction that writes it. */
import type { Kysely } from 'kysely';
import { HoldfastError } from '#shared/errors.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { Tables } from '../db/tables.ts';
import { checkExtra } from '../vocabulary/check-extra.ts';

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

/** `party-merged`, naming both, for a party found to be another; those in `named` were named before and may stay. */
export async function partiesMustStand(
  db: Kysely<Tables>,
  ids: readonly (string | null)[],
  named: readonly (string | null)[] = [],
): Promise<void> {
  await mustStand(db, 'party', ids);
  const known = new Set(named);
  const added = [...new Set(ids.filter((id) => id !== null && !known.has(id)))] as string[];
  if (added.length === 0) return;
  const merged = await db
    .selectFrom('partyMerge')
    .innerJoin('party as was', 'was.id', 'mergedId')
    .innerJoin('party as is', 'is.id', 'intoId')
    .select(['mergedId', 'intoId', 'was.name as name', 'is.name as into'])
    .where('mergedId', 'in', added)
    .where('partyMerge.id', 'not in', db.selectFrom('tombstone').select('subject').where('kind', '=', 'partyMerge'))
    .executeTakeFirst();
  if (merged !== undefined)
    throw new HoldfastError('party-merged', { name: merged.name, id: merged.mergedId, into: merged.into, intoId: merged.intoId });
}

const partiesOf = ({ speakerId, via, parties }: Pick<ClaimFields, 'speakerId' | 'via' | 'parties'>) => [
  speakerId,
  ...via.map((hop) => hop.partyId),
  ...parties.map((party) => party.partyId),
];

/** `before` is what the claim said until now. */
export async function checkReferences(db: Kysely<Tables>, fields: ClaimFields, before?: ClaimFields): Promise<void> {
  await partiesMustStand(db, partiesOf(fields), before === undefined ? [] : partiesOf(before));
  await checkExtra(db, 'claim', fields.extra);
  await mustStand(
    db,
    'item',
    fields.via.map((hop) => hop.itemId),
  );
  await mustStand(db, 'incident', [fields.incidentId]);
}
