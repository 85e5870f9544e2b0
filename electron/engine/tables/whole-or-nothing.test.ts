/** An import is one act: all of it or nothing, whatever ends it; and others are answered while it runs. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listClaims } from '../claims/list/list-claims.ts';
import type { CaseContext } from '../context.ts';
import { firstPage, newClaim, newParty } from '../testing/claim-fixtures.ts';
import { bring, counted, fileWith, writeTable } from '../testing/table-fixtures.ts';
import { reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';

const many = (rows: number) =>
  `act,quantity 1 value,quantity 1 unit\n${Array.from({ length: rows }, (_, n) => `killed,${n},people`).join('\n')}\n`;

/** Waits until the job has written some rows, whatever the machine takes. */
async function onceWriting(ctx: CaseContext, id: string, rows: number): Promise<void> {
  for (;;) {
    const job = ctx.jobs.list().find((one) => one.id === id);
    if (job !== undefined && job.done > rows * 2) return;
    if (job !== undefined && job.state !== 'running') throw new Error(`ended early: ${job.state}`);
    await new Promise(setImmediate);
  }
}

test('cancelled while it writes, nothing of it is there; others were answered meanwhile', async () => {
  const { ctx, engine, folder } = await temporaryCase();
  const path = await fileWith(many(3000));
  const before = await counted(ctx);
  const running = bring(ctx, { path, of: 'claims', jobId: 'i' });
  await onceWriting(ctx, 'i', 3000);
  // What is not done yet is seen by nobody.
  expect((await listClaims(ctx, firstPage)).total).toBe(0);
  ctx.jobs.cancel('i');
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  const after = await reopen(engine, folder);
  expect(await counted(after)).toMatchObject({ ...before, journal: expect.any(Number) });
  expect((await runVerify(after, {})).findings).toEqual([]);
});

test('a failure in the midst leaves nothing; the next import goes through', async () => {
  const { ctx } = await temporaryCase();
  const path = await fileWith(many(300));
  const before = await counted(ctx);
  const { newId } = ctx.ports;
  let left = 450;
  const failing: CaseContext = {
    ...ctx,
    ports: {
      ...ctx.ports,
      newId: () => newId(),
      now: () => {
        if ((left -= 1) === 0) throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' });
        return ctx.ports.now();
      },
    },
  };
  await expect(bring(failing, { path, of: 'claims' })).rejects.toThrow('disk');
  expect(await counted(ctx)).toEqual(before);
  expect((await bring(ctx, { path, of: 'claims' })).counts.new).toBe(300);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

test('each thing has its entry and the file one, with its name, hash and counts; no entry names a place on this computer', async () => {
  const { ctx } = await temporaryCase();
  const path = await fileWith(many(2), 'figures.csv');
  await bring(ctx, { path, of: 'claims' });
  const rows = await ctx.read.selectFrom('journal').select(['action', 'payload']).orderBy('seq').execute();
  expect(rows.map(({ action }) => action)).toEqual(['case.created', 'claim.created', 'claim.created', 'table.imported']);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  expect(JSON.parse(rows.at(-1)?.payload ?? '')).toMatchObject({ name: 'figures.csv', sha256, counts: { new: 2 } });
  for (const { payload } of rows) expect(payload).not.toContain(path);
});

test('a case open for reading tries a file out and takes none', async () => {
  const { ctx } = await temporaryCase();
  const path = await fileWith(many(1));
  const reading: CaseContext = { ...ctx, writer: null, readOnlyReason: 'asked' };
  expect((await bring(reading, { path, of: 'claims', dryRun: true })).counts.new).toBe(1);
  await expect(bring(reading, { path, of: 'claims' })).rejects.toMatchObject({ code: 'case-read-only' });
});

test('an export is whole or not there, never over something, never in the case, and in the journal with its hash', async () => {
  const { ctx, folder } = await temporaryCase();
  await newParty(ctx, '=Body');
  const out = await temporaryFolder();
  const path = join(out, 'parties.csv');
  const written = await writeTable(ctx, { of: 'parties', path });
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString('utf8')).toMatch(/\r\n$/);
  expect(written).toMatchObject({ rows: 1, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  const entry = await ctx.read.selectFrom('journal').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ action: 'table.exported', payload: expect.stringContaining(written.sha256) as string });
  await writeFile(join(out, 'mine.csv'), 'mine');
  await expect(writeTable(ctx, { of: 'parties', path: join(out, 'mine.csv') })).rejects.toMatchObject({ code: 'export-target-exists' });
  await expect(writeTable(ctx, { of: 'parties', path: join(folder, 'x.csv') })).rejects.toMatchObject({ code: 'wrong-input' });
  await expect(writeTable(ctx, { of: 'parties', format: 'json', columns: 'airwars', path: join(out, 'x.json') })).rejects.toMatchObject({
    code: 'wrong-input',
  });
  expect((await readdir(out)).sort()).toEqual(['mine.csv', 'parties.csv']);
  expect(await readFile(join(out, 'mine.csv'), 'utf8')).toBe('mine');
});

test('an export takes the filter of the list it is asked from', async () => {
  const { ctx } = await temporaryCase();
  const party = await newParty(ctx, 'Committee');
  await newClaim(ctx, { speakerId: party.id });
  await newClaim(ctx, { act: 'denied' });
  const out = await temporaryFolder();
  expect((await writeTable(ctx, { of: 'claims', path: join(out, 'a.csv'), filter: { partyId: party.id } })).rows).toBe(1);
  expect((await writeTable(ctx, { of: 'claims', path: join(out, 'b.csv'), filter: { words: 'denied' } })).rows).toBe(1);
  expect((await writeTable(ctx, { of: 'parties', path: join(out, 'c.csv'), filter: { words: 'nobody' } })).rows).toBe(0);
});
