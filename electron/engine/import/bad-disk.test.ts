import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, type TestContext } from 'vitest';
import { createCase } from '../case/open-case.ts';
import type { CaseContext } from '../context.ts';
import { engineState, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { importPaths } from './import-paths.ts';

async function importAll(ctx: CaseContext, ...paths: string[]) {
  return (await importPaths(ctx, { paths })).outcomes;
}
async function blobs(ctx: CaseContext) {
  const names: string[] = [];
  for await (const { name } of ctx.store.names()) names.push(name);
  return names;
}
/** Blobs that no row explains. */
async function orphans(ctx: CaseContext) {
  const known = new Set((await ctx.read.selectFrom('blob').select('sha256').execute()).map(({ sha256 }) => sha256));
  return (await blobs(ctx)).filter((name) => !known.has(name));
}

/** A disk of its own, of few megabytes, with a case on it. Skips, and says so, where nothing may be mounted. */
async function caseOnSmallDisk(test: TestContext, megabytes: number): Promise<CaseContext> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    console.warn(`A full disk was NOT tested: this machine does not let us mount one (${String(error)}).`);
    test.skip();
  }
  const engine = engineState();
  const ctx = await createCase(engine, join(folder, 'Full.holdfast'), 'Full');
  onTestFinished(async () => {
    await ctx.close();
    execFileSync('umount', [folder]);
  });
  return ctx;
}

it('a disk that fills up refuses the file, keeps what was kept, and leaves nothing half-made', async (test) => {
  const ctx = await caseOnSmallDisk(test, 6);
  const folder = await temporaryFolder();
  const [small, large, later] = [join(folder, '1 small.txt'), join(folder, '2 large.bin'), join(folder, '3 later.txt')];
  await writeFile(small, 'small');
  await writeFile(large, Buffer.alloc(16 * 1024 * 1024, 7));
  await writeFile(later, 'later');
  const outcomes = await importAll(ctx, folder);
  expect(outcomes).toMatchObject([{ fate: 'kept' }, { fate: 'refused', path: large, error: { code: 'disk-full' } }, { fate: 'kept' }]);
  expect(await readdir(ctx.store.staging)).toEqual([]);
  expect(await orphans(ctx)).toEqual([]);
  expect(await blobs(ctx)).toHaveLength(2);
});

it('a disk that fills up between the file and what is derived from it takes the file back', async (test) => {
  const ctx = await caseOnSmallDisk(test, 6);
  const path = join(await temporaryFolder(), 'words.txt');
  // Its line ends make the canonical text other bytes than the original: both together do not fit.
  await writeFile(path, 'words and words\r\n'.repeat(200_000));
  expect(await importAll(ctx, path)).toMatchObject([{ fate: 'refused', error: { code: 'disk-full' } }]);
  expect(await readdir(ctx.store.staging)).toEqual([]);
  expect(await blobs(ctx)).toEqual([]);
});

it('a file that may not be read is refused by name, and the rest is kept', async (test) => {
  const root = process.getuid?.() === 0;
  if (root && process.seteuid === undefined) {
    console.warn('An unreadable file was NOT tested: everything is readable to this user, who cannot become another.');
    test.skip();
  }
  const folder = await temporaryFolder();
  await chmod(folder, 0o777);
  await mkdir(join(folder, 'in'));
  const [locked, shut] = [join(folder, 'in', 'locked.txt'), join(folder, 'in', 'shut')];
  await writeFile(join(folder, 'in', 'open.txt'), 'open');
  await writeFile(locked, 'locked');
  await mkdir(shut);
  await chmod(locked, 0o000);
  await chmod(shut, 0o000);
  // Made before root steps down: the checkout may lie where nobody else can read, and migrations with it.
  const ctx = await createCase(engineState(), join(folder, 'Case'), 'Case');
  onTestFinished(() => ctx.close());
  if (root) {
    for (const path of ['', ...(await readdir(ctx.folder, { recursive: true }))]) await chown(join(ctx.folder, path), NOBODY, NOBODY);
    process.seteuid?.(NOBODY);
  }
  onTestFinished(() => (root ? process.seteuid?.(0) : undefined));
  const outcomes = await importAll(ctx, join(folder, 'in'));
  expect(outcomes).toMatchObject([
    { path: shut, error: { code: 'file-unreadable', facts: { path: shut } } },
    { path: locked, error: { code: 'file-unreadable', facts: { path: locked } } },
    { fate: 'kept' },
  ]);
  await chmodBack(root, locked, shut);
});

/** A user of every Unix who owns nothing. */
const NOBODY = 65534;

async function chmodBack(root: boolean, ...paths: string[]) {
  if (root) process.seteuid?.(0);
  for (const path of paths) await chmod(path, 0o700);
}

it('a large file is streamed: memory does not grow with it', async () => {
  const { ctx } = await temporaryCase();
  const path = join(await temporaryFolder(), 'large.bin');
  await writeFile(path, 'a start of its own, then nothing\0');
  await truncate(path, 300 * 1024 * 1024);
  await importAll(ctx, await warmUp());
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  onTestFinished(() => clearInterval(watch));
  expect(await importAll(ctx, path)).toMatchObject([{ fate: 'kept' }]);
  expect((most - before) / 1024 / 1024).toBeLessThan(100);
}, 60_000);

async function warmUp(): Promise<string> {
  const path = join(await temporaryFolder(), 'warm.bin');
  await writeFile(path, Buffer.alloc(4 * 1024 * 1024, 1));
  return path;
}
