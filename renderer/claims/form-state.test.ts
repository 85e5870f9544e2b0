import { describe, expect, test } from 'vitest';
import { draftFromWords } from '#shared/claims/draft-from-words.ts';
import { claimFields } from '#shared/model/claims.ts';
import { formErrors } from './form-errors.ts';
import { formDraft } from './form-draft.ts';
import { newBreakdown, newHop, newPartyRow, newQuantity, newVictim } from './form-rows.ts';
import { emptyForm, fieldsOf, formOfClaim, formOfDraft, isDirty } from './form-state.ts';

const id = '00000000-0000-7000-8000-000000000000';
const whole = claimFields.parse({
  act: 'exhumed',
  quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies', breakdown: [{ groups: ['women'], qualifier: 'most' }] }],
  speakerId: id,
  via: [{ partyId: id, medium: 'caption', itemId: id, date: '2018' }],
  when: '[..2018]',
  saidAt: '2018-11~',
  place: { name: 'Raqqa', names: { ar: 'الرقة' }, precision: 'city' },
  cause: 'strike',
  parties: [{ partyId: id, role: 'target' }],
  victims: [{ name: 'Somebody', names: { ar: 'أحد' }, gender: 'girl', ageMin: null, ageMax: 17, note: 'daughter' }],
  incidentId: id,
  note: 'n',
  extra: { caseNumber: 12 },
});

test('a claim through the form is the same claim', () => {
  expect(claimFields.parse(fieldsOf(formOfClaim(whole)))).toEqual(whole);
  expect(formErrors(formOfClaim(whole))).toEqual({});
});

test('a draft is saved as it was drafted', () => {
  const draft = draftFromWords('Nearly 1,236 bodies have been exhumed');
  expect(claimFields.parse(fieldsOf(formOfDraft(formDraft(draft))))).toMatchObject(draft.fields);
});

test('dirty means something would be lost', () => {
  const form = formOfClaim(whole);
  expect(isDirty(form, formOfClaim(whole))).toBe(false);
  expect(isDirty(form, { ...form, note: 'other' })).toBe(true);
  expect(isDirty(form, { ...form, quantities: [] })).toBe(true);
});

describe('errors stand at their field', () => {
  const form = { ...emptyForm(), act: 'killed' };
  test.each([
    [{ act: '' }, 'act'],
    [{ act: 'Killed' }, 'act'],
    [{ saidAt: 'last year' }, 'saidAt'],
    [{ quantities: [newQuantity()] }, 'quantities.0.unit'],
    [{ quantities: [{ ...newQuantity(), unit: 'people' }] }, 'quantities.0'],
    [{ quantities: [{ ...newQuantity(), unit: 'people', qualifier: 'between' as const, min: 3, max: 2 }] }, 'quantities.0'],
    [{ quantities: [{ ...newQuantity(), unit: 'people', value: 1e13 }] }, 'quantities.0'],
    [{ quantities: [{ ...newQuantity(), unit: 'people', value: 5, breakdown: [newBreakdown()] }] }, 'quantities.0.breakdown.0'],
    [{ victims: [{ ...newVictim(), age: 'old' }] }, 'victims.0.age'],
    [{ parties: [{ ...newPartyRow(), party: { id, words: '' }, role: 'Target' }] }, 'parties.0.role'],
    [{ place: { ...form.place, name: 'Raqqa', latitude: Number.NaN, longitude: Number.NaN } }, 'place.latitude'],
    [{ via: [{ ...newHop(null), date: '2018-13' }] }, 'via.0.date'],
    [{ parties: [newPartyRow()] }, 'parties.0'],
    [{ speaker: { id: null, words: 'the com' } }, 'speaker'],
    [{ place: { ...form.place, latitude: 35 } }, 'place.name'],
  ])('%j', (given, field) => {
    expect(Object.keys(formErrors({ ...form, ...given }))).toContain(field);
    expect(Object.keys(formErrors(form))).toEqual([]);
  });
});

test('errors name the numbers, and the date it could be', () => {
  const wrong = (given: object) => Object.values(formErrors({ ...emptyForm(), act: 'killed', ...given }));
  const people = { ...newQuantity(), unit: 'people' };
  expect(wrong({ quantities: [{ ...people, qualifier: 'between', min: 3000, max: 2 }] })[0]).toContain(
    'The least, 3,000, is more than the most, 2.',
  );
  expect(wrong({ quantities: [{ ...people, value: 5, max: 4 }] })[0]).toContain('The number, 5, is more than the most, 4.');
  expect(wrong({ when: 'June 2018' })[0]).toContain('2018-06 (June 2018)');
  expect(wrong({ when: '3/4/2018' })[0]).toContain('2018-04-03 (3 April 2018) or 2018-03-04 (4 March 2018)');
  const dated = {
    id,
    subject: 'claim',
    name: 'seen',
    label: 'Seen',
    type: 'date',
    options: [],
    note: '',
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    used: 0,
  } as const;
  expect(formErrors({ ...emptyForm(), act: 'killed', extra: { seen: 'June 2018' } }, [{ ...dated, options: [] }])).toHaveProperty([
    'extra.seen',
  ]);
});
