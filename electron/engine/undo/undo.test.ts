import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagColours } from '#shared/model/tag-colours.ts';
import type { CaseContext } from '../context.ts';
import { newClaim } from '../testing/claim-fixtures.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { createPassage } from '../passages/create-passage.ts';
import { removePassage, updatePassage } from '../passages/change-passage.ts';
import { getPassage, listPassages } from '../passages/list-passages.ts';
import { linkPassages, linksOfPassage, unlinkPassages } from '../passages/passage-links.ts';
import { colourTag, listTags, renameTag } from '../passages/tags.ts';
import { runVerify } from '../verify/run-verify.ts';
import { querySearch } from '../search/query-search.ts';
import { listUndoable, turnRound } from './turn-round.ts';

const text = 'Nearly 1,236 bodies have been exhumed from three mass graves. Most are women. Most are children. It was denied.';
const quotes = ['Nearly 1,236 bodies', 'three mass graves', 'Most are women', 'It was denied'];

/** All that annotation changes, as a person could see it. */
async function seen(ctx: CaseContext): Promise<unknown> {
  const { rows } = await listPassages(ctx, { limit: 1000, offset: 0 });
  const links = [];
  for (const { id } of rows)
    links.push(...(await linksOfPassage(ctx, { id })).links.map(({ fromId, toId, relation }) => ({ fromId, toId, relation })));
  const found = await querySearch(ctx, { words: 'bodies OR graves OR women OR denied', kinds: ['passage'], limit: 100, offset: 0 });
  return {
    passages: rows.map(({ updatedAt: _updatedAt, ...passage }) => passage),
    links,
    tags: (await listTags(ctx)).tags,
    found: found.rows.map(({ id }) => id).sort(),
  };
}

type Step = { act: 'create' | 'update' | 'remove' | 'link' | 'unlink' | 'colour' | 'rename'; one: number; two: number };
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('create', 'create', 'update', 'remove', 'link', 'unlink', 'colour', 'rename'),
  one: fc.nat(7),
  two: fc.nat(7),
});

/** Does one step with what is there; what is refused does nothing. */
async function take(ctx: CaseContext, itemId: string, { act, one, two }: Step): Promise<void> {
  const { rows } = await listPassages(ctx, { limit: 1000, offset: 0 });
  const [a, b] = [rows[one % Math.max(1, rows.length)], rows[two % Math.max(1, rows.length)]];
  if (act === 'create') await createPassage(ctx, { itemId, quote: quotes[one % quotes.length] ?? '', comment: '', tags: [`t${two % 3}`] });
  if (act === 'colour') await colourTag(ctx, { tag: `t${one % 3}`, colour: [null, ...tagColours][two % 3] ?? null });
  if (a === undefined || b === undefined) return;
  if (act === 'update') await updatePassage(ctx, { id: a.id, comment: `c${two}`, tags: [`t${one % 3}`] });
  if (act === 'remove') await removePassage(ctx, { id: a.id, reason: 'r' });
  if (act === 'rename') await renameTag(ctx, { tag: `t${one % 3}`, to: `t${two % 3}` }).catch(() => undefined);
  if (act === 'link') await linkPassages(ctx, { fromId: a.id, toId: b.id, relation: 'supports', note: '' }).catch(() => undefined);
  const [link] = act === 'unlink' ? (await linksOfPassage(ctx, { id: a.id })).links : [];
  if (link !== undefined) await unlinkPassages(ctx, { id: link.id, reason: 'r' });
}

test('law: what was done and all of it undone is as before, and done again as after; the journal only grows and explains it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { ctx } = await temporaryCase();
      const itemId = await keepTextItem(ctx, text);
      const states = [await seen(ctx)];
      for (const one of steps) {
        await take(ctx, itemId, one);
        if ((await listUndoable(ctx)).undo !== null) states.push(await seen(ctx));
      }
      const last = states.at(-1);
      let turns = 0;
      while ((await turnRound(ctx, 'undo')).turned !== null) turns += 1;
      expect(await seen(ctx)).toEqual(states[0]);
      for (let again = 0; again < turns; again += 1) expect((await turnRound(ctx, 'redo')).turned).not.toBeNull();
      expect(await seen(ctx)).toEqual(last);
      expect((await turnRound(ctx, 'redo')).turned).toBeNull();
      expect((await runVerify(ctx, {})).findings).toEqual([]);
    }),
    { numRuns: Number(process.env['HOLDFAST_RUNS'] ?? 6), endOnFailure: true },
  );
}, 60_000);

test('a new act ends what could be done again; the journal tells what turned what', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, text);
  const { id } = await createPassage(ctx, { itemId, quote: 'Most are women', comment: 'first', tags: [] });
  await updatePassage(ctx, { id, comment: 'second' });
  expect(await listUndoable(ctx)).toMatchObject({ undo: { action: 'passage.updated', subject: id }, redo: null });
  await turnRound(ctx, 'undo');
  expect((await getPassage(ctx, id)).comment).toBe('first');
  expect(await listUndoable(ctx)).toMatchObject({ undo: { action: 'passage.created' }, redo: { action: 'passage.updated' } });
  await updatePassage(ctx, { id, comment: 'third' });
  expect((await listUndoable(ctx)).redo).toBeNull();
  const rows = await ctx.read.selectFrom('journal').select(['action', 'payload']).where('action', 'like', 'act.%').execute();
  expect(rows.map((row) => [row.action, JSON.parse(row.payload) as unknown])).toEqual([
    ['act.undone', { turns: { from: 4, to: 4 }, by: { from: 5, to: 5 } }],
  ]);
});

test('what a claim stands on is not undone away, nor what somebody changed since; then nothing changes', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, text);
  const { id } = await createPassage(ctx, { itemId, quote: 'Most are women', comment: '', tags: [] });
  // As another process would.
  await newClaim({ ...ctx, acted: () => {} }, { evidence: [{ passageId: id, stance: 'states' }] });
  await expect(turnRound(ctx, 'undo')).rejects.toMatchObject({ code: 'still-used' });
  expect((await getPassage(ctx, id)).quote).toBe('Most are women');
  expect((await listUndoable(ctx)).undo).toMatchObject({ action: 'passage.created' });
  await updatePassage(ctx, { id, comment: 'mine' });
  await ctx.writer?.queries.updateTable('passage').set({ comment: 'theirs' }).where('id', '=', id).execute();
  await expect(turnRound(ctx, 'undo')).rejects.toMatchObject({ code: 'changed-since' });
  expect((await getPassage(ctx, id)).comment).toBe('theirs');
});

test('a tag renamed on a removed passage too is named as before again', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, text);
  const { id } = await createPassage(ctx, { itemId, quote: 'Most are women', comment: '', tags: ['old'] });
  await removePassage(ctx, { id, reason: 'r' });
  await renameTag(ctx, { tag: 'old', to: 'new' });
  for (let turns = 0; turns < 2; turns += 1) await turnRound(ctx, 'undo');
  expect((await getPassage(ctx, id)).tags).toEqual(['old']);
  for (let turns = 0; turns < 2; turns += 1) await turnRound(ctx, 'redo');
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
