/** What of a gathered case goes into a case file of chosen things: everything they stand on, and nothing besides. */
import type { ExportedClaim, ExportedItem } from '#shared/model/case-file.ts';
import type { ExportSelection } from '#shared/model/selection.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Gathered } from '../gather-case.ts';
import { idsWithin } from './ids-within.ts';

export type Narrowed = {
  gathered: Gathered;
  /** Sources that the chosen things stand on and that stay behind, with the reason given. */
  withheldItems: Map<string, string>;
  /** Passages on which chosen claims stand, in sources that stay behind. */
  withheldPassages: Map<string, string>;
  redactedItems: Map<string, string>;
  /** Incidents some of whose claims stay behind. */
  incomplete: Set<string>;
};

/** The reason given where a redacted copy goes instead of the source. */
const REDACTED = 'a redacted copy is given instead';

/** @throws HoldfastError not-found for a chosen thing that is not, or no longer, in the case; export-nothing when nothing is chosen */
export function narrow(all: Gathered, selection: ExportSelection): Narrowed {
  refuseUnknown(all, selection);
  const claims = chosenClaims(all, selection);
  const incidents = all.incidents.filter(({ id }) => selection.incidentIds.includes(id) || claims.some((one) => one.incidentId === id));
  const held = new Map([
    ...selection.withheld.map(({ itemId, reason }) => [itemId, reason] as const),
    ...selection.redacted.map(({ itemId }) => [itemId, REDACTED] as const),
  ]);
  const evidencePassages = new Set(claims.flatMap((claim) => claim.evidence.map(({ passageId }) => passageId)));
  const reached = new Set(selection.itemIds);
  for (const id of evidencePassages) reached.add(all.passages.get(id)?.itemId ?? '');
  const items = new Map([...all.items].filter(([id]) => reached.has(id) && !held.has(id)));
  const chosenItems = new Set(selection.itemIds);
  const passages = new Map(
    [...all.passages].filter(([id, { itemId }]) => items.has(itemId) && (evidencePassages.has(id) || chosenItems.has(itemId))),
  );
  const claimIds = new Set(claims.map(({ id }) => id));
  const incomplete = new Set(
    incidents.map(({ id }) => id).filter((id) => all.claims.some((claim) => claim.incidentId === id && !claimIds.has(claim.id))),
  );
  const gathered = within(all, { items: ownPlaces(items), passages, claims, incidents, incomplete });
  const withheldItems = new Map([...held].filter(([id]) => reached.has(id)));
  const withheldPassages = new Map(
    [...evidencePassages].flatMap((id) => {
      const reason = withheldItems.get(all.passages.get(id)?.itemId ?? '');
      return reason === undefined ? [] : [[id, reason] as const];
    }),
  );
  return {
    gathered: { ...gathered, isPart: true, withheld: new Map([...withheldItems, ...withheldPassages]) },
    withheldItems,
    withheldPassages,
    redactedItems: new Map(selection.redacted.filter(({ itemId }) => reached.has(itemId)).map(({ itemId, fileId }) => [itemId, fileId])),
    incomplete,
  };
}

function chosenClaims(all: Gathered, { incidentIds, claimIds }: ExportSelection): ExportedClaim[] {
  const [incidents, claims] = [new Set(incidentIds), new Set(claimIds)];
  return all.claims.filter(({ id, incidentId }) => claims.has(id) || (incidentId !== null && incidents.has(incidentId)));
}

function refuseUnknown(all: Gathered, { incidentIds, claimIds, itemIds, withheld, redacted }: ExportSelection): void {
  if (incidentIds.length + claimIds.length + itemIds.length === 0) throw new HoldfastError('export-nothing');
  const known = { incident: new Set(all.incidents.map(({ id }) => id)), claim: new Set(all.claims.map(({ id }) => id)), item: all.items };
  const asked = [
    ...incidentIds.map((id) => ['incident', id] as const),
    ...claimIds.map((id) => ['claim', id] as const),
    ...[...itemIds, ...withheld.map(({ itemId }) => itemId), ...redacted.map(({ itemId }) => itemId)].map((id) => ['item', id] as const),
  ];
  for (const [kind, id] of asked) if (!known[kind].has(id)) throw new HoldfastError('not-found', { kind, id });
  for (const { itemId, fileId } of redacted) {
    const file = all.items.get(itemId)?.files.find(({ id }) => id === fileId);
    if (file?.role !== 'redacted') throw new HoldfastError('not-found', { kind: 'redacted copy', id: fileId });
  }
}

