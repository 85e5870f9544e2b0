import { describe, expect, test } from 'vitest';
import { claimOf, networkOf } from '../testing/claim-network.ts';
import { analyseIncident } from './analyse-incident.ts';
import { labelOf } from './describe-origin.ts';

type Network = Parameters<typeof networkOf>;

/** Labels with the claims of each: 'A: one two'; an unknown voice in brackets. */
function told(...given: Network): string[] {
  return analyseIncident(networkOf(...given)).origins.map(({ label, known, claims }) => {
    const line = `${label}: ${claims.join(' ')}`;
    return known ? line : `(${line})`;
  });
}
const why = (...given: Network) => analyseIncident(networkOf(...given)).origins.map((origin) => origin.why);
const independent = (...given: Network) => analyseIncident(networkOf(...given)).independentOrigins;

describe('claims collapse into origins', () => {
  const committee = { id: 'first', speaker: 'committee', saidAt: '2018-01' };
  const outlets = Array.from({ length: 10 }, (_, n) => ({ id: `outlet ${n}`, speaker: `paper ${n}`, saidAt: `2018-02-0${1 + (n % 9)}` }));

  test('ten outlets that repeat a committee are one', () => {
    const repeats = outlets.map(({ id }) => [id, 'first'] as const);
    const { origins, independentOrigins } = analyseIncident(networkOf([committee, ...outlets], { repeats }));
    expect(independentOrigins).toBe(1);
    expect(origins).toMatchObject([{ label: 'A', roots: ['first'], speakers: [{ partyId: 'committee' }], why: ['repeats'] }]);
    expect(origins[0]?.claims).toHaveLength(11);
  });

  test('ten outlets that repeat one another in a row are one', () => {
    const repeats = outlets.map(({ id }, n) => [id, n === 0 ? 'first' : `outlet ${n - 1}`] as const);
    expect(independent([committee, ...outlets], { repeats })).toBe(1);
  });

  test('ten outlets that repeat nobody are ten', () => {
    expect(independent([committee, ...outlets])).toBe(11);
  });

  test('a paper with a count of its own and a repeat has both, each for its claim', () => {
    const claims = [committee, { id: 'own', speaker: 'paper', saidAt: '2018-03' }, { id: 'again', speaker: 'paper', saidAt: '2018-04' }];
    expect(told(claims, { repeats: [['again', 'first']] })).toEqual(['A: first again', 'B: own']);
  });

  test('a claim that repeats two goes back to both', () => {
    const claims = [
      { id: 'a', speaker: 'x' },
      { id: 'b', speaker: 'y' },
      { id: 'both', speaker: 'z' },
    ];
    expect(
      told(claims, {
        repeats: [
          ['both', 'a'],
          ['both', 'b'],
        ],
      }),
    ).toEqual(['A: a both', 'B: b both']);
  });

  test('claims of one speaker are one', () => {
    const claims = [
      { id: 'a', speaker: 'x' },
      { id: 'b', speaker: 'x' },
    ];
    expect(told(claims)).toEqual(['A: a b']);
    expect(why(claims)).toEqual([['same speaker']]);
  });

  test('a party found to be another speaks with its voice and under its name', () => {
    const claims = [
      { id: 'a', speaker: 'RCC' },
      { id: 'b', speaker: 'council' },
    ];
    const { origins } = analyseIncident(networkOf(claims, { merged: [['RCC', 'council']] }));
    expect(origins).toMatchObject([{ claims: ['a', 'b'], speakers: [{ partyId: 'council' }], why: ['related parties'] }]);
  });

  test('a spokesman who is a member of a body speaks for it', () => {
    const claims = [
      { id: 'a', speaker: 'spokesman' },
      { id: 'b', speaker: 'council' },
    ];
    expect(told(claims, { related: [['spokesman', 'council']] })).toEqual(['A: a b']);
    expect(why(claims, { related: [['spokesman', 'council']] })).toEqual([['related parties']]);
  });

  test('two members of one body that says nothing itself are one', () => {
    const claims = [
      { id: 'a', speaker: 'committee' },
      { id: 'b', speaker: 'office' },
    ];
    expect(
      told(claims, {
        related: [
          ['committee', 'council'],
          ['office', 'council'],
        ],
      }),
    ).toEqual(['A: a b']);
  });

  test('a part of a part of a body, itself merged, is of that body', () => {
    const claims = [
      { id: 'a', speaker: 'cell' },
      { id: 'b', speaker: 'ministry' },
    ];
    const bonds = {
      related: [
        ['cell', 'old unit'],
        ['unit', 'ministry'],
      ] as const,
      merged: [['old unit', 'unit']] as const,
    };
    expect(told(claims, bonds)).toEqual(['A: a b']);
  });

  test('a circle of three papers is one', () => {
    const claims = [
      { id: 'a', speaker: 'x', through: ['y'] },
      { id: 'b', speaker: 'y', through: ['z'] },
      { id: 'c', speaker: 'z', through: ['x'] },
    ];
    expect(told(claims)).toEqual(['A: a b c']);
    expect(why(claims)).toEqual([['circle']]);
  });

  test('a chain of three papers is three voices, each for its own claim', () => {
    expect(
      independent([
        { id: 'a', speaker: 'x', through: ['y'] },
        { id: 'b', speaker: 'y', through: ['z'] },
        { id: 'c', speaker: 'z' },
      ]),
    ).toBe(3);
  });

  test('a paper in a circle takes the body it belongs to with it', () => {
    const claims = [
      { id: 'a', speaker: 'x', through: ['y'] },
      { id: 'b', speaker: 'y', through: ['x'] },
      { id: 'c', speaker: 'owner' },
    ];
    expect(told(claims, { related: [['y', 'owner']] })).toEqual(['A: a b c']);
    expect(why(claims, { related: [['y', 'owner']] })).toEqual([['related parties', 'circle']]);
  });

  test('an unknown speaker is listed and not counted', () => {
    const { origins, independentOrigins } = analyseIncident(networkOf([{ id: 'a' }, { id: 'b', speaker: 'x' }]));
    expect(independentOrigins).toBe(1);
    expect(origins).toContainEqual(expect.objectContaining({ claims: ['a'], known: false, speakers: [], why: ['unknown speaker'] }));
  });

  test('two unknown voices through one paper are one, through two papers two, through none each its own', () => {
    const claims = [
      { id: 'a', through: ['paper'] },
      { id: 'b', through: [null, 'paper', 'agency'] },
      { id: 'c', through: ['agency'] },
      { id: 'd' },
      { id: 'e' },
    ];
    expect(told(claims)).toEqual(['(A: d)', '(B: e)', '(C: c)', '(D: a b)']);
  });

  test('an unknown voice through a paper is not that paper’s own', () => {
    expect(
      told([
        { id: 'a', through: ['paper'] },
        { id: 'b', speaker: 'paper' },
      ]),
    ).toEqual(['(A: a)', 'B: b']);
  });

  test('who repeats an unknown voice stays uncounted', () => {
    expect(independent([{ id: 'a' }, { id: 'b', speaker: 'paper' }], { repeats: [['b', 'a']] })).toBe(0);
  });

  test('claims that repeat each other in a circle, which only a hand edit makes, have one origin', () => {
    const repeats = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ] as const;
    expect(
      told(
        [
          { id: 'a', speaker: 'x' },
          { id: 'b', speaker: 'y' },
          { id: 'c', speaker: 'z' },
        ],
        { repeats },
      ),
    ).toEqual(['A: a b c']);
    expect(independent([{ id: 'a', speaker: 'x' }, { id: 'b', speaker: 'y' }, { id: 'c' }], { repeats })).toBe(0);
    expect(
      told(
        [
          { id: 'a', speaker: 'x' },
          { id: 'b', speaker: 'y' },
          { id: 'c', speaker: 'z' },
          { id: 'd', speaker: 'w' },
        ],
        {
          repeats: [...repeats, ['c', 'd']],
        },
      ),
    ).toEqual(['A: a b c d']);
  });

  test('merges in a circle, which only a hand edit makes, are one party', () => {
    const merged = [
      ['x', 'y'],
      ['y', 'x'],
      ['w', 'x'],
    ] as const;
    expect(
      told(
        [
          { id: 'a', speaker: 'x' },
          { id: 'b', speaker: 'y' },
          { id: 'c', speaker: 'w' },
        ],
        { merged },
      ),
    ).toEqual(['A: a b c']);
  });

  test('what is repeated from another incident lends its origin', () => {
    const claims = [
      { id: 'a', speaker: 'x' },
      { id: 'b', speaker: 'y' },
    ];
    const elsewhere = [{ id: 'there', speaker: 'z' }];
    const { origins } = analyseIncident(
      networkOf(claims, {
        elsewhere,
        repeats: [
          ['a', 'there'],
          ['b', 'there'],
        ],
      }),
    );
    expect(origins).toMatchObject([{ id: 'z', claims: ['a', 'b'], roots: [], why: ['repeats'] }]);
  });

  test('other links between claims make no origin', () => {
    expect(
      independent(
        [
          { id: 'a', speaker: 'x' },
          { id: 'b', speaker: 'y' },
        ],
        {
          links: [
            ['a', 'supports', 'b'],
            ['a', 'corrects', 'b'],
          ],
        },
      ),
    ).toBe(2);
  });
});

