import { expect, it } from 'vitest';
import { createPassage } from '../passages/create-passage.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { actKinds } from './acts.ts';
import { deskOn, sweep } from './full-disk-sweep.ts';
import { smallDisk } from './small-disk.ts';

it('a disk that fills up at any write refuses the act, keeps nothing half, and goes on when there is room again', async (test) => {
  const disk = await smallDisk(test, 24);
  const desk = await deskOn(disk);
  // Some of the writes of each act; `npm run soak` takes every one.
  const rooms = { import: [0, 5], capture: [3, 17], passage: [0], update: [0], seal: [0], export: [9, 40], backup: [20] } as const;
  for (const kind of actKinds) {
    const { wrong, refused } = await sweep(disk, desk, kind, rooms[kind]);
    expect(wrong).toEqual([]);
    if (rooms[kind].some((room) => room > 0)) expect(refused).toBeGreaterThan(0);
  }
}, 300_000);

it('a database that may not grow refuses the act with its entry, and takes it when it may', async () => {
  const { ctx } = await temporaryCase();
  const itemId = await keepTextItem(ctx, 'marked words');
  const { raw } = ctx.writer ?? {};
  const before = await ctx.read.selectFrom('journal').selectAll().execute();
  const mark = () => createPassage(ctx, { itemId, quote: 'marked words', comment: 'x'.repeat(50_000), tags: [] });
  raw?.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true }) as number}`);
  await expect(mark()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(await ctx.read.selectFrom('journal').selectAll().execute()).toEqual(before);
  raw?.pragma('max_page_count = 1000000');
  await mark();
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
