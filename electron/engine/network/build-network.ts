/** Who hands on what whom says, out of attribution chains. Pure; the order of entry never changes the answer. */
import type { Network, NetworkClaim, NetworkEdge, NetworkNode } from '#shared/model/network.ts';
import type { Party } from '#shared/model/parties.ts';
import { circlesOf, citationsOf } from '../analysis/circles.ts';
import { partyGroups, type PartyGroups } from '../analysis/party-groups.ts';

export type NetworkParts = {
  claims: { id: string; speakerId: string | null; saidAt: string | null; incidentId: string | null }[];
  /** Nearest to the speaker first. */
  hops: { claimId: string; partyId: string | null; itemId: string | null }[];
  sources: { claimId: string; itemId: string }[];
  /** `fromId` says again what `toId` says. */
  repeats: { fromId: string; toId: string }[];
  merges: { mergedId: string; intoId: string }[];
  relations: { fromId: string; toId: string; relation: string; when: string | null }[];
  parties: { id: string; name: string; kind: Party['kind'] }[];
  items: { id: string; name: string }[];
};

export type PlaceInChain = { claimId: string; role: NetworkClaim['role']; from: string | null; to: string | null };
export type BuiltNetwork = Network & {
  atNode: ReadonlyMap<string, PlaceInChain[]>;
  /** By `edgeKey`. */
  onEdge: ReadonlyMap<string, { claims: ReadonlySet<string>; repeats: ReadonlySet<string> }>;
};

export const edgeKey = (from: string, to: string): string => JSON.stringify([from, to]);

/** Of the claims about one incident, or of all. */
export function buildNetwork(parts: NetworkParts, incidentId: string | null = null): BuiltNetwork {
  const groups = partyGroups({ merges: parts.merges, partyLinks: [] });
  const own = new Set(parts.claims.filter((claim) => incidentId === null || claim.incidentId === incidentId).map(({ id }) => id));
  const { chains, drawn } = drawChains(parts, groups, own);
  drawRepeats(parts, chains, own, drawn);
  const told = new Set([...drawn.onEdge.keys()].flatMap((key) => JSON.parse(key) as [string, string]));
  const reached = new Set([...drawn.atNode.keys(), ...told]);
  const relations = relationsOf(parts, groups, reached);
  for (const { from, to } of relations) reached.add(from).add(to);
  return {
    nodes: nodesOf(parts, reached, drawn.atNode, groups),
    edges: [...drawn.onEdge].map(([key, { claims, repeats }]) => toEdge(key, claims, repeats)).sort(byEnds),
    relations,
    circles: circlesAmong(parts, groups, own),
    claims: own.size,
    adrift: [...own].filter((id) => !chains.has(id)).length,
    ...drawn,
  };
}

type Drawn = { atNode: Map<string, PlaceInChain[]>; onEdge: Map<string, { claims: Set<string>; repeats: Set<string> }> };

function drawChains(parts: NetworkParts, groups: PartyGroups, own: ReadonlySet<string>): { chains: Map<string, Chain[]>; drawn: Drawn } {
  const chains = Map.groupBy(chainsOf(parts, groups), ({ claimId }) => claimId);
  const drawn: Drawn = { atNode: new Map(), onEdge: new Map() };
  for (const { claimId, nodes } of [...chains.values()].flat().filter((chain) => own.has(chain.claimId))) {
    nodes.forEach((node, at) => {
      const [from, to] = [nodes[at - 1] ?? null, nodes[at + 1] ?? null];
      take(drawn.atNode, node, () => []).push({ claimId, role: at === 0 ? 'says' : 'hands on', from, to });
      if (to !== null) edgeOf(drawn, node, to).claims.add(claimId);
    });
  }
  return { chains, drawn };
}

/** Who repeats a claim leans on the last who is named as handing it on, as in the analysis of an incident. */
function drawRepeats({ repeats }: NetworkParts, chains: ReadonlyMap<string, Chain[]>, own: ReadonlySet<string>, drawn: Drawn): void {
  for (const { fromId, toId } of repeats) {
    const [told] = chains.get(toId) ?? [];
    const [again] = chains.get(fromId) ?? [];
    if (told === undefined || again === undefined || !own.has(fromId)) continue;
    const [from, to] = [(told.isNamed ? told.nodes.at(-1) : told.nodes[0]) ?? '', again.nodes[0] ?? ''];
    if (from === to) continue;
    const edge = edgeOf(drawn, from, to);
    if (!edge.claims.has(fromId)) edge.repeats.add(fromId);
  }
}

