import { execFileSync } from 'node:child_process';
import { stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { importPaths } from './import-paths.ts';

const GIGABYTES = 4;

it(`${GIGABYTES} GB are kept exactly, and memory grows by less than 100 MB`, async () => {
  const { ctx } = await temporaryCase();
  const path = join(await temporaryFolder(), 'large.bin');
  await writeFile(path, 'a start of its own, then nothing\0');
  await truncate(path, GIGABYTES * 1024 ** 3 + 1);
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  onTestFinished(() => clearInterval(watch));
  const [outcome] = (await importPaths(ctx, { paths: [path] })).outcomes;
  if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
  expect((most - before) / 1024 ** 2).toBeLessThan(100);
  expect((await stat(ctx.store.pathOf(outcome.sha256))).size).toBe(GIGABYTES * 1024 ** 3 + 1);
  // Another program's word on it.
  expect(execFileSync('sha256sum', [path]).toString().slice(0, 64)).toBe(outcome.sha256);
  console.log(`memory grew by ${Math.round((most - before) / 1024 ** 2)} MB`);
});
