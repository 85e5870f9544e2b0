/** What of a network is drawn: those who only repeat are folded, and where there are too many the strongest stay. Pure. */
import type { Network, NetworkEdge, NetworkNode, NetworkRelation } from '#shared/model/network.ts';

export type FoldedNode = {
  id: string;
  kind: 'folded';
  /** Who they all repeat; null for those that hand nothing on and are handed on by nobody. */
  source: string | null;
  members: NetworkNode[];
};
export type DrawnNode = NetworkNode | FoldedNode;
export type DrawnNetwork = {
  nodes: DrawnNode[];
  edges: NetworkEdge[];
  relations: NetworkRelation[];
  /** How many nodes are in the list alone. */
  left: number;
};

/** So many of a group are drawn, the strongest; the others are folded when there are more than a few. */
const SHOWN = 3;
const FEW = 2;
const MOST = 260;

export const foldOf = (source: string | null): string => `folded ${source ?? ''}`;

export function foldNetwork(network: Network, unfolded: readonly string[] = []): DrawnNetwork {
  const into = new Map<string, string>();
  const folds: FoldedNode[] = [];
  for (const [source, members] of groupsOf(network)) {
    const id = foldOf(source);
    const hidden = [...members].sort(byWeight).slice(SHOWN);
    if (unfolded.includes(id) || hidden.length <= FEW) continue;
    folds.push({ id, kind: 'folded', source, members: hidden });
    for (const member of hidden) into.set(member.id, id);
  }
  const visible = network.nodes.filter(({ id }) => !into.has(id));
  const strongest = new Set(
    [...visible]
      .sort(byWeight)
      .slice(0, MOST)
      .map(({ id }) => id),
  );
  const nodes: DrawnNode[] = [
    ...visible.filter(({ id }) => strongest.has(id)),
    ...folds.filter(({ source }) => source === null || strongest.has(source)),
  ];
  const drawn = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    edges: foldEdges(network.edges, into).filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    relations: network.relations.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    left: visible.length - strongest.size,
  };
}

/** Those of one source that only hand on, and those that nothing leads to or from. */
function groupsOf({ nodes, edges, relations, circles }: Network): Map<string | null, NetworkNode[]> {
  const sources = Map.groupBy(edges, (edge) => edge.to);
  const hasMore = new Set([
    ...edges.map(({ from }) => from),
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...circles.flatMap((circle) => circle.nodes),
  ]);
  const groups = new Map<string | null, NetworkNode[]>();
  for (const node of nodes) {
    const from = sources.get(node.id) ?? [];
    if (hasMore.has(node.id) || from.length > 1 || (from.length === 1 && node.says > 0)) continue;
    const source = from[0]?.from ?? null;
    groups.set(source, [...(groups.get(source) ?? []), node]);
  }
  return groups;
}

function foldEdges(edges: readonly NetworkEdge[], into: ReadonlyMap<string, string>): NetworkEdge[] {
  const folded = new Map<string, NetworkEdge>();
  for (const edge of edges) {
    const to = into.get(edge.to) ?? edge.to;
    const key = JSON.stringify([edge.from, to]);
    const before = folded.get(key) ?? { from: edge.from, to, claims: 0, repeats: 0 };
    folded.set(key, { ...before, claims: before.claims + edge.claims, repeats: before.repeats + edge.repeats });
  }
  return [...folded.values()];
}

function byWeight(a: NetworkNode, b: NetworkNode): number {
  const [one, other] = [a.says + a.handsOn, b.says + b.handsOn];
  return other - one || (a.id < b.id ? -1 : 1);
}
