import type { Circle } from '#shared/model/analysis.ts';

type Node = { id: string; x: number; y: number; label: string; labelY: number };
type Line = { x1: number; y1: number; x2: number; y2: number };

const LONGEST = 20;
/** Lines end this far from a party's middle, and two that go both ways are this far apart. */
const AIR = 9;
const APART = 3;

/** Parties on an ellipse in their order, names above or below, and a line from each to those it hands on. Pure. */
export function layCircle({ parties, edges }: Circle, width: number, height: number): { nodes: Node[]; lines: Line[] } {
  const [wide, tall] = [width / 2 - 58, height / 2 - 24];
  const nodes = parties.map(({ partyId, name }, at) => {
    const turn = (at / parties.length) * 2 * Math.PI + (parties.length === 2 ? 0 : -Math.PI / 2);
    const [x, y] = [width / 2 + wide * Math.cos(turn), height / 2 + tall * Math.sin(turn)];
    const label = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
    return { id: partyId, x, y, label, labelY: y > height / 2 + 1 ? y + 19 : y - 11 };
  });
  const of = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.flatMap(({ fromId, toId }) => {
    const [a, b] = [of.get(fromId), of.get(toId)];
    return a === undefined || b === undefined || a === b ? [] : [between(a, b)];
  });
  return { nodes, lines };
}

function between(a: Node, b: Node): Line {
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / long, (b.y - a.y) / long];
  const [sx, sy] = [-uy * APART, ux * APART];
  return { x1: a.x + ux * AIR + sx, y1: a.y + uy * AIR + sy, x2: b.x - ux * AIR + sx, y2: b.y - uy * AIR + sy };
}
