import type { ClaimChanges } from '../model/claim-changes.ts';
import type { ClaimFields } from '../model/claims.ts';

/** A claim with changes put in; pure. What the changes say nothing of stays the very same. */
export function applyChanges(fields: ClaimFields, set: ClaimChanges): ClaimFields {
  const { addParty, removeParty, renameUnit, extra, ...plain } = set;
  const next: ClaimFields = {
    ...fields,
    ...(Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as object),
  };
  if (removeParty !== undefined) next.parties = next.parties.filter((party) => !isSame(party, removeParty));
  if (addParty !== undefined && !next.parties.some((party) => isSame(party, addParty))) next.parties = [...next.parties, addParty];
  if (renameUnit !== undefined)
    next.quantities = next.quantities.map((one) => (one.unit === renameUnit.from ? { ...one, unit: renameUnit.to } : one));
  if (extra !== undefined) {
    const values = Object.entries({ ...fields.extra, ...extra }).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== null,
    );
    next.extra = Object.fromEntries(values);
  }
  return next;
}

type Party = ClaimFields['parties'][number];
const isSame = (one: Party, other: Party) => one.partyId === other.partyId && one.role === other.role;
