/** Where nodes and edges stand: layers from who speaks to who hands on. Pure: the same network always gives the same picture. */
import { Graph, layout } from '@dagrejs/dagre';
import type { DrawnNetwork, DrawnNode } from './fold-network.ts';

type Point = { x: number; y: number };
export type LaidNode = { node: DrawnNode; x: number; y: number; width: number; height: number };
export type LaidEdge = { from: string; to: string; claims: number; repeats: number; path: string; middle: Point };
export type LaidRelation = { from: string; to: string; relation: string; when: string | null; path: string; middle: Point };
export type LaidNetwork = { nodes: LaidNode[]; edges: LaidEdge[]; relations: LaidRelation[]; width: number; height: number };

const sizes = {
  party: { width: 196, height: 44 },
  item: { width: 196, height: 44 },
  unnamed: { width: 150, height: 36 },
  folded: { width: 196, height: 30 },
} as const;
const MARGIN = 16;
/** Lines there and back between two nodes stand this far apart. */
const APART = 14;

const HANDS_ON = 'hands on';

export function layOutNetwork(network: DrawnNetwork): LaidNetwork {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 12, edgesep: 8, ranksep: 76, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of network.nodes) graph.setNode(node.id, { ...sizes[node.kind] });
  // Weights are whole: the ranking adds and subtracts them, and fractions would not sum to nothing again.
  for (const { from, to, claims } of network.edges) graph.setEdge(from, to, { weight: 2 + Math.round(2 * Math.log2(claims)) }, HANDS_ON);
  for (const { from, to, relation } of network.relations) graph.setEdge(from, to, { weight: 1 }, relation);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const boxes = new Map(network.nodes.map((node) => [node.id, { ...(graph.node(node.id) as Point), ...sizes[node.kind] }]));
  const pairs = new Set(network.edges.map(({ from, to }) => JSON.stringify([from, to])));
  const drawn = ({ from, to }: { from: string; to: string }, name: string) => {
    const { points = [] } = (graph.edge(from, to, name) ?? {}) as { points?: Point[] };
    const [start, end] = [boxes.get(from), boxes.get(to)];
    if (start === undefined || end === undefined) return { path: '', middle: { x: 0, y: 0 } };
    const isOneOfTwo = name === HANDS_ON && pairs.has(JSON.stringify([to, from]));
    return lineBetween(start, end, points.slice(1, -1), isOneOfTwo ? APART / 2 : 0);
  };
  return {
    nodes: network.nodes.map((node) => {
      const size = sizes[node.kind];
      const { x = 0, y = 0 } = boxes.get(node.id) ?? {};
      return { node, x: x - size.width / 2, y: y - size.height / 2, ...size };
    }),
    edges: network.edges.map((edge) => ({ ...edge, ...drawn(edge, HANDS_ON) })),
    relations: network.relations.map((relation) => ({ ...relation, ...drawn(relation, relation.relation) })),
    width: Math.max(width, 2 * MARGIN),
    height: Math.max(height, 2 * MARGIN),
  };
}

type Box = Point & { width: number; height: number };

/** From the side of one node to the facing side of the other, through the points between; a line back lies a little lower. */
function lineBetween(start: Box, end: Box, between: readonly Point[], aside: number): { path: string; middle: Point } {
  const way = end.x >= start.x ? 1 : -1;
  const shift = aside * way;
  const points = [
    { x: start.x + (way * start.width) / 2, y: start.y + shift },
    ...between.map(({ x, y }) => ({ x, y: y + shift })),
    { x: end.x - (way * end.width) / 2, y: end.y + shift },
  ];
  const bends = points.slice(1).map((to, at) => {
    const from = points[at]!;
    const half = (to.x - from.x) / 2;
    return `C${say({ x: from.x + half, y: from.y })} ${say({ x: to.x - half, y: to.y })} ${say(to)}`;
  });
  return { path: `M${say(points[0]!)}${bends.join('')}`, middle: points[Math.floor(points.length / 2)]! };
}

const say = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
