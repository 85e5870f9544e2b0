import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNetwork, type NetworkParts } from './build-network.ts';

type Said = { speaker?: string; via?: string[]; sources?: string[]; repeats?: string };

/** Claims `1`, `2` ...; a step is a party, `item:A` or a bare medium in quotes. */
function parts(said: Said[], more: Partial<NetworkParts> = {}): NetworkParts {
  const claims = said.map(({ speaker }, at) => ({
    id: String(at + 1),
    speakerId: speaker ?? null,
    saidAt: null,
    incidentId: at < 2 ? 'first' : 'other',
  }));
  const hop = (claimId: string, step: string) => ({
    claimId,
    partyId: /^[A-Z]/.test(step) ? step : null,
    itemId: step.startsWith('item:') ? step : null,
  });
  const named = [...'ABCDEFG'].map((id) => ({ id, name: `Party ${id}`, kind: 'body' as const }));
  return {
    claims,
    hops: said.flatMap(({ via = [] }, at) => via.map((step) => hop(String(at + 1), step))),
    sources: said.flatMap(({ sources = [] }, at) => sources.map((itemId) => ({ claimId: String(at + 1), itemId }))),
    repeats: said.flatMap(({ repeats }, at) => (repeats === undefined ? [] : [{ fromId: String(at + 1), toId: repeats }])),
    merges: [],
    relations: [],
    parties: named,
    items: [{ id: 'item:1', name: 'An article' }],
    ...more,
  };
}
const edges = (network: ReturnType<typeof buildNetwork>) =>
  network.edges.map(({ from, to, claims, repeats }) => `${from} > ${to}: ${claims}${repeats === 0 ? '' : ` (${repeats} repeat)`}`);
const nodes = (network: ReturnType<typeof buildNetwork>) => network.nodes.map(({ id, says, handsOn }) => `${id} ${says}/${handsOn}`);

