import { UnionFind } from './union-find.ts';

export type PartyRecords = {
  merges: readonly { mergedId: string; intoId: string }[];
  /** Standing relations between parties, of any kind. */
  partyLinks: readonly { fromId: string; toId: string }[];
};

export type PartyGroups = {
  /** The party that a party was found to be, or itself. */
  one(partyId: string): string;
  /** One id for all parties that belong to each other: part of, member of or controlled by, over any number of steps. */
  body(partyId: string): string;
};

/** Which parties are one, and which belong together. When a relation held is not asked: doubt is no independence. */
export function partyGroups({ merges, partyLinks }: PartyRecords): PartyGroups {
  const one = mergedInto(merges);
  const bodies = new UnionFind();
  for (const { fromId, toId } of partyLinks) bodies.join(one(fromId), one(toId));
  return { one, body: (partyId) => bodies.find(one(partyId)) };
}

/** Merges neither chain nor circle when made through Holdfast; edited by hand they may, and still have one answer. */
function mergedInto(merges: PartyRecords['merges']): (partyId: string) => string {
  const into = new Map<string, string>();
  for (const { mergedId, intoId } of merges) {
    const known = into.get(mergedId);
    if (known === undefined || intoId < known) into.set(mergedId, intoId);
  }
  return (partyId) => {
    let at = partyId;
    const path = [at];
    for (let up = into.get(at); up !== undefined; up = into.get(at)) {
      const back = path.indexOf(up);
      if (back !== -1) return path.slice(back).reduce((a, b) => (a < b ? a : b));
      path.push(up);
      at = up;
    }
    return at;
  };
}
