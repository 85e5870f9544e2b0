import { expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import { newPassage } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { removePassage, restorePassage } from './change-passage.ts';
import { getPassage } from './list-passages.ts';
import { linkPassages, linksOfPassage, relinkPassages, unlinkPassages } from './passage-links.ts';

async function twoPassages() {
  const { ctx } = await temporaryCase();
  const one = await newPassage(ctx, await keepTextItem(ctx, 'Nearly 1,236 bodies.', 'Caption'), '1,236 bodies');
  const other = await newPassage(ctx, await keepTextItem(ctx, 'The paper repeats: 1,236.', 'Paper'), 'repeats: 1,236');
  return { ctx, one: one.id, other: other.id };
}
const link = (ctx: CaseContext, input: CallInput<'passages.link'>) => linkPassages(ctx, contract['passages.link'].input.parse(input));
const seen = async (ctx: CaseContext, id: string) =>
  (await linksOfPassage(ctx, { id })).links.map(({ relation, direction, other }) => `${relation} ${direction} ${other.itemTitle}`);

test('a link is seen from both ends, worded from each; one that holds both ways is the same from both', async () => {
  const { ctx, one, other } = await twoPassages();
  await link(ctx, { fromId: other, toId: one, relation: 'repeats', note: 'word for word' });
  await link(ctx, { fromId: one, toId: other, relation: 'same scene' });
  expect(await seen(ctx, one)).toEqual(['repeats in Paper', 'same scene both Paper']);
  expect(await seen(ctx, other)).toEqual(['repeats out Caption', 'same scene both Caption']);
  expect((await getPassage(ctx, one)).links).toBe(2);
});

test('not to itself, not twice; both ways is the same link, one way is not', async () => {
  const { ctx, one, other } = await twoPassages();
  const exists = { code: 'already-exists' };
  await expect(link(ctx, { fromId: one, toId: one, relation: 'repeats' })).rejects.toMatchObject({ code: 'wrong-input' });
  await link(ctx, { fromId: one, toId: other, relation: 'contradicts' });
  await expect(link(ctx, { fromId: other, toId: one, relation: 'contradicts' })).rejects.toMatchObject(exists);
  await link(ctx, { fromId: one, toId: other, relation: 'supports' });
  await expect(link(ctx, { fromId: one, toId: other, relation: 'supports' })).rejects.toMatchObject(exists);
  await link(ctx, { fromId: other, toId: one, relation: 'supports' });
  expect((await getPassage(ctx, one)).links).toBe(3);
});

test('a link taken out can be taken back, unless it was made again meanwhile', async () => {
  const { ctx, one, other } = await twoPassages();
  const { id } = await link(ctx, { fromId: one, toId: other, relation: 'translates' });
  await unlinkPassages(ctx, { id, reason: 'not so' });
  expect(await seen(ctx, one)).toEqual([]);
  await relinkPassages(ctx, { id, reason: 'it was so' });
  expect(await seen(ctx, other)).toEqual(['translates in Caption']);
  await unlinkPassages(ctx, { id, reason: 'not so' });
  await link(ctx, { fromId: one, toId: other, relation: 'translates' });
  await expect(relinkPassages(ctx, { id, reason: 'again' })).rejects.toMatchObject({ code: 'already-exists' });
  expect((await getPassage(ctx, one)).links).toBe(1);
});

test('links go with a removed passage and come back with it; none is made to one that is removed', async () => {
  const { ctx, one, other } = await twoPassages();
  const { id } = await link(ctx, { fromId: one, toId: other, relation: 'supports' });
  await removePassage(ctx, { id: other, reason: 'a mistake' });
  expect(await seen(ctx, one)).toEqual([]);
  expect((await getPassage(ctx, one)).links).toBe(0);
  await expect(link(ctx, { fromId: one, toId: other, relation: 'repeats' })).rejects.toMatchObject({ code: 'not-found' });
  await restorePassage(ctx, { id: other, reason: 'none' });
  expect(await seen(ctx, one)).toEqual(['supports out Paper']);
  await unlinkPassages(ctx, { id, reason: 'not so' });
  await removePassage(ctx, { id: other, reason: 'again' });
  await expect(relinkPassages(ctx, { id, reason: 'so' })).rejects.toMatchObject({ code: 'not-found' });
});
