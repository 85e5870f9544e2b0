import type { LaidNetwork, LaidNode } from './lay-out-network.ts';

/** Where an arrow key leads from a node: with the strongest edge, or to the nearest one above or below; pure. */
export function nextNode({ nodes, edges }: LaidNetwork, from: string, key: string): string | null {
  const at = nodes.find(({ node }) => node.id === from);
  if (at === undefined) return null;
  const strongest = (found: typeof edges) => found.reduce((best, edge) => (edge.claims > best.claims ? edge : best), found[0]!);
  switch (key) {
    case 'ArrowRight': {
      const out = edges.filter((edge) => edge.from === from);
      return out.length === 0 ? null : strongest(out).to;
    }
    case 'ArrowLeft': {
      const into = edges.filter((edge) => edge.to === from);
      return into.length === 0 ? null : strongest(into).from;
    }
    case 'ArrowDown':
      return nearest(
        at,
        nodes.filter((one) => one.y > at.y),
      );
    case 'ArrowUp':
      return nearest(
        at,
        nodes.filter((one) => one.y < at.y),
      );
    default:
      return null;
  }
}

/** What lies in the same layer comes before what is nearer elsewhere. */
function nearest(at: LaidNode, nodes: readonly LaidNode[]): string | null {
  const apart = (one: LaidNode) => Math.abs(one.x - at.x) * 4 + Math.abs(one.y - at.y);
  const best = nodes.reduce<LaidNode | null>((found, one) => (found !== null && apart(found) <= apart(one) ? found : one), null);
  return best?.node.id ?? null;
}
