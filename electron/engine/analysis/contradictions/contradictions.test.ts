import { describe, expect, test } from 'vitest';
import { contradictionWords } from '#shared/claims/contradiction-words.ts';
import { networkOf, people } from '../../testing/claim-network.ts';
import { analyseIncident } from '../analyse-incident.ts';

type Network = Parameters<typeof networkOf>;
const found = (...given: Network) => {
  const { contradictions, contradictionsTotal } = analyseIncident(networkOf(...given));
  expect(contradictionsTotal).toBe(contradictions.length);
  return contradictions.map(({ rule, claimA, claimB }) => `${rule}: ${claimA} ${claimB}`);
};
const words = (...given: Network) => analyseIncident(networkOf(...given)).contradictions.map(contradictionWords);
const bodies = (value: number | null, qualifier: string) => ({
  act: 'exhumed',
  quantities: [{ value, qualifier: qualifier as 'about', unit: 'bodies' }],
});

describe('figures apart', () => {
  test('are told with the reason', () => {
    const claims = [
      { id: 'a', speaker: 'x', ...bodies(500, 'about') },
      { id: 'b', speaker: 'y', ...bodies(1236, 'nearly') },
    ];
    expect(found(claims)).toEqual(['figures apart: a b']);
    expect(words(claims)).toEqual(['About 500 and nearly 1,236 bodies exhumed cannot both be the total.']);
  });

  test.each([
    [people(40), people(40), false],
    [people(40), people(41), true],
    [people(40, 'at least'), people(90), false],
    [people(40, 'at least'), people(39), true],
    [people(400, 'about'), people(480), false],
    [people(400, 'about'), people(520), true],
    [people(100, 'nearly'), people(80), false],
    [people(100, 'nearly'), people(101), true],
    [people(null, 'dozens'), people(23), true],
    [people(null, 'dozens'), people(300), false],
    [people(null, 'unknown'), people(7), false],
    [people(3), { quantities: [{ value: 9, unit: 'buildings' }] }, false],
    [people(3), { act: 'injured', ...people(9) }, false],
  ])('%j against %j: %s', (one, other, apart) => {
    expect(
      found([
        { id: 'a', speaker: 'x', ...one },
        { id: 'b', speaker: 'y', ...other },
      ]),
    ).toEqual(apart ? ['figures apart: a b'] : []);
  });

  test.each(['denies', 'retracts', 'questions', 'predicts'] as const)('a figure that a claim %s is not one that is stated', (modality) => {
    const rules = found([
      { id: 'a', speaker: 'x', ...people(3) },
      { id: 'b', speaker: 'y', modality, ...people(9) },
    ]);
    expect(rules).toEqual([]);
  });

  test('a group that is more than another’s whole', () => {
    const breakdown = [{ groups: ['women', 'children'], qualifier: 'at least' as const, value: 12 }];
    const claims = [
      { id: 'a', speaker: 'x', ...people(10) },
      { id: 'b', speaker: 'y', quantities: [{ qualifier: 'unknown' as const, unit: 'people', breakdown }] },
    ];
    expect(words(claims)).toEqual(['10 and at least 12 (women and children alone) people killed cannot both be the total.']);
  });

  test('a speaker who corrects or supersedes itself has said which one holds; another’s correction settles nothing', () => {
    const claims = [
      { id: 'a', speaker: 'x', ...people(3) },
      { id: 'b', speaker: 'x', ...people(9) },
      { id: 'c', speaker: 'x', ...people(20) },
      { id: 'd', speaker: 'y', ...people(3) },
    ];
    const links = [
      ['b', 'corrects', 'a'],
      ['c', 'supersedes', 'b'],
    ] as const;
    expect(found(claims, { links })).toEqual(['figures apart: c d', 'figures apart: b d']);
    expect(found(claims.slice(2), { links: [['d', 'corrects', 'c']] })).toEqual(['figures apart: c d']);
  });

  test('two measures of two claims are one contradiction', () => {
    const both = (n: number) => ({ quantities: [n, n].map((value, at) => ({ value, unit: at === 0 ? 'people' : 'buildings' })) });
    expect(
      found([
        { id: 'a', speaker: 'x', ...both(1) },
        { id: 'b', speaker: 'y', ...both(2) },
      ]),
    ).toEqual(['figures apart: a b']);
  });

  test('a repeat that tells another figure than what it repeats is told', () => {
    const claims = [
      { id: 'a', speaker: 'x', ...people(3) },
      { id: 'b', speaker: 'y', ...people(30) },
    ];
    expect(found(claims, { repeats: [['b', 'a']] })).toEqual(['figures apart: a b']);
  });
});

