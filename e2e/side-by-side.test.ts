import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const figure = 'Nearly 1,236 bodies have been exhumed from three mass graves';
let running: RunningApp;
let folder: string;
let ids: { pdf: string; web: string; text: string };

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  running = await launch();
  const at = (name: string) => join(folder, name);
  await writeFile(at('report.pdf'), await makePdf(['First page.', `The report says: ${figure}.`], { title: 'A report' }));
  await writeFile(at('page.html'), `<!doctype html><title>ثلاث مقابر جماعية</title><p lang="ar" dir="rtl">استُخرجت نحو 1236 جثة</p>`);
  await writeFile(at('notes.txt'), `Translation of the page\nNearly 1,236 bodies were taken out.`);
  await call(running.page, 'case.create', { folder: at('One.holdfast'), title: 'One' });
  const { outcomes } = await call(running.page, 'items.import', { paths: ['report.pdf', 'page.html', 'notes.txt'].map(at) });
  const [pdf, web, text] = outcomes.map((outcome) => (outcome.fate === 'kept' ? outcome.itemId : ''));
  ids = { pdf: pdf ?? '', web: web ?? '', text: text ?? '' };
  await call(running.page, 'passages.create', { itemId: ids.pdf, quote: 'Nearly 1,236 bodies' });
  await call(running.page, 'passages.create', { itemId: ids.text, quote: 'taken out' });
  await running.page.reload();
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const painted = () =>
  running.page.evaluate(() =>
    [...(CSS.highlights.get('holdfast-passage') ?? [])].map((range) => String(range).replace(/\s+/g, ' ')).sort(),
  );
const found = () => running.page.evaluate(() => [...(CSS.highlights.get('holdfast-current-find') ?? [])].map(String));
const inUse = () => running.page.locator('.reader-side[data-in-use="true"] section.reader').getAttribute('aria-label');

test('two sources are read side by side by keys alone, each with its passages; keys go to the side in use', async () => {
  const { page } = running;
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: 'A report' }).first().click();
  await page.getByRole('button', { name: 'Open in the reader' }).click();
  await page.getByRole('region', { name: 'A report' }).waitFor();
  await page.keyboard.press('Control+\\');
  await page.getByRole('dialog').getByRole('textbox').or(page.getByRole('searchbox')).first().fill('notes');
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.reader-side')).toHaveCount(2);
  await expect.poll(painted).toEqual(['Nearly 1,236 bodies', 'taken out']);
  await expect.poll(inUse).toContain('notes');

  await page.keyboard.press('Control+f');
  await expect(page.locator('.reader-side').nth(1).getByRole('textbox', { name: 'Find in this source' })).toBeFocused();
  await expect(page.locator('.reader-side').nth(0).getByRole('textbox', { name: 'Find in this source' })).toHaveCount(0);
  await page.keyboard.type('Nearly 1,236');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect.poll(found).toEqual(['Nearly 1,236']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.getByLabel('Comment').fill('from the second side');
  await page.keyboard.press('Control+Enter');
  await expect.poll(painted).toEqual(['Nearly 1,236', 'Nearly 1,236 bodies', 'taken out']);
  await picture(page, 'side-by-side');

  await page.keyboard.press('F6');
  await expect.poll(inUse).toBe('A report');
});

test('a page in its own origin takes the side when it is pressed; sides are swapped, resized and closed', async () => {
  const { page } = running;
  await page.keyboard.press('Control+\\');
  await page.getByRole('menuitem', { name: /ثلاث مقابر/ }).click();
  await expect(page.frameLocator('iframe').getByText('استُخرجت')).toBeVisible();
  await page
    .locator('.reader-side')
    .nth(0)
    .click({ position: { x: 200, y: 300 } });
  const first = await inUse();
  await page.frameLocator('iframe').getByText('استُخرجت').click();
  await expect.poll(inUse).not.toBe(first);
  const divider = page.getByRole('separator', { name: 'Width of the two sides' });
  await divider.focus();
  const before = (await page.locator('.reader-side').nth(0).boundingBox())!.width;
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
  expect((await page.locator('.reader-side').nth(0).boundingBox())!.width).toBeLessThan(before - 40);
  await picture(page, 'side-by-side-arabic');
  await page.keyboard.press('Shift+F6');
  await expect(page.locator('.reader-side')).toHaveCount(1);
  expect(running.consoleErrors).toEqual([]);
});

test('a case may ask that all media stay blurred; a key shows one and blurs it again', async () => {
  const { page } = running;
  await call(page, 'case.configure', { graphicVeil: 'all' });
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: 'A report' }).first().click();
  await page.getByRole('button', { name: 'Open in the reader' }).click();
  const veiled = page.locator('.veiled[data-veiled="true"]');
  await expect(veiled).toHaveCount(1);
  await page.keyboard.press('v');
  await expect(veiled).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('region', { name: 'A report' })).toBeVisible();
  await expect(veiled, 'asked for once is enough').toHaveCount(0);
  await page.keyboard.press('Shift+V');
  await expect(veiled).toHaveCount(1);
});
