import { expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { newPassage } from '../testing/claim-fixtures.ts';
import { querySearch } from '../search/query-search.ts';
import { removePassage, restorePassage, updatePassage } from './change-passage.ts';
import { getPassage } from './list-passages.ts';
import { passageHistory } from './passage-history.ts';

const text = 'Nearly 1,236 bodies were exhumed. استُخرجت نحو 1236 جثة';

async function onePassage() {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, text);
  return { ctx, itemId, passage: await newPassage(ctx, itemId, 'نحو 1236 جثة') };
}
const update = (ctx: CaseContext, input: CallInput<'passages.update'>) =>
  updatePassage(ctx, contract['passages.update'].input.parse(input));
const entries = async (ctx: CaseContext, id: string) =>
  ctx.read.selectFrom('journal').select(['action', 'payload']).where('subject', '=', id).orderBy('seq').execute();

test('what is left out stays; the journal holds only what changed', async () => {
  const { ctx, passage } = await onePassage();
  await update(ctx, { id: passage.id, comment: 'a figure', tags: ['count', 'arabic'] });
  const after = await update(ctx, { id: passage.id, language: 'AR-sy', translation: 'about 1,236 bodies', translator: 'Lina' });
  expect(after).toMatchObject({ comment: 'a figure', tags: ['arabic', 'count'], language: 'ar-SY', translator: 'Lina' });
  const said = (await entries(ctx, passage.id)).map((entry) => Object.keys(JSON.parse(entry.payload) as object).sort());
  expect(said.slice(1)).toEqual([
    ['comment', 'tags', 'updatedAt'],
    ['language', 'translation', 'translator', 'updatedAt'],
  ]);
});

test('nothing is written when nothing changed', async () => {
  const { ctx, passage } = await onePassage();
  const before = await update(ctx, { id: passage.id, tags: ['b', 'a'] });
  expect(await update(ctx, { id: passage.id, tags: ['a', 'b', 'a'], comment: '' })).toEqual(before);
  expect(await entries(ctx, passage.id)).toHaveLength(2);
});

test('a change over what somebody else changed is refused and loses nothing', async () => {
  const { ctx, passage } = await onePassage();
  await update(ctx, { id: passage.id, comment: 'hers', ifUpdatedAt: passage.updatedAt });
  await expect(update(ctx, { id: passage.id, comment: 'his', ifUpdatedAt: passage.updatedAt })).rejects.toMatchObject({
    code: 'changed-since',
    facts: { kind: 'passage', id: passage.id },
  });
  expect((await getPassage(ctx, passage.id)).comment).toBe('hers');
});

test('a translation and its translator go together, on a change as when it is made', async () => {
  const { ctx, passage } = await onePassage();
  const refused = { code: 'wrong-input', facts: { field: 'translator' } };
  await expect(update(ctx, { id: passage.id, translation: 'words' })).rejects.toMatchObject(refused);
  await update(ctx, { id: passage.id, translation: 'words', translator: 'a program 1.0' });
  await expect(update(ctx, { id: passage.id, translator: null })).rejects.toMatchObject(refused);
  expect(await update(ctx, { id: passage.id, translation: null, translator: null })).toMatchObject({ translation: null });
  expect(() => contract['passages.update'].input.parse({ id: passage.id, language: 'not a tag' })).toThrow(/language tag/);
});

test('a translation is found by the search', async () => {
  const { ctx, passage } = await onePassage();
  await update(ctx, { id: passage.id, translation: 'about that many corpses', translator: 'Lina' });
  const { rows } = await querySearch(ctx, { words: 'corpses', kinds: ['passage'], limit: 10, offset: 0 });
  expect(rows.map((row) => row.id)).toEqual([passage.id]);
});

test('the history tells each field before and after, removal and return with their reasons', async () => {
  const { ctx, passage } = await onePassage();
  await update(ctx, { id: passage.id, comment: 'first' });
  await update(ctx, { id: passage.id, comment: 'second', tags: ['count'] });
  await removePassage(ctx, { id: passage.id, reason: 'a mistake' });
  const back = await restorePassage(ctx, { id: passage.id, reason: 'it was none' });
  expect(back).toMatchObject({ comment: 'second', tags: ['count'] });
  const { entries: history } = await passageHistory(ctx, { id: passage.id });
  expect(history.map(({ action, reason, changes }) => ({ action, reason, changes }))).toEqual([
    { action: 'passage.created', reason: null, changes: [] },
    { action: 'passage.updated', reason: null, changes: [{ field: 'comment', before: '', after: 'first' }] },
    {
      action: 'passage.updated',
      reason: null,
      changes: [
        { field: 'comment', before: 'first', after: 'second' },
        { field: 'tags', before: [], after: ['count'] },
      ],
    },
    { action: 'passage.removed', reason: 'a mistake', changes: [] },
    { action: 'passage.restored', reason: 'it was none', changes: [] },
  ]);
  expect(history[0]?.actor).toBe('tester');
  await expect(passageHistory(ctx, { id: ctx.ports.newId() })).rejects.toMatchObject({ code: 'not-found' });
});