test('labels follow the first date said, undated last, and go on after Z', () => {
  const claims = [
    { id: 'late', speaker: 'a', saidAt: '2018-05' },
    { id: 'undated', speaker: 'b' },
    { id: 'early', speaker: 'c', saidAt: '[..2016]' },
    { id: 'again', speaker: 'b', saidAt: '2018-06' },
  ];
  expect(told(claims)).toEqual(['A: early', 'B: late', 'C: again undated']);
  expect([0, 25, 26, 27, 701, 702].map(labelOf)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});

test('a measure counts the origins of the figures put forward', () => {
  const figure = { quantities: [{ value: 3, unit: 'people' }] };
  const claims = [
    { id: 'a', speaker: 'x', ...figure },
    { id: 'b', speaker: 'y', ...figure },
    { id: 'c', speaker: 'z', ...figure, modality: 'denies' as const },
    { id: 'd', ...figure },
  ];
  const [measure] = analyseIncident(networkOf(claims, { repeats: [['b', 'a']] })).measures;
  expect(measure).toMatchObject({ origins: 1, figures: [{ origins: ['x'], repeats: [] }, { origins: ['x'], repeats: ['a'] }, {}, {}] });
});

test('5,000 claims in one row of repeats are traced', () => {
  const row = Array.from({ length: 5000 }, (_, n) => claimOf({ id: `c${n}`, speaker: `p${n}` }));
  const links = row.slice(1).map(({ id }, n) => ({ fromId: id, toId: `c${n}`, relation: 'repeats', note: '' }));
  const { origins } = analyseIncident({ ...networkOf([]), claims: row, links });
  expect(origins).toMatchObject([{ id: 'p0', roots: ['c0'] }]);
  expect(origins[0]?.claims).toHaveLength(5000);
});