describe('a network', () => {
  test('goes from who speaks to who hands on, step by step; who speaks in its own medium stays one', () => {
    const network = buildNetwork(parts([{ speaker: 'A', via: ['A', 'B', 'item:1'] }, { speaker: 'A', via: ['B'] }, { speaker: 'C' }]));
    expect(edges(network)).toEqual(['A > B: 2', 'B > item:1: 1']);
    expect(nodes(network)).toEqual(['item:1 0/1', 'A 2/0', 'B 0/2', 'C 1/0']);
    expect(network).toMatchObject({ claims: 3, adrift: 0 });
  });

  test('takes the sources of its passages where no step is named', () => {
    const network = buildNetwork(
      parts([
        { speaker: 'A', sources: ['item:1', 'item:2'] },
        { speaker: 'A', via: ['B'], sources: ['item:1'] },
      ]),
    );
    expect(edges(network)).toEqual(['A > B: 1', 'A > item:1: 1', 'A > item:2: 1']);
    expect(network.nodes.find(({ id }) => id === 'A')).toMatchObject({ says: 2, handsOn: 0 });
  });

  test('keeps unnamed speakers apart for each that hands them on, and counts claims that name nobody', () => {
    const network = buildNetwork(parts([{ via: ['A'] }, { via: ['A'] }, { via: ['B'] }, {}]));
    expect(edges(network)).toEqual(['unnamed A > A: 2', 'unnamed B > B: 1']);
    expect(network).toMatchObject({ claims: 4, adrift: 1 });
    expect(network.nodes.find(({ id }) => id === 'unnamed A')).toMatchObject({ kind: 'unnamed', says: 2, label: '' });
  });

  test('passes over a step of which only the medium is known', () => {
    expect(edges(buildNetwork(parts([{ speaker: 'A', via: ['"a channel"', 'B'] }])))).toEqual(['A > B: 1']);
    expect(edges(buildNetwork(parts([{ speaker: 'A', via: ['"a channel"'], sources: ['item:1'] }])))).toEqual(['A > item:1: 1']);
  });

  test('counts a repeat as handing on, once for a claim that comes by both ways', () => {
    const network = buildNetwork(
      parts([{ speaker: 'A' }, { speaker: 'B', repeats: '1' }, { speaker: 'B', repeats: '1' }, { speaker: 'A', via: ['B'] }]),
    );
    expect(edges(network)).toEqual(['A > B: 3 (2 repeat)']);
    expect(edges(buildNetwork(parts([{ speaker: 'A' }, { speaker: 'A', repeats: '1' }])))).toEqual([]);
  });

  test('lets who repeats lean on the last who handed on, and on the speaker where only passages say where it was found', () => {
    expect(
      edges(
        buildNetwork(
          parts([
            { speaker: 'A', via: ['B'] },
            { speaker: 'C', repeats: '1' },
          ]),
        ),
      ),
    ).toEqual(['A > B: 1', 'B > C: 1 (1 repeat)']);
    expect(
      edges(
        buildNetwork(
          parts([
            { speaker: 'A', sources: ['item:1'] },
            { speaker: 'C', repeats: '1' },
          ]),
        ),
      ),
    ).toEqual(['A > C: 1 (1 repeat)', 'A > item:1: 1']);
  });

  test('names those who lean on each other in a circle, and only those', () => {
    const said = [
      { speaker: 'A', via: ['B'] },
      { speaker: 'B', via: ['item:1', 'C'] },
      { speaker: 'C', via: ['A'] },
      { speaker: 'C', via: ['D'] },
    ];
    expect(buildNetwork(parts(said)).circles).toEqual([{ nodes: ['A', 'B', 'C'] }]);
    expect(buildNetwork(parts(said.slice(0, 2))).circles).toEqual([]);
    const merged = parts(
      [
        { speaker: 'A', via: ['B'] },
        { speaker: 'B', via: ['E'] },
      ],
      { merges: [{ mergedId: 'E', intoId: 'A' }] },
    );
    expect(buildNetwork(merged).circles).toEqual([{ nodes: ['A', 'B'] }]);
    // A source that two of them name is no circle.
    expect(
      buildNetwork(
        parts([
          { speaker: 'A', via: ['item:1', 'B'] },
          { speaker: 'B', via: ['item:1', 'C'] },
        ]),
      ).circles,
    ).toEqual([]);
  });

  test('of one incident holds its claims alone, and whom they repeat elsewhere', () => {
    const network = buildNetwork(
      parts([
        { speaker: 'A', via: ['B'] },
        { speaker: 'C', repeats: '3' },
        { speaker: 'D', via: ['E'] },
      ]),
      'first',
    );
    expect(edges(network)).toEqual(['A > B: 1', 'E > C: 1 (1 repeat)']);
    expect(nodes(network)).toEqual(['A 1/0', 'B 0/1', 'C 1/0', 'E 0/0']);
    expect(network.claims).toBe(2);
  });

  test('reads merged parties as one, named by all their names', () => {
    const network = buildNetwork(
      parts(
        [
          { speaker: 'A', via: ['C'] },
          { speaker: 'B', via: ['C'] },
          { speaker: 'B', via: ['A'] },
        ],
        { merges: [{ mergedId: 'B', intoId: 'A' }] },
      ),
    );
    expect(edges(network)).toEqual(['A > C: 2']);
    expect(network.nodes.find(({ id }) => id === 'A')).toMatchObject({ label: 'Party A', merged: ['Party B'], says: 3 });
  });

  test('draws relations up to the parties above, and leaves out those that touch nobody', () => {
    const relation = (fromId: string, toId: string) => ({ fromId, toId, relation: 'part of', when: null });
    const network = buildNetwork(
      parts([{ speaker: 'A', via: ['B'] }], {
        relations: [relation('A', 'C'), relation('C', 'D'), relation('E', 'D'), relation('F', 'G')],
      }),
    );
    expect(network.relations.map(({ from, to }) => `${from} ${to}`)).toEqual(['A C', 'C D']);
    expect(nodes(network)).toEqual(['A 1/0', 'B 0/1', 'C 0/0', 'D 0/0']);
  });

  test('is the same whatever the order of entry', () => {
    const step = fc.constantFrom(...'ABCDE', 'item:1', '"a post"');
    const claim = fc.record({
      speaker: fc.option(
        step.filter((one) => /^[A-E]$/.test(one)),
        { nil: undefined },
      ),
      via: fc.array(step, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 8 }), (said) => {
        const given = parts(said.map(({ speaker, via }) => (speaker === undefined ? { via } : { speaker, via })));
        const turned = { ...given, claims: [...given.claims].reverse(), parties: [...given.parties].reverse() };
        const plain = ({ atNode: _atNode, onEdge: _onEdge, ...network }: ReturnType<typeof buildNetwork>) => network;
        expect(plain(buildNetwork(turned))).toEqual(plain(buildNetwork(given)));
      }),
    );
  });
});
