import { expect, test } from 'vitest';
import { newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { removePassage, restorePassage, updatePassage } from './change-passage.ts';
import { groupPassages } from './group-passages.ts';
import { getPassage, listPassages } from './list-passages.ts';
import { colourTag, listTags, renameTag } from './tags.ts';

async function tagged() {
  const { ctx } = await temporaryCase();
  const first = await keepTextItem(ctx, 'One two three four.', 'Report of the committee');
  const second = await keepTextItem(ctx, 'Five six.', 'Statement');
  const mark = async (itemId: string, quote: string, tags: string[]) => {
    const { id } = await newPassage(ctx, itemId, quote);
    await updatePassage(ctx, { id, tags });
    return id;
  };
  const ids = [
    await mark(first, 'One', ['women', 'count']),
    await mark(first, 'three', ['count']),
    await mark(second, 'Five', ['place']),
    await mark(second, 'six', []),
  ];
  return { ctx, ids, first, second };
}
const all = { limit: 100, offset: 0 };

test('a passage has the colour of the first of its tags that has one; taking it away leaves the next', async () => {
  const { ctx, ids } = await tagged();
  await colourTag(ctx, { tag: 'women', colour: 'violet' });
  expect((await getPassage(ctx, ids[0]!)).colour).toBe('violet');
  await colourTag(ctx, { tag: 'count', colour: 'blue' });
  expect((await getPassage(ctx, ids[0]!)).colour).toBe('blue');
  await colourTag(ctx, { tag: 'count', colour: null });
  expect((await getPassage(ctx, ids[0]!)).colour).toBe('violet');
  expect((await getPassage(ctx, ids[1]!)).colour).toBeNull();
  expect(await listTags(ctx)).toEqual({
    tags: [
      { tag: 'count', count: 2, colour: null },
      { tag: 'place', count: 1, colour: null },
      { tag: 'women', count: 1, colour: 'violet' },
    ],
  });
  await colourTag(ctx, { tag: 'count', colour: null });
  const entries = await ctx.read.selectFrom('journal').select('payload').where('action', '=', 'tag.coloured').execute();
  expect(entries).toHaveLength(3);
});

test('a renamed tag keeps its colour, takes in the other and leaves a journal entry on each passage', async () => {
  const { ctx, ids } = await tagged();
  await colourTag(ctx, { tag: 'count', colour: 'green' });
  await removePassage(ctx, { id: ids[1]!, reason: 'a mistake' });
  expect(await renameTag(ctx, { tag: 'count', to: 'women' })).toEqual({ changed: 2 });
  expect(await getPassage(ctx, ids[0]!)).toMatchObject({ tags: ['women'], colour: 'green' });
  expect((await listTags(ctx)).tags.map(({ tag }) => tag)).toEqual(['place', 'women']);
  expect(await restorePassage(ctx, { id: ids[1]!, reason: 'none' })).toMatchObject({ tags: ['women'] });
  await expect(renameTag(ctx, { tag: 'count', to: 'x' })).rejects.toMatchObject({ code: 'not-found' });
});

test('a list is narrowed by every question, and counted by source and tag', async () => {
  const { ctx, ids, first } = await tagged();
  await colourTag(ctx, { tag: 'place', colour: 'red' });
  const found = async (asked: object) => (await listPassages(ctx, { ...asked, ...all })).rows.map(({ id }) => ids.indexOf(id)).sort();
  expect(await found({ colour: 'red' })).toEqual([2]);
  expect(await found({ words: 'committee' })).toEqual([0, 1]);
  expect(await found({ words: 'three' })).toEqual([1]);
  expect(await found({ words: 'cou' })).toEqual([0, 1]);
  expect(await found({ words: '%' })).toEqual([]);
  expect(await found({ state: 'changed' })).toEqual([]);
  expect(await found({ state: 'exact', itemId: first })).toEqual([0, 1]);
  expect(await found({ claims: 'with' })).toEqual([]);
  expect(await found({ claims: 'without', kind: 'words', author: 'tester' })).toEqual([0, 1, 2, 3]);
  expect(await found({ kind: 'area' })).toEqual([]);
  expect((await groupPassages(ctx, { by: 'tag' })).groups.map(({ key, count }) => [key, count])).toEqual([
    ['count', 2],
    ['place', 1],
    ['women', 1],
  ]);
  expect((await groupPassages(ctx, { by: 'item', tag: 'count' })).groups).toEqual([
    { key: first, label: 'Report of the committee', count: 2 },
  ]);
});
