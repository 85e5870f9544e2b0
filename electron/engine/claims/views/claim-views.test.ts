import { expect, test } from 'vitest';
import type { ClaimView } from '#shared/model/claim-views.ts';
import { caseInfo } from '../../case/case-info.ts';
import { mutate } from '../../journal/mutate.ts';
import { reopen, temporaryCase } from '../../testing/temporary-case.ts';
import { runVerify } from '../../verify/run-verify.ts';
import { listViews, removeView, saveView } from './claim-views.ts';

const view = (name: string): ClaimView => ({
  name,
  filter: { acts: ['killed'], incidentId: null, said: { from: '2018' }, reliability: ['A', null] },
  sort: { by: 'field:file', direction: 'ascending' },
  groupBy: 'speaker',
  columns: ['sentence', 'speaker', 'field:file'],
});

test('views are kept in the case, renamed, written over and removed, each act in the journal', async () => {
  const { ctx, engine, folder } = await temporaryCase();
  const kept = await saveView(ctx, { view: view('Deaths') });
  await expect(saveView(ctx, { view: view('Deaths') })).rejects.toMatchObject({ code: 'already-exists' });
  const other = await saveView(ctx, { view: view('Another') });
  await saveView(ctx, { id: kept.id, view: { ...view('Deaths by speaker'), groupBy: null } });
  const again = await reopen(engine, folder);
  expect(await listViews(again)).toEqual({
    views: [other, { id: kept.id, view: { ...view('Deaths by speaker'), groupBy: null } }],
    broken: [],
  });
  await removeView(again, { id: other.id });
  await expect(removeView(again, { id: other.id })).rejects.toMatchObject({ code: 'not-found' });
  expect((await listViews(again)).views.map(({ view: { name } }) => name)).toEqual(['Deaths by speaker']);
  expect((await caseInfo(again)).settings.graphicVeil).toBe('marked');
  expect((await caseInfo(again)).journal.entries).toBe(5);
  expect((await runVerify(again, {})).findings).toEqual([]);
});

test('what is kept and not understood is told apart, and can be removed', async () => {
  const { ctx } = await temporaryCase();
  const good = await saveView(ctx, { view: view('Good') });
  const broken: [string, unknown][] = [
    ['one', { ...view('Newer'), filter: { moonPhase: 'full' } }],
    ['two', 'nothing like it'],
    ['three', { ...view('Unsorted'), sort: { by: 'weight', direction: 'ascending' } }],
  ];
  for (const [id, value] of broken) {
    const name = `claimView:${id}`;
    await mutate(
      ctx,
      { action: 'case.configured', subject: name, payload: { name, value: JSON.parse(JSON.stringify(value)) as never } },
      async (trx) => {
        await trx
          .insertInto('caseSetting')
          .values({ name, value: JSON.stringify(value) })
          .execute();
      },
    );
  }
  const told = await listViews(ctx);
  expect(told.views).toEqual([good]);
  expect(told.broken.map(({ id, name }) => [id, name])).toEqual([
    ['one', 'Newer'],
    ['three', 'Unsorted'],
    ['two', null],
  ]);
  expect(told.broken[0]?.problem).toMatch(/moonPhase/);
  await removeView(ctx, { id: 'two' });
  expect((await listViews(ctx)).broken).toHaveLength(2);
});
