import { expect, test } from 'vitest';
import type { Passage } from '#shared/model/passages.ts';
import { draftChange, draftOf, dropDraft, rebaseDraft } from './draft-state.ts';

const passage = {
  id: 'p',
  updatedAt: '1',
  comment: 'was',
  tags: ['a'],
  language: null,
  translation: null,
  translator: null,
} as unknown as Passage;

test('a draft holds what differs and when it began; what comes back to what it was leaves it', () => {
  draftChange(passage, { comment: 'is' });
  draftChange({ ...passage, updatedAt: '2' }, { tags: ['a', 'b'] });
  expect(draftOf('p')).toEqual({ since: '1', fields: { comment: 'is', tags: ['a', 'b'] } });
  rebaseDraft({ ...passage, updatedAt: '2' });
  expect(draftOf('p')?.since).toBe('2');
  draftChange(passage, { comment: 'was' });
  expect(draftOf('p')?.fields).toEqual({ tags: ['a', 'b'] });
  draftChange(passage, { tags: ['a'] });
  expect(draftOf('p')).toBeNull();
  draftChange(passage, { comment: '' });
  dropDraft('p');
  expect(draftOf('p')).toBeNull();
});
