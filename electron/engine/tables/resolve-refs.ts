/** What a row names, found in the case: parties, incidents, items, passages. Pure; what is not found is told of the row. */
import type { PartyRef, RowRemark } from '#shared/model/tables.ts';
import { nameKey, refName, type CaseIndex } from './case-index.ts';

/** Parties nobody knew, by `nameKey`, that are made when rows may make them. */
export type NewParties = Map<string, { id: string; name: string }>;
export type Resolver = {
  index: CaseIndex;
  newParties: NewParties;
  createParties: boolean;
  newId: () => string;
  /** Parties of the same file, for relations between parties. */
  inFile?: { has: (id: string) => boolean; named: (name: string) => string[] };
};
export type Told = { problems: RowRemark[]; notes: RowRemark[] };

/** How many candidates an ambiguous name is told with. */
const CANDIDATES = 5;

/** The id of a party. `named`: the parties the thing named before, which may have been merged since. Null when it is not found; then `told` says why. */
export function partyId(
  ref: PartyRef,
  column: string,
  resolver: Resolver,
  told: Told,
  named: ReadonlySet<string> = new Set(),
): string | null {
  const { index } = resolver;
  const known = ref.id === null ? undefined : index.parties.get(ref.id);
  if (ref.id !== null && (known?.state === 'standing' || resolver.inFile?.has(ref.id) === true))
    return unlessMerged(ref.id, column, resolver, told, named);
  if (known?.state === 'removed') return problem(told, 'party-removed', column, { name: known.name });
  if (ref.name === '') return problem(told, 'unknown-party', column, { name: refName(ref) || '?' });
  const found = [...new Set([...(index.partiesNamed.get(nameKey(ref.name)) ?? []), ...(resolver.inFile?.named(ref.name) ?? [])])];
  // What was merged into one of the others is no other choice.
  const apart = found.filter((id) => !found.includes(index.parties.get(id)?.mergedInto ?? ''));
  if (apart.length > 1) {
    const candidates = apart.slice(0, CANDIDATES).map((id) => `${index.parties.get(id)?.name ?? ref.name} [${id}]`);
    return problem(told, 'ambiguous-party', column, { name: ref.name, candidates: candidates.join('; '), count: apart.length });
  }
  const [only] = apart;
  if (only !== undefined) {
    if (ref.id !== null) told.notes.push({ code: 'party-by-name', column, facts: { name: ref.name, id: only } });
    return unlessMerged(only, column, resolver, told, named);
  }
  if (!resolver.createParties) return problem(told, 'unknown-party', column, { name: ref.name });
  const key = nameKey(ref.name);
  const made = resolver.newParties.get(key) ?? { id: ref.id ?? resolver.newId(), name: ref.name };
  resolver.newParties.set(key, made);
  told.notes.push({ code: 'creates-party', column, facts: { name: made.name } });
  return made.id;
}

function unlessMerged(id: string, column: string, { index }: Resolver, told: Told, named: ReadonlySet<string>): string | null {
  const party = index.parties.get(id);
  if (party?.mergedInto == null || named.has(id)) return id;
  return problem(told, 'party-merged', column, { name: party.name, into: index.parties.get(party.mergedInto)?.name ?? party.mergedInto });
}

export function incidentId(code: string, column: string, { index }: Pick<Resolver, 'index'>, told: Told): string | null {
  const clean = code.trim();
  const id = index.codes.get(clean) ?? (index.incidents.has(clean) ? clean : null);
  if (id === null) return problem(told, 'unknown-incident', column, { code: clean });
  return index.incidents.get(id)?.state === 'removed' ? problem(told, 'incident-removed', column, { code: clean }) : id;
}

/** An item or a passage must stand in this very case: its bytes do not come with a table. */
export function mustBeHere(kind: 'item' | 'passage', id: string, column: string, { index }: Pick<Resolver, 'index'>, told: Told): void {
  const state = (kind === 'item' ? index.items : index.passages).get(id);
  if (state === 'standing') return;
  problem(told, state === 'removed' ? `${kind}-removed` : `unknown-${kind}`, column, { id });
}

export function problem(told: Told, code: string, column: string | null, facts: RowRemark['facts']): null {
  told.problems.push({ code, column, facts });
  return null;
}
