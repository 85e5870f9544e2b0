import { expect, test } from 'vitest';
import { emptyDraft, toChanges, type ChangeDraft } from './change-draft.ts';

const id = '00000000-0000-7000-8000-000000000000';
const draft = (given: Partial<ChangeDraft>): ChangeDraft => ({ ...emptyDraft, ...given });

test('only the fields that were chosen are changed; what is left empty is taken out', () => {
  expect(toChanges([], emptyDraft)).toBeNull();
  expect(toChanges(['act'], draft({ act: 'killed', cause: 'strike' }))).toEqual({ act: 'killed' });
  expect(toChanges(['cause', 'saidAt', 'place', 'speakerId'], emptyDraft)).toEqual({
    cause: null,
    saidAt: null,
    place: null,
    speakerId: null,
  });
  expect(toChanges(['field:ref', 'field:seen'], draft({ extra: { ref: 'F-7' } }))).toEqual({ extra: { ref: 'F-7', seen: null } });
  expect(toChanges(['addParty'], draft({ addParty: { party: { id, words: '' }, role: 'target' } }))).toEqual({
    addParty: { partyId: id, role: 'target' },
  });
});

test('what is not whole yet changes nothing', () => {
  expect(toChanges(['act'], emptyDraft)).toBeNull();
  expect(toChanges(['act'], draft({ act: 'Killed' }))).toBeNull();
  expect(toChanges(['when'], draft({ when: 'last year' }))).toBeNull();
  expect(toChanges(['speakerId'], draft({ speakerId: { id: null, words: 'RC' } })), 'typed, but nobody yet').toBeNull();
  expect(toChanges(['addParty'], draft({ addParty: { party: { id: null, words: '' }, role: 'target' } }))).toBeNull();
  expect(toChanges(['renameUnit'], draft({ renameUnit: { from: 'bodies', to: '' } }))).toBeNull();
});
