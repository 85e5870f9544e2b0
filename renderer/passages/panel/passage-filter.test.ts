import { expect, test } from 'vitest';
import type { Passage } from '#shared/model/passages.ts';
import { filterPassages, isFiltering, noFilter } from './passage-filter.ts';

const base: Passage = {
  id: '0197a000-0000-7000-8000-000000000000',
  itemId: '0197a000-0000-7000-8000-000000000001',
  kind: 'words',
  quote: 'Nearly 1,236 bodies',
  comment: '',
  tags: [],
  colour: null,
  state: 'exact',
  claimIds: [],
  translation: null,
  createdBy: 'Lina',
} as unknown as Passage;

const list = [
  base,
  { ...base, quote: 'اُسْتُخْرِجَت جثّة', translation: 'A body was exhumed', tags: ['count'], colour: 'blue' },
  { ...base, kind: 'area', quote: '', comment: 'The gate', createdBy: 'Omar', state: 'lost', claimIds: ['c'] },
] as Passage[];
const found = (filter: Partial<typeof noFilter>) => filterPassages(list, { ...noFilter, ...filter }).map((one) => list.indexOf(one));

test('words are looked for in quote, comment, translation and tags, whatever their marks and case', () => {
  expect(found({ words: 'BODIES nearly' })).toEqual([0]);
  expect(found({ words: 'استخرجت' })).toEqual([1]);
  expect(found({ words: 'exhumed' })).toEqual([1]);
  expect(found({ words: 'count' })).toEqual([1]);
  expect(found({ words: 'gate nothing' })).toEqual([]);
});

test('every other question narrows by itself, and together', () => {
  expect(found({ tag: 'count' })).toEqual([1]);
  expect(found({ colour: 'blue' })).toEqual([1]);
  expect(found({ kind: 'words' })).toEqual([0, 1]);
  expect(found({ state: 'changed' })).toEqual([2]);
  expect(found({ state: 'exact' })).toEqual([0, 1]);
  expect(found({ claims: 'without' })).toEqual([0, 1]);
  expect(found({ author: 'Omar', claims: 'with' })).toEqual([2]);
  expect(found({ author: 'Omar', kind: 'words' })).toEqual([]);
  expect(filterPassages(list, noFilter)).toBe(list);
  expect(isFiltering({ ...noFilter, words: '  ' })).toBe(false);
});
