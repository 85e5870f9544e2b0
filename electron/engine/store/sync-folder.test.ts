import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { makeFolderSynced, renameSynced, syncFileNow, syncFoldersUnder, writeFileSynced } from './sync-folder.ts';

it('makes folders with those above them, once', async () => {
  const place = await temporaryFolder();
  expect(await makeFolderSynced(join(place, 'a', 'b', 'c'))).toBe(true);
  expect(await makeFolderSynced(join(place, 'a', 'b', 'c'))).toBe(false);
  await expect(makeFolderSynced(join(place, 'a', 'b', 'c', '..', '..', 'd'))).resolves.toBe(true);
  expect(await readdir(join(place, 'a'))).toEqual(['b', 'd']);
  await syncFoldersUnder(place);
});

it('writes a whole file or none, and never over another', async () => {
  const place = await temporaryFolder();
  await writeFile(join(place, 'taken'), 'mine');
  await expect(writeFileSynced(join(place, 'taken'), 'other')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(join(place, 'taken'), 'utf8')).toBe('mine');
  await writeFileSynced(join(place, 'new'), 'words');
  syncFileNow(join(place, 'new'));
  await mkdir(join(place, 'sub'));
  await renameSynced(join(place, 'new'), join(place, 'sub', 'new'));
  expect(await readFile(join(place, 'sub', 'new'), 'utf8')).toBe('words');
  await expect(writeFileSynced('/dev/full', 'words')).rejects.toThrow();
});
