import { setTimeout } from 'node:timers/promises';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { captureOptions } from '#shared/model/capture.ts';
import type { QueueEntry } from '#shared/model/queue.ts';
import type { CaseContext } from '../context.ts';
import { keepItem, type ItemDraft } from '../items/keep-item.ts';
import { reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { tamperRows } from '../testing/tamper.ts';
import { runVerify } from '../verify/run-verify.ts';
import { addEntries } from './add-entries.ts';
import { askQueue, readAsked } from './ask-queue.ts';
import { cancelEntries, clearEntries, retryEntries } from './change-entries.ts';
import { alsoDone, failEntry } from './end-entry.ts';
import { listEntries, nextEntry, nextQuery } from './list-entries.ts';

const all = { cleared: false, limit: 1000, offset: 0 };
const anyone = { busyHosts: [], resting: [] };
const refused = { code: 'url-refused', facts: { url: 'https://a.example/1', problem: 'name not resolved' } };

const add = (ctx: CaseContext, ...urls: string[]) => addEntries(ctx, { text: urls.join('\n') });
const entries = async (ctx: CaseContext): Promise<QueueEntry[]> => (await listEntries(ctx, all)).rows;
const acts = async (ctx: CaseContext) =>
  (await ctx.read.selectFrom('journal').select('action').orderBy('seq').execute()).map(({ action }) => action).slice(1);

async function draft(ctx: CaseContext, words: string): Promise<ItemDraft> {
  const blob = await ctx.store.keepBytes(words);
  const files: ItemDraft['files'] = [{ key: 'original', role: 'original', blob, name: 'a.txt', mediaType: 'text/plain' }];
  return { type: 'web', title: 'x', source: 's', sourceUrl: 'https://a.example/1', language: null, originalName: null, method: 'capture', capturedAt: '2018-11-14T09:00:00.000Z', gaps: [], facts: {}, files, text: null }; // prettier-ignore
}

async function queueOf(...urls: string[]) {
  const made = await temporaryCase();
  await add(made.ctx, ...urls);
  return { ...made, queue: await entries(made.ctx) };
}

describe('adding to the queue', () => {
  test('tells the fate of each line, and adds what waits already only once', async () => {
    const { ctx } = await temporaryCase();
    await add(ctx, 'https://a.example/1');
    const { fates } = await add(ctx, 'https://a.example/1', 'https://b.example/2', 'file:///etc/passwd', 'https://b.example/2');
    expect(fates.map(({ fate }) => fate)).toEqual(['waiting', 'added', 'refused', 'waiting']);
    expect(fates[2]).toMatchObject({ line: 3, error: { code: 'url-scheme', facts: { scheme: 'file' } } });
    expect(await entries(ctx)).toMatchObject([
      { position: 1, url: 'https://a.example/1', host: 'a.example', state: 'waiting', attempts: 0, addedBy: 'tester' },
      { position: 2, url: 'https://b.example/2', options: captureOptions.parse({}) },
    ]);
    expect(await acts(ctx)).toEqual(['queue.added', 'queue.added']);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('reads lists from files in any encoding, and names a file that is not there', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    const csv = join(folder, 'list.csv');
    await writeFile(csv, Buffer.from('\uFEFFtitle,link\nالرقة,https://مثال.example/خبر\n', 'utf16le'));
    expect((await addEntries(ctx, { path: csv })).fates).toMatchObject([{ fate: 'added', url: 'https://مثال.example/خبر' }]);
    await expect(addEntries(ctx, { path: join(folder, 'none.txt') })).rejects.toMatchObject({ code: 'file-missing' });
    await mkdir(join(folder, 'dir.txt'));
    await expect(addEntries(ctx, { path: join(folder, 'dir.txt') })).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  /** `npm run soak` takes ten thousand. */
  const MANY = process.env['HOLDFAST_SOAK'] === '1' ? 10_000 : 2_000;
  test('takes thousands of addresses, pages through them and cancels them', async () => {
    const { ctx } = await temporaryCase();
    ctx.writer?.raw.pragma('synchronous = OFF');
    const urls = Array.from({ length: MANY }, (_, n) => `https://h${n % 7}.example/${n}`);
    expect((await add(ctx, ...urls)).fates).toHaveLength(MANY);
    const page = await listEntries(ctx, { ...all, offset: MANY - 10 });
    expect(page).toMatchObject({ total: MANY, counts: { waiting: MANY, done: 0 } });
    expect(page.rows.map(({ position }) => position)).toEqual(Array.from({ length: 10 }, (_, n) => MANY - 9 + n));
    expect((await nextEntry(ctx, { busyHosts: ['h0.example', 'h1.example'], resting: [] }))?.url).toBe('https://h2.example/2');
    expect(await cancelEntries(ctx, {})).toEqual({ changed: MANY });
    expect(await nextEntry(ctx, anyone)).toBeNull();
  }, 60_000);
});

describe('the next entry', () => {
  test('is the first whose host is free and which does not rest', async () => {
    const { ctx, queue } = await queueOf('https://a.example/1', 'https://a.example/2', 'https://b.example/3');
    expect((await nextEntry(ctx, anyone))?.position).toBe(1);
    expect((await nextEntry(ctx, { busyHosts: ['a.example'], resting: [] }))?.position).toBe(3);
    expect((await nextEntry(ctx, { busyHosts: [], resting: [queue[0]!.id] }))?.position).toBe(2);
    expect(await nextEntry(ctx, { busyHosts: ['a.example', 'b.example'], resting: [] })).toBeNull();
  });
});

test('the next entry is found by the index alone, however long the queue is', async () => {
  const { ctx } = await temporaryCase();
  const { sql, parameters } = nextQuery(ctx, { busyHosts: ['a.example'], resting: [ctx.ports.newId()] }).compile();
  const plan = ctx.writer!.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(parameters as string[])) as { detail: string }[];
  const details = plan.map(({ detail }) => detail).join('; ');
  expect(details).toContain('USING INDEX queueEntryState (state=? AND cleared=?)');
  expect(details).not.toContain('TEMP B-TREE');
});

describe('an entry and its item', () => {
  test('are written together or not at all', async () => {
    const { ctx, queue } = await queueOf('https://a.example/1');
    const id = queue[0]!.id;
    const broken = keepItem(ctx, await draft(ctx, 'one'), [
      alsoDone(ctx, id),
      async () => {
        throw new Error('the power goes');
      },
    ]);
    await expect(broken).rejects.toThrow('power');
    expect(await entries(ctx)).toMatchObject([{ state: 'waiting', itemId: null }]);
    expect(await ctx.read.selectFrom('item').selectAll().execute()).toEqual([]);
    const itemId = await keepItem(ctx, await draft(ctx, 'one'), [alsoDone(ctx, id)]);
    expect(await entries(ctx)).toMatchObject([{ state: 'done', itemId, attempts: 1, error: null }]);
    expect(await acts(ctx)).toEqual(['queue.added', 'item.kept', 'queue.done']);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('that is done or cancelled is not kept a second time', async () => {
    const { ctx, queue } = await queueOf('https://a.example/1', 'https://a.example/2');
    const [first, second] = queue;
    await keepItem(ctx, await draft(ctx, 'one'), [alsoDone(ctx, first!.id)]);
    await cancelEntries(ctx, { ids: [second!.id] });
    await expect(keepItem(ctx, await draft(ctx, 'two'), [alsoDone(ctx, first!.id)])).rejects.toMatchObject({ code: 'already-exists' });
    await expect(keepItem(ctx, await draft(ctx, 'three'), [alsoDone(ctx, second!.id)])).rejects.toMatchObject({ code: 'cancelled' });
    await expect(keepItem(ctx, await draft(ctx, 'four'), [alsoDone(ctx, ctx.ports.newId())])).rejects.toMatchObject({ code: 'not-found' });
    expect(await retryEntries(ctx, { ids: [first!.id] })).toEqual({ changed: 0 });
    expect(await ctx.read.selectFrom('item').selectAll().execute()).toHaveLength(1);
    const raw = ctx.writer!.raw;
    expect(() => raw.exec("UPDATE queueEntry SET state = 'waiting', itemId = NULL, endedAt = NULL WHERE position = 1")).toThrow(
      'stays done',
    );
    expect(() => raw.exec('DELETE FROM queueEntry')).toThrow('stays');
    expect(() => raw.exec("UPDATE queueEntry SET url = 'x'")).toThrow('stays as it was asked');
  });
});

describe('failing, retrying, cancelling, clearing', () => {
  test('keep every fact in the journal and verify', async () => {
    const { ctx, engine, folder, queue } = await queueOf('https://a.example/1', 'https://a.example/2', 'https://b.example/3');
    const [first, second, third] = queue.map(({ id }) => id);
    expect(await failEntry(ctx, { id: first!, error: refused, again: true })).toMatchObject({
      state: 'waiting',
      attempts: 1,
      error: refused,
    });
    expect(await failEntry(ctx, { id: first!, error: refused, again: false })).toMatchObject({ state: 'failed', attempts: 2 });
    expect(await cancelEntries(ctx, { ids: [second!, first!] })).toEqual({ changed: 1 });
    expect(await clearEntries(ctx, { states: ['done', 'cancelled', 'waiting'] })).toEqual({ changed: 1 });
    expect((await listEntries(ctx, all)).counts).toEqual({ waiting: 1, done: 0, failed: 1, cancelled: 0 });
    expect((await listEntries(ctx, { ...all, cleared: true })).rows).toMatchObject([{ id: second, state: 'cancelled' }]);
    const consent = 'a'.repeat(64);
    expect(await retryEntries(ctx, { ids: [first!], certificateConsent: consent })).toEqual({ changed: 1 });
    await failEntry(ctx, { id: third!, error: refused, again: false });
    expect(await retryEntries(ctx, { timeLimitMs: 120_000 })).toEqual({ changed: 1 });
    const again = await reopen(engine, folder);
    expect(await entries(again)).toMatchObject([
      { id: first, state: 'waiting', attempts: 0, error: null, options: { certificateConsent: consent, timeLimitMs: 60_000 } },
      { id: third, state: 'waiting', options: { certificateConsent: null, timeLimitMs: 120_000 } },
    ]);
    expect((await acts(again)).slice(3)).toEqual(['queue.attempted', 'queue.failed', 'queue.cancelled', 'queue.cleared', 'queue.retried', 'queue.failed', 'queue.retried']); // prettier-ignore
    expect((await runVerify(again, {})).findings).toEqual([]);
  });

  test('what was asked of the queue survives a restart', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    expect(await readAsked(ctx)).toBeNull();
    await askQueue(ctx, { asked: 'running', reason: null, error: null });
    const again = await reopen(engine, folder);
    expect(await readAsked(again)).toMatchObject({ asked: 'running', reason: null, by: 'tester' });
    await askQueue(again, { asked: 'paused', reason: 'problem', error: { code: 'disk-full', facts: {} } });
    expect(await readAsked(again)).toMatchObject({ asked: 'paused', reason: 'problem', error: { code: 'disk-full' } });
    expect((await runVerify(again, {})).findings).toEqual([]);
  });
});

test.each([
  ['an address', "UPDATE queueEntry SET url = 'https://other.example/' WHERE position = 1"],
  ['a state', "UPDATE queueEntry SET state = 'cancelled', endedAt = addedAt WHERE position = 1"],
  ['options', "UPDATE queueEntry SET options = '{' WHERE position = 1"],
  ['a removed entry', 'DELETE FROM queueEntry WHERE position = 1'],
  ['a planted entry', `INSERT INTO queueEntry SELECT '00000000-0000-7000-8000-000000000000', 99, url, host, options, state, attempts, itemId, error, addedAt, addedBy, endedAt, cleared FROM queueEntry`],
  ['the state of the queue', "UPDATE queueAsked SET by = 'nobody'"],
])('verify finds %s changed behind its back', async (_, statement) => {
  const { ctx, folder } = await queueOf('https://a.example/1');
  await askQueue(ctx, { asked: 'running', reason: null, error: null });
  tamperRows(folder, statement);
  expect((await runVerify(ctx, {})).findings).toMatchObject([{ code: 'record-mismatch' }]);
}); // prettier-ignore

test('blobs of a capture that a crash cut off are taken back when the case is opened again, and the journal says so', async () => {
  const { ctx, engine, folder, queue } = await queueOf('https://a.example/1');
  const kept = await draft(ctx, 'kept');
  await keepItem(ctx, kept, [alsoDone(ctx, queue[0]!.id)]);
  // As far as a kill leaves it: bytes under their names, no rows. One of them is also part of an item.
  const left = await ctx.store.keepBytes('left behind');
  await ctx.store.keepBytes('kept');
  // What came in the millisecond in which a verification begins may still be on its way.
  await setTimeout(20);
  expect((await runVerify(ctx, {})).findings).toMatchObject([{ code: 'blob-orphan', subject: left.sha256 }]);
  const again = await reopen(engine, folder);
  expect((await runVerify(again, {})).findings).toEqual([]);
  expect(await readFile(again.store.pathOf(kept.files[0]!.blob.sha256), 'utf8')).toBe('kept');
  const tidied = await again.read.selectFrom('journal').selectAll().where('action', '=', 'store.tidied').execute();
  expect(tidied.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([{ interrupted: [left.sha256] }]);
});
