import { expect, test } from 'vitest';
import type { NamedClaim, RepeatFamily } from '#shared/model/claim-relations.ts';
import { circleWords, originWords, repeatWords } from './origin-sentences.ts';

const claim = (id: string, speaker: string | null): NamedClaim => ({
  id,
  sentence: id,
  modality: 'asserts',
  speakerId: null,
  speaker,
  saidAt: null,
  incidentId: null,
});
const family = (...repeats: string[]): RepeatFamily => {
  const ids = [...new Set(['r', ...repeats.join('')])];
  return {
    claims: ids.map((id) => claim(id, id === 'r' ? 'the committee' : null)),
    repeats: repeats.map((pair) => ({ fromId: pair.charAt(0), toId: pair.charAt(1) })),
    total: ids.length,
  };
};
const origin = {
  id: 'o',
  label: 'A',
  known: true,
  speakers: [],
  roots: [],
  claims: ['a', 'b', 'c'],
  firstSaidAt: null,
  why: ['same speaker' as const, 'repeats' as const],
};

test('what a claim goes back to is said with the count of those that repeat it', () => {
  expect(repeatWords('r', family())).toBe('No claim is known to repeat this one, and it repeats none.');
  expect(repeatWords('r', family('ar', 'br'))).toBe('2 claims repeat this one.');
  expect(repeatWords('a', family('ar', 'br'))).toBe('Goes back to the committee; 2 claims repeat it.');
  expect(repeatWords('a', family('ar'))).toBe('Goes back to the committee; 1 claim repeats it.');
  expect(repeatWords('a', family('ar', 'as'))).toBe('Goes back to the committee, somebody not named; 1 claim repeats it.');
});

test('an origin is said with its claims and why they are one; one of an unknown voice is not counted', () => {
  expect(originWords(origin)).toBe('3 claims of the incident, 1 independent origin (A): same speaker, claims that repeat.');
  expect(originWords({ ...origin, claims: ['a'] })).toBe('The only claim of its incident that goes back to this origin (A).');
  expect(originWords({ ...origin, known: false })).toContain('not counted as an origin');
  expect(
    circleWords({
      parties: [
        { partyId: '1', name: 'A' },
        { partyId: '2', name: 'B' },
      ],
      edges: [],
      claims: [],
    }),
  ).toBe('A → B → A');
});