type Kept = Pick<Gathered, 'items' | 'passages' | 'claims' | 'incidents'> & { incomplete: ReadonlySet<string> };

/** Parties and all that joins things: what has both ends among what goes. */
function within(all: Gathered, { items, passages, claims, incidents, incomplete }: Kept): Gathered {
  const partyIds = namedParties(all, [...claims, ...incidents]);
  const parties = all.parties.filter(({ id }) => partyIds.has(id));
  const has = new Set([...items.keys(), ...passages.keys(), ...partyIds, ...[...claims, ...incidents].map(({ id }) => id)]);
  const both = (one: string, other: string) => has.has(one) && has.has(other);
  const said = JSON.stringify([claims, incidents, parties]);
  const tags = new Set([...passages.values()].flatMap((passage) => passage.tags));
  return {
    ...all,
    record: {
      ...all.record,
      counts: {
        items: items.size,
        passages: passages.size,
        claims: claims.length,
        incidents: incidents.length,
        parties: parties.length,
      },
    },
    items,
    passages,
    claims,
    incidents,
    // A sum over claims of which some stay behind would tell of those.
    analyses: new Map([...all.analyses].filter(([id]) => has.has(id) && !incomplete.has(id))),
    parties: parties.map((party) => ({ ...party, mergedInto: party.mergedInto })),
    evidence: all.evidence.filter(({ claimId }) => has.has(claimId)),
    partyNames: new Map(parties.map(({ id, name }) => [id, name])),
    incidentCodes: new Map(incidents.map(({ id, code }) => [id, code])),
    versions: all.versions.filter(({ itemId, earlierId }) => both(itemId, earlierId)),
    carries: all.carries.filter(({ passageId }) => has.has(passageId)),
    absences: all.absences.filter(({ earlierId, keptItemId }) => has.has(earlierId ?? '') || has.has(keptItemId ?? '')),
    passageLinks: all.passageLinks.filter(({ fromId, toId }) => both(fromId, toId)),
    tags: all.tags.filter(({ tag }) => tags.has(tag)),
    relations: all.relations.filter(({ fromId, toId }) => both(fromId, toId)),
    merges: all.merges.filter(({ mergedId, intoId }) => both(mergedId, intoId)),
    grades: all.grades.filter(({ subjectId }) => has.has(subjectId)),
    settlements: all.settlements.filter(({ claimA, claimB }) => both(claimA, claimB)),
    vocabulary: {
      terms: all.vocabulary.terms.filter(({ term }) => said.includes(JSON.stringify(term))),
      fields: all.vocabulary.fields.filter(({ name }) => said.includes(`${JSON.stringify(name)}:`)),
    },
  };
}

/** Everybody whom the things name, and whoever those were found to be. */
function namedParties(all: Gathered, things: readonly object[]): Set<string> {
  const byId = new Map(all.parties.map((party) => [party.id, party]));
  const named = idsWithin(things, byId);
  for (const id of named) {
    const into = byId.get(id)?.mergedInto;
    if (into !== undefined && into !== null) named.add(into);
  }
  return named;
}

/** Bytes that several sources share lie with the first of them; where that one stays behind, with the next. */
function ownPlaces(items: Map<string, ExportedItem>): Map<string, ExportedItem> {
  const places = new Map<string, string>();
  return new Map(
    [...items].map(([id, item]) => {
      const files = item.files.map((file) => {
        const own = `data/items/${id}/${file.path.split('/').at(-1) ?? ''}`;
        const path = places.get(file.sha256) ?? own;
        places.set(file.sha256, path);
        return { ...file, path };
      });
      return [id, { ...item, files }];
    }),
  );
}
