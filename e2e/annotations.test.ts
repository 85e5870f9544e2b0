import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

test('passages go to an annotation file and into a copy of the case, told before they are made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const at = (name: string) => join(folder, name);
  const running = await launch();
  const { page } = running;
  const keep = async (name: string) => {
    await call(page, 'case.create', { folder: at(`${name}.holdfast`), title: name });
    const { outcomes } = await call(page, 'items.import', { paths: [at('notes.txt')] });
    await page.reload();
    await page.keyboard.press('Control+1');
    return outcomes[0]?.fate === 'kept' ? outcomes[0].itemId : '';
  };
  const command = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.getByRole('menuitem', { name }).first().click();
  };
  try {
    await writeFile(at('notes.txt'), 'Nearly 1,236 bodies were exhumed.\nاستُخرجت نحو 1236 جثة');
    const itemId = await keep('One');
    await call(page, 'passages.create', { itemId, quote: '1,236 bodies', comment: 'the figure', tags: ['count'] });
    await call(page, 'passages.create', { itemId, quote: 'استُخرجت نحو 1236 جثة' });
    await answerSaveDialogs(running.app, at('passages.jsonld'));
    await command('Write passages to an annotation file');
    await expect(page.getByText('2 passages written')).toBeVisible();

    await keep('Two');
    const file = JSON.parse(await readFile(at('passages.jsonld'), 'utf8')) as {
      first: { items: { target: { selector: { exact?: string }[] }[] }[] };
    };
    const altered = structuredClone(file.first.items[0]!);
    for (const selector of altered.target[0]!.selector) if (selector.exact !== undefined) selector.exact = 'nearly 1,238 bodies';
    file.first.items.push({ ...altered, ...{ id: 'https://elsewhere.example/7' } });
    await writeFile(at('passages.jsonld'), JSON.stringify(file));
    await answerOpenDialogs(running.app, [at('passages.jsonld')]);
    await command('Read passages from an annotation file');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(page.getByText('2 would be made')).toBeVisible();
    await expect(page.getByText('its words are not in the source')).toBeVisible();
    expect((await call(page, 'passages.list', {})).total).toBe(0);
    await picture(page, 'annotations-trial');
    await page.getByRole('button', { name: 'Make 2 passages' }).click();
    await expect(page.getByText('2 were made')).toBeVisible();
    const { rows } = await call(page, 'passages.list', {});
    expect(rows.map(({ quote }) => quote).sort()).toEqual(['1,236 bodies', 'استُخرجت نحو 1236 جثة']);
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
