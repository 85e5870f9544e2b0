import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from '../testing/claim-network.ts';
import { analyseIncident } from './analyse-incident.ts';
import { stronglyConnected } from './strongly-connected.ts';

const circles = (...given: Parameters<typeof networkOf>) => analyseIncident(networkOf(...given)).circles;
const edges = (...given: Parameters<typeof networkOf>) =>
  circles(...given).map((circle) => circle.edges.map(({ fromId, toId, claimIds }) => `${fromId} leans on ${toId}: ${claimIds.join(' ')}`));

describe('sources that lean on each other', () => {
  test('are a circle with the claims that show it; who only leans on it is not in it', () => {
    const claims = [
      { id: 'a', speaker: 'x', through: ['y'] },
      { id: 'b', speaker: 'y', through: ['x', 'late'] },
      { id: 'c', speaker: 'x', through: ['y'] },
    ];
    expect(circles(claims)).toEqual([
      {
        parties: [
          { partyId: 'x', name: 'x' },
          { partyId: 'y', name: 'y' },
        ],
        edges: [
          { fromId: 'x', toId: 'y', claimIds: ['b'] },
          { fromId: 'y', toId: 'x', claimIds: ['a', 'c'] },
        ],
        claims: ['a', 'b', 'c'],
      },
    ]);
  });

  test('a speaker in its own medium, and a chain that nobody closes, are none', () => {
    expect(circles([{ id: 'a', speaker: 'x', through: ['x', 'y', 'z'] }])).toEqual([]);
  });

  test('of a chain each leans on the one nearer to the speaker, over hops that nobody is named for', () => {
    const claims = [
      { id: 'a', speaker: 'x', through: ['y', null, 'z'] },
      { id: 'b', through: ['z', 'x'] },
    ];
    expect(edges(claims)).toEqual([['x leans on z: b', 'y leans on x: a', 'z leans on y: a']]);
  });

  test('who repeats a claim leans on the last who handed it on', () => {
    const claims = [
      { id: 'a', speaker: 'x', through: ['paper'] },
      { id: 'b', speaker: 'agency' },
      { id: 'c', speaker: 'paper' },
    ];
    const repeats = [
      ['b', 'a'],
      ['c', 'b'],
    ] as const;
    expect(edges(claims, { repeats })).toEqual([['agency leans on paper: b', 'paper leans on agency: c']]);
  });

  test('merged parties are one, so that a circle through two names is found and one name alone is none', () => {
    const claims = [
      { id: 'a', speaker: 'x', through: ['y'] },
      { id: 'b', speaker: 'Y', through: ['x'] },
      { id: 'c', speaker: 'z', through: ['Z'] },
    ];
    const merged = [
      ['Y', 'y'],
      ['Z', 'z'],
    ] as const;
    expect(edges(claims, { merged })).toEqual([['x leans on y: b', 'y leans on x: a']]);
  });

  test('two circles stay two', () => {
    const ring = (names: string[]) => names.map((speaker, n) => ({ id: speaker, speaker, through: [names[(n + 1) % names.length] ?? ''] }));
    expect(circles([...ring(['a', 'b']), ...ring(['c', 'd', 'e'])]).map(({ parties }) => parties.length)).toEqual([2, 3]);
  });
});

const graphs = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.array(fc.array(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }));

test('two nodes are in one component when each leads to the other, and what leads to another has the higher number', () => {
  fc.assert(
    fc.property(graphs, (next) => {
      const reach = next.map((_, from) => {
        const seen = new Set([from]);
        for (const at of seen) for (const to of next[at] ?? []) seen.add(to);
        return seen;
      });
      const component = stronglyConnected(next);
      for (const [a, one] of component.entries()) {
        for (const [b, other] of component.entries()) {
          expect(one === other).toBe(reach[a]?.has(b) === true && reach[b]?.has(a) === true);
          if (reach[a]?.has(b) === true) expect(one).toBeGreaterThanOrEqual(other);
        }
      }
    }),
  );
});

test('a chain and a ring of 100,000 nodes need no deep stack', () => {
  const size = 100_000;
  const chain = Array.from({ length: size }, (_, n) => (n + 1 < size ? [n + 1] : []));
  expect(new Set(stronglyConnected(chain)).size).toBe(size);
  expect(new Set(stronglyConnected([...chain.slice(0, -1), [0]])).size).toBe(1);
});
