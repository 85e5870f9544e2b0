import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toErrorData } from '#shared/errors.ts';
import { expect, it } from 'vitest';
import { openCase } from '../case/open-case.ts';
import { requireCase } from '../case/handlers.ts';
import type { CaseContext } from '../context.ts';
import { systemPorts } from '../system-ports.ts';
import { filledCase } from '../testing/filled-case.ts';
import { flipBit, loseBlob, tamperBlob } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { backupCase } from './backup-case.ts';
import { readRecord } from './backup-record.ts';
import { restoreCase } from './restore-case.ts';

const back = (ctx: CaseContext, out: string, more: { check?: boolean; jobId?: string } = {}) =>
  backupCase(ctx, { out, check: false, ...more });
const rows = async (ctx: CaseContext) => ({
  journal: await ctx.read.selectFrom('journal').selectAll().orderBy('seq').execute(),
  passages: await ctx.read.selectFrom('passage').selectAll().orderBy('id').execute(),
  claims: await ctx.read.selectFrom('claim').selectAll().orderBy('id').execute(),
  blobs: await ctx.read.selectFrom('blob').selectAll().orderBy('sha256').execute(),
});

it('a backup restored is the case as it was, and verifies without findings', async () => {
  const { ctx } = await filledCase();
  const before = await rows(ctx);
  const folder = await temporaryFolder();
  const out = join(folder, 'deep', 'Backup');
  const made = await back(ctx, out);
  expect(made).toMatchObject({ blobs: before.blobs.length, copied: before.blobs.length, mended: 0, lost: [], recorded: true });
  const head = before.journal.at(-1);
  expect(made.journal).toEqual({ seq: head?.seq, hash: head?.hash });
  const act = await ctx.read.selectFrom('journal').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
  expect(act.action).toBe('case.backedUp');
  expect(JSON.parse(act.payload)).toMatchObject({ name: 'Backup', journal: made.journal });
  await keepTextItem(ctx, 'kept after the backup');

  const engine = engineState(systemPorts);
  const result = await restoreCase(engine, { backup: out, folder: join(folder, 'Restored') });
  expect(result).toMatchObject({ lost: [], blobs: before.blobs.length, journal: made.journal });
  const restored = await openCase(engine, join(folder, 'Restored'), 'write');
  const after = await rows(restored);
  expect({ ...after, journal: after.journal.slice(0, -1) }).toEqual(before);
  expect(after.journal.at(-1)).toMatchObject({ action: 'case.restored', prevHash: head?.hash });
  expect((await runVerify(restored, {})).findings).toEqual([]);
  await restored.close();
});

it('a backup is a case that opens for reading only, and is not changed by it', async () => {
  const { ctx, engine } = await filledCase();
  const out = join(await temporaryFolder(), 'Backup');
  await back(ctx, out);
  const state = async () => [(await readdir(out)).sort(), await readFile(join(out, 'case.sqlite'))];
  const before = await state();
  const copy = await openCase(engine, out, 'write');
  expect(copy).toMatchObject({ readOnlyReason: 'backup', writer: null });
  expect((await runVerify(copy, {})).findings).toEqual([]);
  await copy.close();
  expect(await state()).toEqual(before);
  expect((await stat(copy.store.pathOf((await rows(ctx)).blobs[0]?.sha256 ?? ''))).mode & 0o222).toBe(0);
});

it('the second run copies only what is new', async () => {
  const { ctx } = await filledCase();
  const out = join(await temporaryFolder(), 'Backup');
  const first = await back(ctx, out);
  await keepTextItem(ctx, 'new since the backup');
  const second = await back(ctx, out);
  expect(second).toMatchObject({ copied: 2, blobs: first.blobs + 2, mended: 0 });
  expect(second.journal.seq).toBe(first.journal.seq + 2);
  expect(await back(ctx, out)).toMatchObject({ copied: 0, copiedBytes: 0 });
  expect(await readRecord(out)).toMatchObject({ next: null, state: { blobs: second.blobs } });
});

it('copies while the case is written to, and holds one moment of it whole', async () => {
  const { ctx, engine } = await temporaryCase();
  for (let n = 0; n < 20; n += 1) await keepTextItem(ctx, `text ${n} ${'x'.repeat(5000)}`);
  const out = join(await temporaryFolder(), 'Backup');
  const running = back(ctx, out);
  for (let n = 0; n < 20; n += 1) await keepTextItem(ctx, `during ${n}`);
  const made = await running;
  const copy = await openCase(engine, out, 'read');
  const { findings } = await runVerify(copy, {});
  const { journal } = await rows(copy);
  await copy.close();
  expect(findings).toEqual([]);
  expect(journal.at(-1)).toMatchObject(made.journal);
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});

it('refuses what it must not write over, and changes nothing there', async () => {
  const { ctx, folder } = await filledCase();
  const place = await temporaryFolder();
  const refused = (out: string, code: string) => expect(back(ctx, out)).rejects.toMatchObject({ code });
  await refused(folder, 'wrong-input');
  await refused(join(folder, 'blobs', 'new'), 'wrong-input');
  await symlink(folder, join(place, 'link'));
  await refused(join(place, 'link', 'new'), 'wrong-input');
  await writeFile(join(place, 'a.txt'), 'mine');
  await refused(place, 'backup-target');
  await refused(join(place, 'a.txt'), 'backup-target');
  const other = await temporaryCase();
  const out = join(place, 'Other');
  await back(other.ctx, out);
  const before = await readFile(join(out, 'backup.json'));
  await refused(out, 'backup-other-case');
  await refused(other.folder, 'backup-target');
  expect(await readFile(join(out, 'backup.json'))).toEqual(before);
  expect((await readdir(place)).sort()).toEqual(['Other', 'a.txt', 'link']);
});

