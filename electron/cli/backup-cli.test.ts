/** Backup, restore and repair as a person or a script starts them. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#engine/testing/temporary-case.ts';
import { zeroPages } from '#engine/testing/damage.ts';
import { holdfast as runHoldfast } from './testing/start-holdfast.ts';

const holdfast = (cwd: string, ...args: string[]) => runHoldfast(args, { cwd });

test('backup, restore, repair, each with its exit status', async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'a.txt'), 'a source');
  await holdfast(cwd, 'init', '--title', 'Raqqa', '--case', 'Case');
  await holdfast(cwd, 'import', 'a.txt', '--case', 'Case');
  expect(await holdfast(cwd, 'backup', 'Backup', '--case', 'Case')).toMatchObject({ status: 0, out: expect.stringMatching(/1 of them copied now/) });
  expect(JSON.parse((await holdfast(cwd, 'backup', 'Backup', '--check', '--case', 'Case', '--json')).out)).toMatchObject({ copied: 0, mended: 0, lost: [] });
  expect(await holdfast(cwd, 'backup', 'Case/inside', '--case', 'Case')).toMatchObject({ status: 1 });
  expect(await holdfast(cwd, 'restore', 'Backup')).toMatchObject({ status: 2 });
  expect(await holdfast(cwd, 'restore', 'Backup', '--case', 'Restored')).toMatchObject({ status: 0, out: expect.stringContaining('each hashed') });
  expect(await holdfast(cwd, 'verify', '--case', 'Restored')).toMatchObject({ status: 0 });
  expect(await holdfast(cwd, 'restore', 'Backup', '--case', 'Restored')).toMatchObject({ status: 1, err: expect.stringContaining('already holds a case') });

  const database = join(cwd, 'Case', 'case.sqlite');
  await writeFile(database, zeroPages(await readFile(database), 1));
  expect(await holdfast(cwd, 'list', '--case', 'Case')).toMatchObject({ status: 1, err: expect.stringContaining('holdfast repair') });
  expect(await holdfast(cwd, 'repair', 'Case', 'Saved')).toMatchObject({ status: 0, out: expect.stringContaining('1 kept file') });
  expect(await holdfast(cwd, 'verify', '--case', 'Saved')).toMatchObject({ status: 0 });
  await rm(join(cwd, 'Backup', 'case.sqlite'));
  expect(await holdfast(cwd, 'restore', 'Backup', '--case', 'Other')).toMatchObject({ status: 1, err: expect.stringContaining('cannot be relied on') });
}, 120_000); // prettier-ignore
