import { describe, expect, test } from 'vitest';
import { draftFromWords } from '#shared/claims/draft-from-words.ts';
import { breakdownField, fieldState, formDraft, nextField, notLookedAt, quantityField, quoteParts, type FieldState } from './form-draft.ts';
import { moved, newQuantity } from './form-rows.ts';
import { namesOf } from './names-field.tsx';
import { formOfDraft } from './form-state.ts';

const quote = 'Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves';
const draft = formDraft(draftFromWords(quote));
const initial = formOfDraft(draft);
const about = (form = initial) => ({ initial, form, read: draft.read });
const first = quantityField(-1);

describe('a drafted field', () => {
  test('waits until it is looked at', () => {
    expect(notLookedAt(about())).toEqual(expect.arrayContaining(['act', first, breakdownField(-1), quantityField(-2)]));
    expect(fieldState('act', about())).toBe('drafted');
    expect(fieldState('act', about({ ...initial, looked: ['act'] }))).toBe('confirmed');
    expect(notLookedAt(about({ ...initial, looked: ['act'] }))).not.toContain('act');
  });

  test('is corrected when it says something else, and what was not read is typed', () => {
    expect(fieldState('act', about({ ...initial, act: 'buried' }))).toBe('corrected');
    const [row, ...rest] = initial.quantities;
    const other = { ...initial, quantities: [{ ...row!, value: 1240 }, ...rest] };
    expect(fieldState(first, about(other))).toBe('corrected');
    expect(fieldState(breakdownField(-1), about(other))).toBe('drafted');
    expect(fieldState('when', about())).toBe('empty');
    expect(fieldState('when', about({ ...initial, when: '2018' }))).toBe('typed');
    expect(fieldState('modality', about())).toBe('default');
    const added = newQuantity();
    expect(fieldState(quantityField(added.key), about({ ...initial, quantities: [added] }))).toBe('typed');
  });

  test('that was taken away waits for nobody', () => {
    expect(notLookedAt(about({ ...initial, quantities: [] }))).toEqual(['act']);
  });

  test('has the same name whenever the words are read again', () => {
    const again = formOfDraft(formDraft(draftFromWords(quote)));
    expect(again.quantities.map(({ key }) => key)).toEqual(initial.quantities.map(({ key }) => key));
  });
});

test.each<[FieldState[], number, number]>([
  [['drafted', 'drafted', 'empty'], 0, 1],
  [['drafted', 'confirmed', 'empty'], 1, 0],
  [['confirmed', 'corrected', 'empty', 'empty'], 1, 2],
  [['confirmed', 'empty', 'typed'], 2, -1],
  [['default', 'confirmed'], 0, -1],
  [['empty', 'drafted'], -1, 1],
])('Enter in %j leads from %i to %i', (states, at, next) => expect(nextField(states, at)).toBe(next));

test('the quote in pieces is the quote, each piece with what was read from it', () => {
  const parts = quoteParts(quote, draft.read);
  expect(parts.map(({ text }) => text).join('')).toBe(quote);
  for (const { field, from } of draft.read)
    expect(
      parts
        .filter(({ fields }) => fields.includes(field))
        .map(({ text }) => text)
        .join(''),
    ).toContain(from);
  expect(quoteParts('', [])).toEqual([]);
  expect(quoteParts('plain', [])).toEqual([{ text: 'plain', start: 0, fields: [] }]);
});

test('a row moves by one place and no further', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('names keep their language, or one guessed from their letters, and none is lost', () => {
  const row = (tag: string, name: string) => ({ key: 1, tag, name });
  expect(
    namesOf([row('', 'الرقة'), row('ku-arab', 'ڕەقە'), row('ar', 'رقة'), row('', 'Раққа'), row('en', ' '), row('a', 'Rakka')]),
  ).toEqual({
    ar: 'الرقة',
    'ku-Arab': 'ڕەقە',
    'ar-x-2': 'رقة',
    'und-Cyrl': 'Раққа',
    'und-Latn': 'Rakka',
  });
});
