import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { findLanguages, languageFiles } from './find-languages.ts';

async function folderWith(...names: string[]): Promise<string> {
  const folder = join(await temporaryFolder(), 'tessdata');
  await mkdir(folder);
  for (const name of names) await writeFile(join(folder, name), 'data');
  return folder;
}

test('English and Arabic are always there; what the computer has is added', async () => {
  const folder = await folderWith('kmr.traineddata', 'osd.traineddata', 'eng.traineddata', 'notes.txt', 'chi_sim.traineddata.gz');
  const found = await findLanguages({ TESSDATA_PREFIX: folder });
  expect(found.filter(({ path }) => path.startsWith(folder)).map(({ code }) => code)).toEqual(['chi_sim', 'kmr']);
  expect(found.filter(({ origin }) => origin === 'bundled').map(({ code }) => code)).toEqual(['ara', 'eng']);
  expect(await findLanguages({ TESSDATA_PREFIX: '/nowhere' })).toMatchObject(await findLanguages({}));
});

test('the folder a person chose comes before what is shipped; languages keep the order they were asked for', async () => {
  const chosen = await folderWith('eng.traineddata', 'fra.traineddata');
  const settings = join(await temporaryFolder(), 'settings.json');
  await writeFile(settings, JSON.stringify({ theme: 'dark', ocrData: chosen }));
  const files = await languageFiles(['fra', 'ara', 'eng', 'fra'], { HOLDFAST_SETTINGS: settings });
  expect(files.map(({ code, origin }) => [code, origin])).toEqual([
    ['fra', 'chosen'],
    ['ara', 'bundled'],
    ['eng', 'chosen'],
  ]);
  await writeFile(settings, 'not settings');
  await expect(languageFiles(['fra'], { HOLDFAST_SETTINGS: settings })).rejects.toMatchObject({ code: 'ocr-language' });
});
