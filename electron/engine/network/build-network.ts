/** Who hands on what whom says, out of attribution chains. Pure; the order of entry never changes the answer. */
import type { Network, NetworkClaim, NetworkEdge, NetworkNode } from '#shared/model/network.ts';
import type { Party } from '#shared/model/parties.ts';

export type NetworkParts = {
  claims: { id: string; speakerId: string | null }[];
  /** Nearest to the speaker first. */
  hops: { claimId: string; partyId: string | null; itemId: string | null; medium: string }[];
  sources: { claimId: string; itemId: string }[];
  /** `fromId` says again what `toId` says. */
  repeats: { fromId: string; toId: string }[];
  merges: { mergedId: string; intoId: string }[];
  relations: { fromId: string; toId: string; relation: string; when: string | null }[];
  parties: { id: string; name: string; kind: Party['kind'] }[];
  items: { id: string; name: string }[];
};

export type PlaceInChain = { claimId: string; role: NetworkClaim['role']; from: string | null; to: string | null };
export type BuiltNetwork = Omit<Network, 'circles'> & {
  atNode: ReadonlyMap<string, PlaceInChain[]>;
  /** By `edgeKey`. */
  onEdge: ReadonlyMap<string, { claims: ReadonlySet<string>; repeats: ReadonlySet<string> }>;
};

export const edgeKey = (from: string, to: string): string => JSON.stringify([from, to]);

export function buildNetwork(parts: NetworkParts): BuiltNetwork {
  const isNow = new Map(parts.merges.map(({ mergedId, intoId }) => [mergedId, intoId]));
  const now = (id: string) => isNow.get(id) ?? id;
  const chains = chainsOf(parts, now);
  const atNode = new Map<string, PlaceInChain[]>();
  const onEdge = new Map<string, { claims: Set<string>; repeats: Set<string> }>();
  const edge = (from: string, to: string) => take(onEdge, edgeKey(from, to), () => ({ claims: new Set(), repeats: new Set() }));
  const adrift = new Set(parts.claims.map(({ id }) => id));
  const firstOf = new Map<string, string>();
  for (const { claimId, nodes } of chains) {
    adrift.delete(claimId);
    firstOf.set(claimId, nodes[0]!);
    nodes.forEach((node, at) => {
      const [from, to] = [nodes[at - 1] ?? null, nodes[at + 1] ?? null];
      take(atNode, node, () => []).push({ claimId, role: at === 0 ? 'says' : 'hands on', from, to });
      if (to !== null) edge(node, to).claims.add(claimId);
    });
  }
  for (const { fromId, toId } of parts.repeats) {
    const [said, again] = [firstOf.get(toId), firstOf.get(fromId)];
    if (said === undefined || again === undefined || said === again) continue;
    if (!edge(said, again).claims.has(fromId)) edge(said, again).repeats.add(fromId);
  }
  const relations = relationsOf(parts, now, new Set(atNode.keys()));
  const ids = new Set([...atNode.keys(), ...relations.flatMap(({ from, to }) => [from, to])]);
  return {
    nodes: nodesOf(parts, ids, atNode, isNow),
    edges: [...onEdge].map(([key, { claims, repeats }]) => toEdge(key, claims, repeats)).sort(byEnds),
    relations,
    claims: parts.claims.length,
    adrift: adrift.size,
    atNode,
    onEdge,
  };
}

/** The first node is the speaker, named or not; every other one hands on. */
type Chain = { claimId: string; nodes: string[] };

/** One chain a claim; where no step is named, one for each source its passages lie in. */
function chainsOf({ claims, hops, sources }: NetworkParts, now: (id: string) => string): Chain[] {
  const steps = Map.groupBy(hops, (hop) => hop.claimId);
  const found = Map.groupBy(sources, (source) => source.claimId);
  return claims.flatMap(({ id, speakerId }): Chain[] => {
    const named = (steps.get(id) ?? []).flatMap((hop) => nodeOfHop(hop, now));
    const ways = named.length > 0 ? [named] : (found.get(id) ?? []).map(({ itemId }) => [itemId]);
    const speaker = speakerId === null ? null : now(speakerId);
    if (ways.length === 0) return speaker === null ? [] : [{ claimId: id, nodes: [speaker] }];
    return ways.map((way) => ({ claimId: id, nodes: withoutEchoes([speaker ?? `unnamed ${way[0]!}`, ...way]) }));
  });
}

function nodeOfHop({ partyId, itemId, medium }: NetworkParts['hops'][number], now: (id: string) => string): string[] {
  if (partyId !== null) return [now(partyId)];
  if (itemId !== null) return [itemId];
  return medium.trim() === '' ? [] : [`medium ${medium.trim().toLowerCase()}`];
}

/** Who speaks in a medium of its own hands nothing on to itself. */
function withoutEchoes(nodes: string[]): string[] {
  return nodes.filter((node, at) => node !== nodes[at - 1]);
}

/** Those between nodes, and up to the parties above them, which may be what two voices have in common. */
function relationsOf({ relations }: NetworkParts, now: (id: string) => string, ids: Set<string>): Network['relations'] {
  const all = relations.map(({ fromId, toId, relation, when }) => ({ from: now(fromId), to: now(toId), relation, when }));
  const reached = new Set(ids);
  for (const id of reached) for (const { from, to } of all) if (from === id) reached.add(to);
  return all.filter(({ from, to }) => from !== to && reached.has(from) && reached.has(to)).sort(byEnds);
}

function nodesOf(
  { parties, items }: NetworkParts,
  ids: ReadonlySet<string>,
  atNode: BuiltNetwork['atNode'],
  isNow: ReadonlyMap<string, string>,
): NetworkNode[] {
  const party = new Map(parties.map((one) => [one.id, one]));
  const item = new Map(items.map((one) => [one.id, one.name]));
  const merged = Map.groupBy(isNow, ([, into]) => into);
  const count = (id: string, role: NetworkClaim['role']) =>
    new Set((atNode.get(id) ?? []).filter((one) => one.role === role).map((one) => one.claimId)).size;
  const describe = (id: string): Pick<NetworkNode, 'kind' | 'label' | 'partyKind'> => {
    const known = party.get(id);
    if (known !== undefined) return { kind: 'party', label: known.name, partyKind: known.kind };
    const [, word, rest = ''] = /^(medium|unnamed) (.*)$/s.exec(id) ?? [];
    if (word === 'medium') return { kind: 'medium', label: rest, partyKind: null };
    if (word === 'unnamed') return { kind: 'unnamed', label: '', partyKind: null };
    return { kind: 'item', label: item.get(id) ?? '', partyKind: null };
  };
  return [...ids]
    .map((id) => ({
      id,
      ...describe(id),
      merged: (merged.get(id) ?? []).flatMap(([was]) => party.get(was)?.name ?? []).sort(),
      says: count(id, 'says'),
      handsOn: count(id, 'hands on'),
    }))
    .sort((a, b) => compare(a.label, b.label) || compare(a.id, b.id));
}

function toEdge(key: string, claims: ReadonlySet<string>, repeats: ReadonlySet<string>): NetworkEdge {
  const [from, to] = JSON.parse(key) as [string, string];
  return { from, to, claims: claims.size + repeats.size, repeats: repeats.size };
}

function byEnds(a: { from: string; to: string }, b: { from: string; to: string }): number {
  return compare(a.from, b.from) || compare(a.to, b.to);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function take<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const made = make();
  map.set(key, made);
  return made;
}
