import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { pageRecord, smallSite, writeWacz, writeWarc } from '#engine/testing/make-warc.ts';
import { call } from './support/calls.ts';
import { answerOpenDialogs } from './support/dialogs.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

let running: RunningApp;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-archive-'));
  running = await launch();
});
test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const arabic =
  '<html lang="ar" dir="rtl"><head><title>المقابر الجماعية في الرقة</title></head><body><p>استُخرجت نحو 1236 جثة</p></body></html>';

test('a WACZ made by others is imported, its pages are read and marked, and the case verifies', async () => {
  const { app, page, consoleErrors } = running;
  const damaged = {
    ...pageRecord('https://news.example/damaged', '<p>x</p>'),
    warcHeaders: { 'WARC-Payload-Digest': `sha1:${'A'.repeat(32)}` },
  };
  const warc = await writeWarc(join(folder, 'data.warc.gz'), [...smallSite(), pageRecord('https://news.example/ar', arabic), damaged]);
  const wacz = await writeWacz(join(folder, 'Raqqa crawl.wacz'), warc, [
    { url: 'https://news.example/a', ts: '2018-11-14T09:00:00Z', title: 'Listed' },
    { url: 'https://news.example/ar', ts: '2018-11-14T09:00:00Z', title: 'Listed in Arabic' },
    { url: 'https://news.example/never-archived', ts: '2018-11-14T09:00:00Z', title: 'Missing' },
  ]);
  await call(page, 'case.create', { folder: join(folder, 'Archive.holdfast'), title: 'Archive' });
  await answerOpenDialogs(app, [wacz]);
  await page.getByRole('button', { name: 'Import files' }).first().click();
  await expect(page.getByText('1 file kept, 2 pages taken from archives')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'What happened to each' }).click();
  const outcome = page.getByRole('dialog', { name: 'Import finished' });
  await expect(outcome.getByText('Added 2 of its 2 pages, each as a source of its own.')).toBeVisible();
  await expect(outcome.getByText(/It lists pages that it does not hold/)).toBeVisible();
  await picture(page, 'archive-outcome');
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: 'Graves found' }).click();
  await expect(
    page.getByRole('complementary').getByText('Records of the archive that are damaged or not what they state: 1.', { exact: false }),
  ).toBeVisible();
  await picture(page, 'archive-inspector');
  await page.getByRole('button', { name: 'Open in the reader' }).click();
  const frozen = page.frameLocator('iframe');
  await expect(frozen.getByText('Nearly 1,236 bodies were exhumed.')).toBeVisible();
  await expect(frozen.locator('img')).toHaveJSProperty('naturalWidth', 1);
  await expect(frozen.getByText('Nearly 1,236 bodies were exhumed.')).toHaveCSS('color', 'rgb(255, 0, 0)');
  await picture(page, 'archive-reader');
  const { rows } = await call(page, 'items.list', {});
  const item = rows.find(({ title }) => title === 'Graves found')!;
  expect(await call(page, 'passages.create', { itemId: item.id, quote: '1,236 bodies' })).toMatchObject({ state: 'exact' });
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  await answerOpenDialogs(app, [wacz]);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+I');
  await expect(page.getByText('1 already kept')).toBeVisible();
  expect(consoleErrors).toEqual([]);
});
