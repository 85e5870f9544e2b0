import { expect, test } from 'vitest';
import type { Passage } from '#shared/model/passages.ts';
import { withPassage } from './with-passage.ts';

const one = (id: string, given: Partial<Passage>) => ({ id, page: null, from: null, start: null, updatedAt: '1', ...given }) as Passage;
const ids = (all: Passage[]) => all.map(({ id }) => id).join('');

test('a new passage comes where it stands; an area after the words of its page; a known one keeps its place', () => {
  const all = [one('a', { page: 1, start: 5 }), one('b', { page: 1 }), one('c', { page: 2, start: 90 })];
  expect(ids(withPassage(all, one('x', { page: 1, start: 9 })))).toBe('axbc');
  expect(ids(withPassage(all, one('x', { page: 1 })))).toBe('abxc');
  expect(ids(withPassage(all, one('x', { page: 3 })))).toBe('abcx');
  expect(ids(withPassage([one('a', { from: 1 }), one('c', { from: 9 })], one('b', { from: 3 })))).toBe('abc');
  expect(withPassage(all, all[1]!)).toBe(all);
  const changed = one('b', { page: 1, updatedAt: '2' });
  expect(withPassage(all, changed)[1]).toBe(changed);
});
