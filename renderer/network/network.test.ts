import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Network, NetworkNode } from '#shared/model/network.ts';
import { foldNetwork } from './fold-network.ts';
import { layOutNetwork } from './lay-out-network.ts';
import { nextNode } from './next-node.ts';
import { fitting, scaled } from './use-viewport.ts';

const node = (id: string, says = 0, handsOn = 1): NetworkNode => ({
  id,
  kind: 'party',
  label: id,
  partyKind: 'body',
  merged: [],
  says,
  handsOn,
});
const edge = (from: string, to: string, claims = 1) => ({ from, to, claims, repeats: 0 });
const network = (nodes: NetworkNode[], edges: ReturnType<typeof edge>[], more: Partial<Network> = {}): Network => ({
  nodes,
  edges,
  relations: [],
  circles: [],
  claims: 1,
  adrift: 0,
  ...more,
});
const many = (count: number, from: string) =>
  Array.from({ length: count }, (_, n) => ({ node: node(`${from}${n}`, 0, n), edge: edge(from, `${from}${n}`, n || 1) }));

describe('folding', () => {
  const outlets = many(40, 'A');
  const whole = network(
    [node('A', 3, 0), ...outlets.map((one) => one.node)],
    outlets.map((one) => one.edge),
  );

  test('those that only repeat one voice are one, but for the strongest; every claim is still counted', () => {
    const drawn = foldNetwork(whole);
    expect(drawn.nodes.map(({ id }) => id)).toEqual(['A', 'A37', 'A38', 'A39', 'folded A']);
    const folded = drawn.nodes.at(-1);
    expect(folded).toMatchObject({ kind: 'folded', source: 'A' });
    expect(folded?.kind === 'folded' && folded.members).toHaveLength(37);
    const sum = (edges: readonly { claims: number }[]) => edges.reduce((all, { claims }) => all + claims, 0);
    expect(sum(drawn.edges)).toBe(sum(whole.edges));
    expect(foldNetwork(whole, ['folded A']).nodes).toHaveLength(41);
  });

  test('who speaks, hands on further, is related or stands in a circle is never folded', () => {
    const kept = ['A1', 'A2', 'A3', 'A4'];
    const { nodes } = foldNetwork({
      ...whole,
      nodes: [...whole.nodes.map((one) => (one.id === 'A1' ? { ...one, says: 1 } : one)), node('Z')],
      edges: [...whole.edges, edge('A2', 'Z')],
      relations: [{ from: 'A3', to: 'Z', relation: 'part of', when: null }],
      circles: [{ nodes: ['A4'] }],
    });
    expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));
  });

  test('of a network too large the strongest are drawn, and what is left is counted', () => {
    const chain = Array.from({ length: 400 }, (_, n) => node(`n${String(n).padStart(3, '0')}`, 1, n));
    const drawn = foldNetwork(
      network(
        chain,
        chain.slice(1).map((one, at) => edge(chain[at]!.id, one.id)),
      ),
    );
    expect([drawn.nodes.length, drawn.left]).toEqual([260, 140]);
    expect(drawn.nodes.some(({ id }) => id === 'n399')).toBe(true);
    expect(drawn.edges).toHaveLength(259);
  });
});

test('a drawing is shown whole, or readable from its top where it is large', () => {
  const frame = { width: 800, height: 600 };
  expect(fitting({ width: 400, height: 300 }, frame)).toEqual({ scale: 1, x: 200, y: 150 });
  expect(fitting({ width: 1600, height: 300 }, frame)).toEqual({ scale: 0.5, x: 0, y: 225 });
  expect(fitting({ width: 1000, height: 6000 }, frame, 0.6)).toEqual({ scale: 0.6, x: 100, y: 0 });
  const view = { x: 10, y: 20, scale: 1 };
  expect(scaled(view, 2, { x: 10, y: 20 })).toEqual({ x: 10, y: 20, scale: 2 });
  expect(scaled(view, 100, { x: 0, y: 0 }).scale).toBe(2.5);
});

