import { expect, test } from 'vitest';
import { networkOf } from '../testing/claim-network.ts';
import { analyseIncident } from './analyse-incident.ts';

const turns = (...given: Parameters<typeof networkOf>) =>
  analyseIncident(networkOf(...given)).turns.map(
    ({ speaker, act, fromClaimId, toClaimId }) => `${speaker}, ${act}: ${fromClaimId} to ${toClaimId}`,
  );
const said = (id: string, modality: 'denies' | 'admits' | 'asserts' | 'retracts' | 'questions' | 'predicts', saidAt: string | null) => ({
  ...{ id, modality, saidAt },
  speaker: 'coalition',
});

test('denial, admission and retraction are told in the order they were said', () => {
  const claims = [said('late', 'retracts', '2019'), said('first', 'denies', '2017-03?/2018-06'), said('then', 'admits', '2018-06')];
  expect(turns(claims)).toEqual(['coalition, killed: first to then', 'coalition, killed: then to late']);
});

test('who asserts and later admits, or forecasts, has not turned', () => {
  expect(
    turns([said('a', 'asserts', '2017'), said('b', 'admits', '2018'), said('c', 'predicts', '2019'), said('d', 'asserts', '2020')]),
  ).toEqual([]);
});

test('without dates, or of one date, nobody can say which came last', () => {
  expect(turns([said('a', 'denies', null), said('b', 'admits', '2018')])).toEqual([]);
  expect(turns([said('a', 'denies', '2018'), said('b', 'admits', '2018')])).toEqual([]);
  expect(turns([said('a', 'denies', '2018-05'), said('b', 'admits', '2018-06'), said('c', 'denies', '2018-06')])).toEqual([
    'coalition, killed: a to b',
  ]);
});

test('another speaker, another act and an unknown speaker are no turn; a merged one is the same', () => {
  const denies = said('a', 'denies', '2017');
  const admits = said('b', 'admits', '2018');
  expect(turns([denies, { ...admits, speaker: 'watch' }])).toEqual([]);
  expect(turns([denies, { ...admits, act: 'struck' }])).toEqual([]);
  expect(turns([denies, admits].map((claim) => ({ ...claim, speaker: null })))).toEqual([]);
  expect(turns([denies, { ...admits, speaker: 'CJTF' }], { merged: [['CJTF', 'coalition']] })).toEqual(['coalition, killed: a to b']);
});