it('refuses a backup whose journal went another way, and one that is ahead', async () => {
  const { ctx, engine } = await filledCase();
  const place = await temporaryFolder();
  const [out, away] = [join(place, 'Backup'), join(place, 'Away')];
  await back(ctx, out);
  await restoreCase(engine, { backup: out, folder: away });
  const restored = await openCase(engine, away, 'write');
  await keepTextItem(restored, 'only here');
  // The copy is ahead of the backup and begins as it does; the original is not.
  await back(restored, out);
  await restored.close();
  const { journal } = (await readRecord(out))?.state ?? {};
  await expect(back(ctx, out)).rejects.toMatchObject({ code: 'backup-diverged' });
  expect((await readRecord(out))?.state?.journal).toEqual(journal);
});

it('a kept file that is gone or altered is told and keeps its good copy', async () => {
  const { ctx, engine, original, text, itemId } = await filledCase();
  const place = await temporaryFolder();
  const out = join(place, 'Backup');
  await back(ctx, out);
  await tamperBlob(ctx, original, (bytes) => flipBit(bytes, 3));
  await loseBlob(ctx, text);
  expect(await back(ctx, out)).toMatchObject({ copied: 0, lost: [] });
  const fresh = await back(ctx, join(place, 'Fresh'));
  const told = [
    { sha256: original, problem: 'altered', itemIds: [itemId] },
    { sha256: text, problem: 'missing', itemIds: [itemId] },
  ].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  expect(fresh.lost).toEqual(told);
  const copy = await openCase(engine, out, 'read');
  expect((await runVerify(copy, {})).findings).toEqual([]);
  await copy.close();
});

it('--check finds a damaged copy and replaces it; without it only size is believed', async () => {
  const { ctx, engine, original, text } = await filledCase();
  const out = join(await temporaryFolder(), 'Backup');
  await back(ctx, out);
  const copy = await openCase(engine, out, 'read');
  await tamperBlob(copy, original, (bytes) => flipBit(bytes, 9));
  await tamperBlob(copy, text, (bytes) => bytes.subarray(1));
  expect(await back(ctx, out)).toMatchObject({ mended: 1, copied: 1 });
  expect(await back(ctx, out, { check: true })).toMatchObject({ mended: 1, copied: 1 });
  expect((await runVerify(copy, {})).findings).toEqual([]);
  await copy.close();
});

it('an interrupted backup leaves the earlier one whole and is repeated', async () => {
  const { ctx, engine } = await filledCase();
  const place = await temporaryFolder();
  const out = join(place, 'Backup');
  const first = await back(ctx, out);
  await keepTextItem(ctx, 'x'.repeat(3_000_000));
  const running = back(ctx, out, { jobId: 'one' });
  while (!ctx.jobs.cancel('one')) await new Promise((resolve) => setImmediate(resolve));
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect((await readdir(out)).sort()).toEqual(['README.txt', 'backup.json', 'blobs', 'case.sqlite', 'writer.lock']);
  const copy = await openCase(engine, out, 'read');
  expect((await rows(copy)).journal.at(-1)).toMatchObject(first.journal);
  await copy.close();
  expect((await back(ctx, out)).copied).toBeLessThanOrEqual(2);
  await restoreCase(engine, { backup: out, folder: join(place, 'Restored') });
});

it('a damaged case never takes the place of a good backup', async () => {
  const { ctx, folder } = await filledCase();
  const out = join(await temporaryFolder(), 'Backup');
  const first = await back(ctx, out);
  ctx.writer?.raw.pragma('wal_checkpoint(TRUNCATE)');
  const file = join(folder, 'case.sqlite');
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0xee, 4096 * 3, 4096 * 12));
  const code = await back(ctx, out).then(() => null, (error: unknown) => toErrorData(error).code); // prettier-ignore
  expect(code).toBe('case-damaged');
  expect((await readRecord(out))?.state?.journal).toEqual(first.journal);
});

it('restoring never overwrites, names what is not whole, and refuses rows that are not those of the backup', async () => {
  const { ctx, original } = await filledCase();
  const engine = engineState(systemPorts);
  const place = await temporaryFolder();
  const out = join(place, 'Backup');
  await back(ctx, out);
  await mkdir(join(place, 'full'));
  await writeFile(join(place, 'full', 'a.txt'), 'mine');
  const restore = (folder: string) => restoreCase(engine, { backup: out, folder: join(place, folder) });
  await expect(restore('full')).rejects.toMatchObject({ code: 'not-a-case' });
  expect(await readdir(join(place, 'full'))).toEqual(['a.txt']);
  await rm(join(out, 'blobs', original.slice(0, 2), original));
  expect((await restore('Without')).lost).toMatchObject([{ sha256: original, problem: 'missing' }]);
  await chmod(join(out, 'case.sqlite'), 0o644);
  await writeFile(join(out, 'case.sqlite'), flipBit(await readFile(join(out, 'case.sqlite')), 8 * 30_000));
  await expect(restore('Not')).rejects.toMatchObject({ code: 'backup-damaged' });
  expect(await readdir(place)).not.toContain('Not');
  await expect(restoreCase(engine, { backup: ctx.folder, folder: join(place, 'No') })).rejects.toMatchObject({ code: 'not-a-case' });
});

it('a case open for reading is backed up too, without an entry', async () => {
  const { engine, folder } = await filledCase();
  await engine.open?.close();
  engine.open = await openCase(engine, folder, 'read');
  const made = await back(requireCase(engine), join(await temporaryFolder(), 'Backup'));
  expect(made).toMatchObject({ recorded: false, lost: [] });
});
