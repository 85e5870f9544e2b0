import { expect, test } from 'vitest';
import type { Contradiction, IncidentAnalysis } from '#shared/model/analysis.ts';
import { indexAnalysis } from '../origin-index.ts';
import { byOrigins } from './by-origins.ts';

const statement = (claimId: string, origin: string): IncidentAnalysis['statements'][number] => ({
  claimId,
  sentence: claimId,
  speakerId: null,
  speaker: null,
  act: 'exhumed',
  modality: 'asserts',
  saidAt: null,
  origins: [origin],
});
const origin = (id: string, label: string, ...roots: string[]): IncidentAnalysis['origins'][number] => ({
  id,
  label,
  known: true,
  speakers: [],
  roots,
  claims: [],
  firstSaidAt: null,
  why: [],
});
const apart = (claimA: string, claimB: string, facts: Contradiction['facts'] = { act: 'exhumed', unit: 'bodies' }): Contradiction => ({
  rule: 'figures apart',
  claimA,
  claimB,
  facts,
  settlement: null,
});

test('what was said again is the same quarrel; other origins, rules and measures are others', () => {
  const index = indexAnalysis({
    origins: [origin('o1', 'A', 'a2'), origin('o2', 'B'), origin('o3', 'C')],
    statements: [statement('a', 'o1'), statement('a2', 'o1'), statement('b', 'o2'), statement('c', 'o3')],
  });
  const groups = byOrigins(
    [
      apart('a', 'b'),
      apart('b', 'a2'),
      apart('a', 'c'),
      apart('a2', 'b', { act: 'killed', unit: 'people' }),
      { ...apart('a', 'b'), rule: 'denied' },
      apart('a', 'unlisted'),
    ],
    index,
  );
  expect(groups.map((group) => group.map(({ claimA, claimB }) => claimA + claimB))).toEqual([
    ['ba2', 'ab'],
    ['ac'],
    ['a2b'],
    ['ab'],
    ['aunlisted'],
  ]);
});