describe('layers', () => {
  const circle = network(
    [node('A', 1), node('B'), node('C'), node('D', 1, 0)],
    [edge('A', 'B'), edge('B', 'C'), edge('C', 'A'), edge('D', 'A')],
    { relations: [{ from: 'D', to: 'C', relation: 'part of', when: null }] },
  );

  test('go from who speaks to who hands on; nothing lies on anything else; the same again', () => {
    const laid = layOutNetwork(foldNetwork(network([node('A', 1), node('B'), node('C')], [edge('A', 'B'), edge('B', 'C')])));
    expect(laid.nodes.map(({ x }) => x)).toEqual([...laid.nodes.map(({ x }) => x)].sort((a, b) => a - b));
    expect(layOutNetwork(foldNetwork(circle))).toEqual(layOutNetwork(foldNetwork(circle)));
  });

  test('a circle is laid out with all its edges', () => {
    const laid = layOutNetwork(foldNetwork(circle));
    expect(laid.edges.map(({ path }) => path.startsWith('M'))).toEqual([true, true, true, true]);
    expect(laid.relations[0]?.path).toMatch(/^M[\d.]+,[\d.]+/);
    expect(laid.nodes.every(({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= laid.width && y + height <= laid.height)).toBe(
      true,
    );
  });

  test('200 nodes and 400 edges are laid out in seconds', () => {
    // As chains are: many speakers, agencies that hand on much, outlets that take from several of them, and a circle.
    const nodes = Array.from({ length: 200 }, (_, n) => node(`n${n}`, n < 60 ? 3 : 1, n < 60 ? 0 : 2));
    const pick = (from: number, count: number, seed: number) => from + ((seed * 7919) % count);
    const links = [
      ...Array.from({ length: 150 }, (_, n) => [n % 60, pick(60, 30, n + 1)]),
      ...Array.from({ length: 240 }, (_, n) => [pick(60, 30, n + 5), 90 + (n % 110)]),
      [60, 61],
      [61, 62],
      [62, 60],
    ];
    const edges = links.map(([from, to]) => edge(`n${from}`, `n${to}`));
    const start = performance.now();
    const laid = layOutNetwork(foldNetwork(network(nodes, edges)));
    console.info(
      `200 nodes, ${edges.length} edges laid out in ${Math.round(performance.now() - start)} ms, ${Math.round(laid.width)} by ${Math.round(laid.height)}`,
    );
    expect(performance.now() - start).toBeLessThan(40_000);
    const seen = new Set(laid.nodes.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`));
    expect(seen.size).toBe(200);
  });

  test('whoever hands on whatever, every node has its place and every line its path', () => {
    const id = fc.integer({ min: 0, max: 14 }).map((n) => `n${n}`);
    const line = fc.record({ from: id, to: id, claims: fc.integer({ min: 1, max: 900 }) });
    const apart = fc.uniqueArray(line, { selector: ({ from, to }) => `${from} ${to}`, maxLength: 60 });
    fc.assert(
      fc.property(apart, apart, (lines, related) => {
        const edges = lines.filter(({ from, to }) => from !== to).map(({ from, to, claims }) => edge(from, to, claims));
        const relations = related
          .filter(({ from, to }) => from !== to)
          .map(({ from, to }) => ({ from, to, relation: 'part of', when: null }));
        const ids = new Set([...edges, ...relations].flatMap(({ from, to }) => [from, to]));
        const laid = layOutNetwork(
          foldNetwork(
            network(
              [...ids].map((one) => node(one)),
              edges,
              { relations },
            ),
            [],
          ),
        );
        expect([...laid.edges, ...laid.relations].every(({ path }) => /^M[-\d.,]+C/.test(path))).toBe(true);
        expect(new Set(laid.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(laid.nodes.length);
      }),
      { numRuns: 60 },
    );
  });

  test('arrow keys go with the edges and up and down a layer', () => {
    const laid = layOutNetwork(foldNetwork(network([node('A', 1), node('B'), node('C')], [edge('A', 'B'), edge('A', 'C', 5)])));
    expect(nextNode(laid, 'A', 'ArrowRight')).toBe('C');
    expect(nextNode(laid, 'C', 'ArrowLeft')).toBe('A');
    expect(nextNode(laid, 'A', 'ArrowLeft')).toBeNull();
    const [upper, lower] = [...laid.nodes]
      .filter(({ node: { id } }) => id !== 'A')
      .sort((a, b) => a.y - b.y)
      .map(({ node: { id } }) => id);
    expect(nextNode(laid, upper!, 'ArrowDown')).toBe(lower);
    expect(nextNode(laid, lower!, 'ArrowUp')).toBe(upper);
  });
});
