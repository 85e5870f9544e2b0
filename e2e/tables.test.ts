import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const good = Array.from({ length: 40 }, (_, n) => `killed,at least,${n + 3},civilians,"White Helmets, Raqqa",2017-06,note ${n}`);
const rows = [
  'act,quantity 1 qualifier,quantity 1 value,quantity 1 unit,speaker,when,Bemerkung',
  'exhumed,nearly,1236,bodies,لجنة إعادة الإعمار في مجلس الرقة المدني,2018-11,الرقة',
  'killed,at least,forty,civilians,the Coalition,2017-03-20,',
  'killed,at least,40,civilians,the Coalition,last March,"=HYPERLINK(""http://x"")"',
  ...good,
  'starved,about,12,people,the Coalition,2017,=CMD|calc',
];

test('a table is told row by row before it is written, comes in by key and pointer, and goes out again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const at = (name: string) => join(folder, name);
  const running = await launch();
  const { page } = running;
  const dialog = page.getByRole('dialog');
  page.setDefaultTimeout(10_000);
  try {
    await call(page, 'case.create', { folder: at('One.holdfast'), title: 'One' });
    await page.reload();
    await writeFile(at('in.csv'), `${rows.join('\r\n')}\r\n`);
    await answerOpenDialogs(running.app, [at('in.csv')]);
    await page.getByRole('navigation').getByRole('button', { name: 'Claims' }).click();
    await page.getByRole('button', { name: 'Import…' }).click();
    await expect(dialog.getByText('Nothing is written before', { exact: false })).toBeVisible();
    await picture(page, 'tables-choose');
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    // A column nobody knows is said which it is.
    await expect(dialog.getByRole('alert')).toContainText('“Bemerkung”');
    await picture(page, 'tables-columns');
    await dialog.getByRole('button', { name: 'Bemerkung' }).click();
    await page.getByRole('option', { name: 'note', exact: true }).click();
    await dialog.getByRole('button', { name: 'Read it so' }).click();
    await expect(dialog.getByRole('radio', { name: 'Refused 44' })).toBeVisible();
    await expect(dialog.getByText('No party is called', { exact: false }).first()).toBeVisible();
    await dialog.getByText('Make parties that nobody knows').click();
    await expect(dialog.getByRole('radio', { name: 'Refused 2' })).toBeVisible();
    await expect(dialog.getByText('“forty” is no number', { exact: false })).toBeVisible();
    const table = dialog.getByRole('grid', { name: 'What becomes of each row' });
    await table.focus();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('list')).toContainText('not an EDTF date');
    await expect(dialog.getByRole('button', { name: 'Import 42 rows' })).toBeDisabled();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'tables-refused');
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await dialog.getByRole('radio', { name: /^All/ }).click();
    await picture(page, 'tables-refused-dark');
    expect(await barriers(page)).toEqual([]);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    expect((await call(page, 'claims.list', {})).total).toBe(0);
    await dialog.getByText('Import the rows that hold').click();
    await dialog.getByRole('button', { name: 'Import 42 rows' }).click();
    await expect(page.getByText('42 rows imported')).toBeVisible();
    await expect(dialog).toBeHidden();
    expect((await call(page, 'claims.list', {})).total).toBe(42);
    expect((await call(page, 'parties.list', {})).total).toBe(3);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('Export a table');
    await page.getByRole('menuitem', { name: 'Export a table…' }).first().click();
    await expect(dialog.getByText('One row for each', { exact: false })).toBeVisible();
    await picture(page, 'tables-export');
    await answerSaveDialogs(running.app, at('flat.csv'));
    await dialog.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('option', { name: 'HURIDOCS-like' }).click();
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    await expect(dialog.getByText('42 rows written')).toBeVisible();
    await picture(page, 'tables-exported');
    expect(await barriers(page)).toEqual([]);
    expect(await readFile(at('flat.csv'), 'utf8')).toContain(`,'=CMD|calc`);
    await page.keyboard.press('Escape');
    const written = await call(page, 'tables.export', { of: 'claims', path: at('out.csv') });
    const again = await call(page, 'tables.import', { path: written.path, of: 'claims' });
    expect(again.counts).toMatchObject({ unchanged: 42, new: 0, refused: 0 });
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
