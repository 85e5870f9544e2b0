import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { locateHelper } from './find-helper.ts';

const file = process.platform === 'win32' ? 'yt-dlp.exe' : 'yt-dlp';

async function program(path: string): Promise<string> {
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

it('takes what the person chose before the setting, the setting before the bundle, the bundle before the path', async () => {
  const folder = await temporaryFolder();
  for (const name of ['bundle', 'bin']) await mkdir(join(folder, name));
  const [bundled, onPath] = [await program(join(folder, 'bundle', file)), await program(join(folder, 'bin', file))];
  const [named, chosen] = [await program(join(folder, 'named')), await program(join(folder, 'chosen'))];
  const settings = join(folder, 'settings.json');
  await writeFile(settings, JSON.stringify({ theme: 'dark', ytDlp: chosen }));
  const all = { HOLDFAST_SETTINGS: settings, HOLDFAST_YTDLP: named, HOLDFAST_HELPERS: join(folder, 'bundle'), PATH: join(folder, 'bin') };
  const { HOLDFAST_SETTINGS: _chosen, ...unchosen } = all;
  const { HOLDFAST_YTDLP: _named, ...unnamed } = unchosen;
  expect(await locateHelper('yt-dlp', all)).toEqual({ path: chosen, origin: 'chosen' });
  expect(await locateHelper('yt-dlp', unchosen)).toEqual({ path: named, origin: 'environment' });
  expect(await locateHelper('yt-dlp', unnamed)).toEqual({ path: bundled, origin: 'bundle' });
  expect(await locateHelper('yt-dlp', { PATH: join(folder, 'bin') })).toEqual({ path: onPath, origin: 'path' });
});

it('takes no other program when the one asked for is gone, and no folder for a program', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, file));
  const settings = join(folder, 'settings.json');
  await writeFile(settings, JSON.stringify({ ytDlp: '/nowhere/yt-dlp' }));
  const facts = { helper: 'yt-dlp', path: '/nowhere/yt-dlp' };
  await expect(locateHelper('yt-dlp', { HOLDFAST_SETTINGS: settings, PATH: process.env['PATH'] })).rejects.toMatchObject({ facts });
  await expect(locateHelper('yt-dlp', { PATH: folder })).rejects.toMatchObject({ code: 'helper-missing' });
  await writeFile(settings, 'not json');
  await expect(locateHelper('yt-dlp', { HOLDFAST_SETTINGS: settings, PATH: folder })).rejects.toMatchObject({ code: 'helper-missing' });
});
