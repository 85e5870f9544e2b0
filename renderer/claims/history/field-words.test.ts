import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimFields } from '#shared/model/claims.ts';
import type { Json } from '#shared/model/primitives.ts';
import { isMessage } from '../../messages/index.ts';
import { fieldLabels, fieldLines, lineChange } from './field-words.ts';

const names = { checked: 'Seen by a second reader', p: 'The committee', i: 'A video', n: 'RAQ-2 Graves' };

describe('a field in words', () => {
  test.each<[string, Json, string[]]>([
    [
      'quantities',
      [
        {
          qualifier: 'nearly',
          value: 1236,
          min: null,
          max: null,
          unit: 'bodies',
          role: 'count',
          breakdown: [{ groups: ['women', 'children'], qualifier: 'most', value: null, min: null, max: null }],
        },
        { qualifier: 'exactly', value: 15, min: null, max: null, unit: 'months', role: 'duration', breakdown: [] },
      ],
      ['nearly 1,236 bodies; most women, children', '15 months (a duration)'],
    ],
    [
      'via',
      [
        { partyId: 'p', medium: 'caption', itemId: 'i', date: '2018-11~' },
        { partyId: null, medium: '', itemId: null, date: null },
      ],
      ['The committee, caption, about November 2018, A video', 'somebody not named'],
    ],
    ['parties', [{ partyId: 'p', role: 'witness' }], ['witness: The committee']],
    ['speakerId', 'p', ['The committee']],
    ['incidentId', 'n', ['RAQ-2 Graves']],
    ['when', '2018', ['2018']],
    ['saidAt', '2018-11~', ['about November 2018 (2018-11~)']],
    [
      'place',
      { name: 'Raqqa', names: { ar: 'الرقة' }, precision: 'city', latitude: 35.95, longitude: 39 },
      ['Raqqa, city, 35.95, 39', 'الرقة (ar)'],
    ],
    [
      'victims',
      [
        { name: '', names: {}, gender: 'girl', ageMin: 4, ageMax: 6, note: '' },
        { name: 'A', names: { ar: 'أ' }, gender: 'unknown', ageMin: 30, ageMax: 30, note: 'x' },
      ],
      ['not named, girl, aged 4–6', 'A (أ), aged 30, x'],
    ],
    ['extra', { checked: true, district: 'North' }, ['Seen by a second reader: yes', 'district: North']],
    ['note', '', []],
    ['place', null, []],
  ])('%s', (field, value, lines) => {
    expect(fieldLines(field, value, names)).toEqual(lines);
  });

  test('every field of a claim has its label', () => {
    expect(Object.keys(fieldLabels).sort()).toEqual(Object.keys(claimFields.shape).sort());
    for (const label of Object.values(fieldLabels)) expect(isMessage(label)).toBe(true);
  });
});

test('what differs between two sets of lines is all that differs, and nothing else', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const { same, removed, added } = lineChange(before, after);
      expect([...same, ...removed].sort()).toEqual([...before].sort());
      expect([...same, ...added].sort()).toEqual([...after].sort());
      expect(removed.some((one) => added.includes(one))).toBe(false);
    }),
  );
});