describe('denied', () => {
  const admits = { id: 'admits', speaker: 'coalition', modality: 'admits' as const, saidAt: '2018-06', ...people(40, 'at least') };
  const denies = {
    id: 'denies',
    speaker: 'coalition',
    modality: 'denies' as const,
    saidAt: '2017-03?/2018-06',
    ...people(null, 'unknown'),
  };
  const asserts = { id: 'asserts', speaker: 'watch', saidAt: '2017-09', ...people(40, 'at least') };

  test('a denial that became an admission is a turn, and still contradicts what others said', () => {
    const { contradictions, turns } = analyseIncident(networkOf([admits, denies, asserts]));
    expect(contradictions.map(({ rule, claimA, claimB }) => [rule, claimA, claimB])).toEqual([['denied', 'asserts', 'denies']]);
    expect(contradictions.map(contradictionWords)).toEqual(['One asserts what the other denies: at least 40 people killed.']);
    expect(turns).toMatchObject([{ speakerId: 'coalition', fromClaimId: 'denies', toClaimId: 'admits', from: 'denies', to: 'admits' }]);
  });

  test('what one speaker says with no dates to order it contradicts', () => {
    const undated = [{ ...admits, saidAt: null }, denies];
    expect(found(undated)).toEqual(['denied: admits denies']);
    expect(analyseIncident(networkOf(undated)).turns).toEqual([]);
  });

  test.each([
    [people(40), people(40), true],
    [people(40), people(3), false],
    [people(40, 'at least'), people(90), true],
    [people(40), {}, false],
    [people(null, 'unknown'), {}, true],
    [{}, people(3), true],
    [{}, {}, true],
    [{}, { act: 'injured' }, false],
    [people(null, 'unknown'), { quantities: [{ value: 3, unit: 'buildings' }] }, false],
  ])('a denial of %j against %j: %s', (denial, held, contradicts) => {
    const claims = [
      { id: 'a', speaker: 'x', modality: 'denies' as const, ...denial },
      { id: 'b', speaker: 'y', ...held },
    ];
    expect(found(claims)).toEqual(contradicts ? ['denied: a b'] : []);
  });

  test('a question, a retraction and another denial are none', () => {
    const others = (['questions', 'retracts', 'denies'] as const).map((modality) => ({ id: modality, speaker: modality, modality }));
    expect(found([{ id: 'a', speaker: 'x', modality: 'denies' }, ...others])).toEqual([]);
  });
});

describe('different responsible', () => {
  const holds = (id: string, ...parties: string[]) => ({
    ...{ id, speaker: id },
    involved: parties.map((partyId): [string, string] => [partyId, 'alleged responsible']),
  });

  test('none of whom belong together, whatever word the attack has', () => {
    expect(found([holds('a', 'coalition'), { ...holds('b', 'army'), act: 'struck' }])).toEqual(['different responsible: a b']);
    expect(words([holds('a', 'coalition', 'allies'), holds('b', 'army')])).toEqual([
      'One holds allies, coalition responsible, the other army.',
    ]);
    expect(found([holds('a', 'coalition'), { ...holds('b', 'army'), act: 'detained' }])).toEqual([]);
  });

  test('is none when they share one, are merged or are part of each other, or when it is denied', () => {
    expect(found([holds('a', 'coalition', 'allies'), holds('b', 'allies')])).toEqual([]);
    expect(found([holds('a', 'coalition'), holds('b', 'CJTF')], { merged: [['CJTF', 'coalition']] })).toEqual([]);
    expect(found([holds('a', 'coalition'), holds('b', 'air force')], { related: [['air force', 'coalition']] })).toEqual([]);
    expect(found([holds('a', 'coalition'), { ...holds('b', 'army'), modality: 'questions' }])).toEqual([]);
    expect(found([{ ...holds('a', 'coalition') }, { id: 'b', involved: [['army', 'target']] }])).toEqual([]);
  });
});

describe('different dates', () => {
  test.each([
    ['2017-03', '2017-03-21', false],
    ['2017-03', '2017-04', true],
    ['2017-03~', '2017-04-02', false],
    ['2017-03~', '2017-06', true],
    ['[..2018]', '2017', false],
    ['[..2016]', '2017', true],
    ['2017-21', '2017-10', false],
    ['2017-03/2017-10', '2017-10-05', false],
    ['2017/', '2030', false],
  ])('%s against %s: %s', (one, other, apart) => {
    const claims = [
      { id: 'a', speaker: 'x', when: one },
      { id: 'b', speaker: 'y', when: other },
    ];
    expect(found(claims)).toEqual(apart ? ['different dates: a b'] : []);
  });

  test('of two acts are none', () => {
    expect(
      found([
        { id: 'a', when: '2017' },
        { id: 'b', act: 'admitted', when: '2018' },
      ]),
    ).toEqual([]);
  });
});

test('what a person linked is told with the note, in either direction once', () => {
  const claims = [{ id: 'a' }, { id: 'b' }];
  const links = [
    ['b', 'contradicts', 'a'],
    ['a', 'contradicts', 'b'],
  ] as const;
  expect(found(claims, { links })).toEqual(['linked: a b']);
  const records = networkOf(claims, { links });
  const noted = { ...records, links: records.links.map((link) => ({ ...link, note: 'two wars' })) };
  expect(analyseIncident(noted).contradictions.map(contradictionWords)).toEqual(['A person linked them as contradicting: two wars.']);
});

test('of many, each pair of origins comes once before any comes twice, and all are counted', () => {
  const loud = Array.from({ length: 1000 }, (_, n) => ({ id: `loud ${n}`, speaker: 'loud', ...people(1000 + n) }));
  const claims = [...loud, { id: 'one', speaker: 'one', ...people(1) }, { id: 'two', speaker: 'two', ...people(2) }];
  const { contradictions, contradictionsTotal } = analyseIncident(networkOf(claims));
  expect(contradictionsTotal).toBe((1002 * 1001) / 2);
  expect(contradictions).toHaveLength(200);
  const speakers = contradictions.slice(0, 4).map(({ claimA, claimB }) => [claimA, claimB].map((id) => id.split(' ')[0]).join(' '));
  expect(speakers.sort()).toEqual(['loud loud', 'loud one', 'loud two', 'one two']);
});
