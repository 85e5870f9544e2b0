import { describe, expect, test } from 'vitest';
import { draftFromWords } from '#shared/claims/draft-from-words.ts';
import { claimFields } from '#shared/model/claims.ts';
import { formErrors } from './form-errors.ts';
import { emptyForm, fieldsOf, formOfClaim, formOfDraft, isDirty, newHop, newPartyRow, newQuantity } from './form-state.ts';

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
  incidentId: id,
  note: 'n',
});

test('a claim through the form is the same claim', () => {
  expect(claimFields.parse(fieldsOf(formOfClaim(whole)))).toEqual(whole);
  expect(formErrors(formOfClaim(whole))).toEqual({});
});

test('a draft is saved as it was drafted', () => {
  const draft = draftFromWords('Nearly 1,236 bodies have been exhumed');
  expect(claimFields.parse(fieldsOf(formOfDraft(draft)))).toMatchObject(draft.fields);
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
    [{ via: [{ ...newHop(null), date: '2018-13' }] }, 'via.0.date'],
    [{ parties: [newPartyRow()] }, 'parties.0'],
    [{ speaker: { id: null, words: 'the com' } }, 'speaker'],
    [{ place: { ...form.place, latitude: 35 } }, 'place.name'],
  ])('%j', (given, field) => {
    expect(Object.keys(formErrors({ ...form, ...given }))).toContain(field);
    expect(Object.keys(formErrors(form))).toEqual([]);
  });
});
