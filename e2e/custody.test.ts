import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openPdf } from '#engine/pdf/open-pdf.ts';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs.ts';
import { launch, root, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

let running: RunningApp;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-custody-'));
  running = await launch();
  await call(running.page, 'case.create', { folder: join(folder, 'Case.holdfast'), title: 'Raqqa 2017–2018' });
  await call(running.page, 'items.import', { paths: [join(root, 'sample', 'report.pdf'), join(root, 'sample', 'site')] });
});
test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test('a case file is exported and checked from the window', async () => {
  const { app, page } = running;
  const out = join(folder, 'Raqqa.zip');
  await answerSaveDialogs(app, out);
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog');
  await picture(page, 'export');
  await dialog.getByRole('button', { name: 'Choose where, and export' }).click();
  await expect(page.getByRole('heading', { name: 'Case file written' })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText('Raqqa.zip')).toBeVisible();
  await picture(page, 'export-done');
  await page.keyboard.press('Escape');
  await answerOpenDialogs(app, [out]);
  await page.keyboard.press('Control+6');
  await page.getByRole('radio', { name: 'Case files' }).click();
  await picture(page, 'case-files');
  await page.getByRole('button', { name: 'Choose a case file…' }).first().click();
  await dialog.getByRole('button', { name: 'Choose a case file…' }).click();
  await expect(dialog.getByText('everything in this case file holds')).toBeVisible({ timeout: 60_000 });
  await picture(page, 'case-file-checked');
});

test('an address that cannot be captured is refused in words', async () => {
  const { page } = running;
  await page.keyboard.press('Control+Shift+U');
  const dialog = page.getByRole('dialog', { name: 'Capture a page' });
  await dialog.getByLabel('Address').fill('file:///etc/passwd');
  await expect(dialog.getByText('An address starts with http:// or https://')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Capture', exact: true })).toBeDisabled();
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9/closed');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await picture(page, 'capture-refused');
});

test('places hold no barrier that a machine can find', async () => {
  const { page } = running;
  await expect(
    page
      .getByText('6 sources')
      .or(page.getByRole('grid', { name: 'Sources' }))
      .first(),
  ).toBeVisible();
  await page.getByRole('row').nth(1).click();
  await expect(page.getByText('Said by you')).toBeVisible();
  expect(await barriers(page), 'library').toEqual([]);
  for (const key of ['Control+6', 'Control+,']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await barriers(page), key).toEqual([]);
  }
  await call(page, 'settings.set', { theme: 'dark' });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  expect(await barriers(page), 'library, dark').toEqual([]);
});

test('a sheet of a long history is printed whole', async () => {
  test.skip(process.env['HOLDFAST_SOAK'] !== '1', 'a thousand acts take long to make; npm run soak does');
  const { app, page } = running;
  const [item] = (await call(page, 'items.list', {})).rows;
  const itemId = item?.id ?? '';
  const words = 'لجنة إعادة الإعمار في مجلس الرقة المدني '.repeat(8);
  await call(page, 'settings.set', { actor: words.repeat(2) });
  await call(page, 'items.describe', { id: itemId, given: { title: words } });
  for (let act = 0; act < 1000; act += 1) await call(page, 'custody.describe', { itemId, given: { collectorNote: `note ${act}` } });
  const { html } = await call(page, 'custody.sheetPage', { itemId });
  expect(Buffer.byteLength(html)).toBeGreaterThan(1_600_000);
  const out = join(folder, 'long.pdf');
  await answerSaveDialogs(app, out);
  await call(page, 'custody.saveSheet', { itemId });
  const printed = await openPdf(out, (await stat(out)).size);
  expect(printed.document.numPages).toBeGreaterThan(50);
  await printed.close();
});

test('acts are named, narrowed and checked, and an item has its sheet', async () => {
  const { app, page } = running;
  await call(page, 'case.configure', { journalReads: true });
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: 'report' }).first().dblclick();
  await expect(page.locator('.reader-taken')).toBeVisible();
  await expect.poll(async () => (await call(page, 'custody.acts', { kinds: ['reading'] })).total).toBe(1);
  const { rows } = await call(page, 'custody.acts', { kinds: ['reading'] });
  const itemId = rows[0]?.subject ?? '';
  await page.keyboard.press('Control+Shift+H');
  const dialog = page.getByRole('dialog', { name: 'Chain-of-custody sheet' });
  await expect(dialog.getByText('Not recorded').first()).toBeVisible();
  await dialog.getByLabel('Acquired from').fill('the committee');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await call(page, 'custody.given', { itemId })).acquiredFrom).toBe('the committee');
  await picture(page, 'custody-sheet');
  const out = join(folder, 'sheet.pdf');
  await answerSaveDialogs(app, out);
  await dialog.getByRole('button', { name: 'Save as PDF or HTML…' }).click();
  await expect(page.getByText('The sheet was saved')).toBeVisible({ timeout: 20_000 });
  expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Who did what with it' }).click();
  await expect(page.getByText('and what hangs on it')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Source opened for reading' })).toHaveCount(1);
  await picture(page, 'custody-item');
  await page.getByRole('row').filter({ hasText: 'Custody described' }).click();
  await expect(page.getByRole('dialog').getByText('It is the hash of the entry.')).toBeVisible();
  await picture(page, 'custody-entry');
});
