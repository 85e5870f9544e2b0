import { expect, test } from 'vitest';
import { claimFields } from '../model/claims.ts';
import { claimSentence } from './claim-sentence.ts';

const sentence = (given: object, names?: Map<string, string>) => claimSentence(claimFields.parse(given), names);
const id = '00000000-0000-7000-8000-000000000000';

test.each([
  [
    {
      act: 'exhumed',
      quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies', breakdown: [{ groups: ['women', 'children'], qualifier: 'most' }] }],
    },
    'asserts: nearly 1,236 bodies exhumed, most women and children',
  ],
  [
    { act: 'killed', modality: 'admits', quantities: [{ qualifier: 'more than', value: 40, unit: 'civilians' }] },
    'admits: more than 40 civilians killed',
  ],
  [
    {
      act: 'killed',
      modality: 'denies',
      quantities: [
        { qualifier: 'unknown', unit: 'civilians' },
        { value: 15, unit: 'months', role: 'duration' },
      ],
    },
    'denies: an unknown number of civilians killed; 15 months',
  ],
  [
    { act: 'displaced', quantities: [{ qualifier: 'between', min: 20, max: 30, unit: 'families' }] },
    'asserts: between 20 and 30 families displaced',
  ],
  [{ act: 'killed', quantities: [{ qualifier: 'dozens', unit: 'people' }] }, 'asserts: dozens of people killed'],
  [{ act: 'agreed' }, 'asserts: agreed'],
])('%j', (given, words) => expect(sentence(given)).toBe(words));

test('parties are named where the name is known', () => {
  const given = { act: 'struck', parties: [{ partyId: id, role: 'alleged responsible' }] };
  expect(sentence(given)).toBe('asserts: struck');
  expect(sentence(given, new Map([[id, 'the Coalition']]))).toBe('asserts: struck; alleged responsible: the Coalition');
});
