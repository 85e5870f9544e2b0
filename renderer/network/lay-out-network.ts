/** Where nodes and edges stand: layers from who speaks to who hands on. Pure: the same network always gives the same picture. */
import { Graph, layout } from '@dagrejs/dagre';
import type { DrawnNetwork, DrawnNode } from './fold-network.ts';

type Point = { x: number; y: number };
export type LaidNode = { node: DrawnNode; x: number; y: number; width: number; height: number };
export type LaidEdge = { from: string; to: string; claims: number; repeats: number; path: string; middle: Point };
export type LaidRelation = { from: string; to: string; relation: string; when: string | null; path: string; middle: Point };
export type LaidNetwork = { nodes: LaidNode[]; edges: LaidEdge[]; relations: LaidRelation[]; width: number; height: number };

const full = { width: 184, height: 44 };
const small = { width: 150, height: 30 };
const MARGIN = 16;

export function layOutNetwork(network: DrawnNetwork): LaidNetwork {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 12, edgesep: 8, ranksep: 76, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of network.nodes) graph.setNode(node.id, { ...sizeOf(node) });
  for (const { from, to, claims } of network.edges) graph.setEdge(from, to, { weight: 1 + Math.log2(claims) }, 'hands on');
  for (const { from, to, relation } of network.relations) graph.setEdge(from, to, { weight: 0.2 }, relation);
  layout(graph);
  const points = (from: string, to: string, name: string) => (graph.edge(from, to, name) as { points?: Point[] } | undefined)?.points ?? [];
  const drawn = (from: string, to: string, name: string) => pathThrough(points(from, to, name));
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    nodes: network.nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id) as Partial<Point>;
      const size = sizeOf(node);
      return { node, x: x - size.width / 2, y: y - size.height / 2, ...size };
    }),
    edges: network.edges.map((edge) => ({ ...edge, ...drawn(edge.from, edge.to, 'hands on') })),
    relations: network.relations.map((relation) => ({ ...relation, ...drawn(relation.from, relation.to, relation.relation) })),
    width: Math.max(width, 2 * MARGIN),
    height: Math.max(height, 2 * MARGIN),
  };
}

function sizeOf({ kind }: DrawnNode) {
  return kind === 'unnamed' || kind === 'folded' ? small : full;
}

/** A soft line that begins and ends on the given points and bends towards those between. */
function pathThrough(points: readonly Point[]): { path: string; middle: Point } {
  const [first, ...rest] = points;
  if (first === undefined) return { path: '', middle: { x: 0, y: 0 } };
  const last = rest.at(-1) ?? first;
  const bends = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1]!;
    const end = at === rest.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${say(point)} ${say(end)}`;
  });
  const middle = points[Math.floor(points.length / 2)] ?? first;
  return { path: `M${say(first)}${bends.length === 0 ? `L${say(last)}` : bends.join('')}`, middle };
}

const say = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