function edgeOf({ onEdge }: Drawn, from: string, to: string) {
  return take(onEdge, edgeKey(from, to), () => ({ claims: new Set<string>(), repeats: new Set<string>() }));
}

function circlesAmong({ claims, hops, repeats }: NetworkParts, groups: PartyGroups, own: ReadonlySet<string>): Network['circles'] {
  const via = Map.groupBy(hops, (hop) => hop.claimId);
  const voices = claims.map((claim) => ({ ...claim, via: via.get(claim.id) ?? [] }));
  const citations = citationsOf({
    claims: voices.filter(({ id }) => own.has(id)),
    elsewhere: voices.filter(({ id }) => !own.has(id)),
    repeats,
    groups,
  });
  return circlesOf(citations, () => '').map(({ parties }) => ({ nodes: parties.map(({ partyId }) => partyId) }));
}

/** The first node is the speaker, named or not; every other one hands on. `isNamed`: by its steps, not by where passages lie. */
type Chain = { claimId: string; nodes: string[]; isNamed: boolean };

/** One chain a claim; where no step is named, one for each source its passages lie in. Steps of unknown voice are passed over. */
function chainsOf({ claims, hops, sources }: NetworkParts, { one }: PartyGroups): Chain[] {
  const steps = Map.groupBy(hops, (hop) => hop.claimId);
  const found = Map.groupBy(sources, (source) => source.claimId);
  return claims.flatMap(({ id, speakerId }): Chain[] => {
    const named = (steps.get(id) ?? []).flatMap(({ partyId, itemId }) => (partyId === null ? (itemId ?? []) : one(partyId)));
    const isNamed = named.length > 0;
    const ways = isNamed ? [named] : (found.get(id) ?? []).map(({ itemId }) => [itemId]);
    const speaker = speakerId === null ? null : one(speakerId);
    if (ways.length === 0) return speaker === null ? [] : [{ claimId: id, nodes: [speaker], isNamed }];
    return ways.map((way) => ({ claimId: id, nodes: withoutEchoes([speaker ?? `unnamed ${way[0]!}`, ...way]), isNamed }));
  });
}

/** Who speaks in a medium of its own hands nothing on to itself. */
function withoutEchoes(nodes: string[]): string[] {
  return nodes.filter((node, at) => node !== nodes[at - 1]);
}

/** Those between nodes, and up to the parties above them, which may be what two voices have in common. */
function relationsOf({ relations }: NetworkParts, { one: now }: PartyGroups, ids: ReadonlySet<string>): Network['relations'] {
  const all = relations.map(({ fromId, toId, relation, when }) => ({ from: now(fromId), to: now(toId), relation, when }));
  const reached = new Set(ids);
  for (const id of reached) for (const { from, to } of all) if (from === id) reached.add(to);
  return all.filter(({ from, to }) => from !== to && reached.has(from) && reached.has(to)).sort(byEnds);
}

function nodesOf(
  { parties, items, merges }: NetworkParts,
  ids: ReadonlySet<string>,
  atNode: BuiltNetwork['atNode'],
  groups: PartyGroups,
): NetworkNode[] {
  const party = new Map(parties.map((one) => [one.id, one]));
  const item = new Map(items.map((one) => [one.id, one.name]));
  const merged = Map.groupBy(
    merges.map(({ mergedId }) => mergedId),
    (was) => groups.one(was),
  );
  const count = (id: string, role: NetworkClaim['role']) =>
    new Set((atNode.get(id) ?? []).filter((one) => one.role === role).map((one) => one.claimId)).size;
  const describe = (id: string): Pick<NetworkNode, 'kind' | 'label' | 'partyKind'> => {
    const known = party.get(id);
    if (known !== undefined) return { kind: 'party', label: known.name, partyKind: known.kind };
    if (id.startsWith('unnamed ')) return { kind: 'unnamed', label: '', partyKind: null };
    return { kind: 'item', label: item.get(id) ?? '', partyKind: null };
  };
  return [...ids]
    .map((id) => ({
      id,
      ...describe(id),
      merged: (merged.get(id) ?? []).flatMap((was) => party.get(was)?.name ?? []).sort(),
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
