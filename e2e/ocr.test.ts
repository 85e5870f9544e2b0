import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makeScan, makeScannedPdf } from '#engine/testing/make-scan.ts';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const english = [
  'Four families lost at least 90 relatives',
  'and neighbours in the bombardment of Raqqa.',
  'The report counts 1,236 bodies in three graves.',
];
const arabic = ['أعلنت لجنة إعادة الإعمار في مجلس الرقة المدني', 'جماعية في مدينة الرقة معظمها لنساء وأطفال'];
const naskh = { font: '44px "Noto Naskh Arabic"', rightToLeft: true, lineHeight: 100 };
const chip = /Read by OCR, may contain errors/;

test('a scan is read by OCR: its words are marked on the page and stay marked as read by OCR, also after a restart and in the report @packaged', async () => {
  test.setTimeout(150_000);
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-ocr-'));
  const caseFolder = join(folder, 'Scans.holdfast');
  let running = await launch();
  try {
    const items = await makeCase(running.page, folder, caseFolder);
    await readScan(running.page, items.scan);
    await markWords(running.page);
    await readPhoto(running.page, items.photo);

    const { userData } = running;
    await running.quit();
    running = await launch({ userData });
    await call(running.page, 'case.open', { folder: caseFolder });
    await running.page.reload();
    await findAgain(running.page, items.scan);
    const out = join(folder, 'out');
    await call(running.page, 'export.create', { out, zip: false });
    expect((await call(running.page, 'casefile.verify', { path: out })).findings).toEqual([]);
    const report = await readFile(join(out, 'data/report/report.html'), 'utf8');
    expect(report).toMatch(/90 relatives[\s\S]{0,400}Read by OCR, may contain errors/);
    expect(running.consoleErrors).toEqual([]);
  } catch (error) {
    await picture(running.page, 'ocr-failed');
    throw error;
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function makeCase(page: Page, folder: string, caseFolder: string): Promise<{ scan: string; photo: string }> {
  const paths = [join(folder, 'scan.pdf'), join(folder, 'poster.png')];
  await writeFile(paths[0]!, await makeScannedPdf([await makeScan(english), await makeScan(arabic, naskh)]));
  await writeFile(paths[1]!, await makeScan(arabic, { ...naskh, width: 1200, height: 500 }));
  await call(page, 'case.create', { folder: caseFolder, title: 'Scans' });
  const { outcomes } = await call(page, 'items.import', { paths });
  const [scan, photo] = outcomes.map((outcome) => (outcome.fate === 'kept' ? outcome.itemId : ''));
  await page.reload();
  return { scan: scan!, photo: photo! };
}

async function open(page: Page, itemId: string): Promise<void> {
  const { title } = await call(page, 'items.get', { id: itemId });
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: title }).first().click();
  await page.getByRole('button', { name: 'Open in the reader' }).click();
}

/** Offered where there are no words; English and Arabic chosen, all pages. */
async function readScan(page: Page, itemId: string): Promise<void> {
  await open(page, itemId);
  await expect(page.getByText('This source has no words')).toBeVisible();
  await picture(page, 'ocr-offer');
  await page.keyboard.press('Control+Shift+O');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: 'English' })).toBeChecked();
  await dialog.getByText('Arabic', { exact: true }).click();
  await picture(page, 'ocr-dialog');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText(/Reading page|Opening the file/);
  await picture(page, 'ocr-running');
  await expect(page.getByText(/\d+ words read/)).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toBeHidden();
  await expect(page.locator('.word-layer span').first()).toHaveText(/Four/);
  await expect(page.getByText('This source has no words')).toBeHidden();
  const { texts } = await call(page, 'items.texts', { id: itemId });
  expect(texts).toMatchObject([{ kind: 'ocr', toolParameters: { languages: [{ code: 'eng' }, { code: 'ara' }] } }]);
}

/** Words are dragged over where they stand on the picture, and kept as a passage that says how they were read. */
async function markWords(page: Page): Promise<void> {
  const word = (text: RegExp) => page.locator('.word-layer span').filter({ hasText: text }).first();
  const [from, to] = [(await word(/^90/).boundingBox())!, (await word(/^relatives/).boundingBox())!];
  // The word lies over its picture: on the first line, right of the middle of the page.
  const sheet = (await page.locator('.pdf-page').first().boundingBox())!;
  expect((from.y + from.height / 2 - sheet.y) / sheet.height).toBeCloseTo(190 / 2339, 2);
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press('p');
  const form = page.getByRole('form', { name: 'New passage' });
  await expect(form.getByText(chip)).toBeVisible();
  await picture(page, 'ocr-passage-form');
  await form.getByLabel('Comment').fill('Counted by hand on the scan');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.passage-place').getByText(chip)).toBeVisible();
  const { rows } = await call(page, 'passages.list', {});
  expect(rows).toMatchObject([{ quote: '90 relatives', textKind: 'ocr', page: 1, state: 'exact' }]);
  await call(page, 'claims.create', { act: 'killed', evidence: [{ passageId: rows[0]!.id, stance: 'states' }] });
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('holdfast-claimed') ?? [])].map(String).join('')))
    .toContain('relatives');
  await picture(page, 'ocr-marked');
}

/** A picture: Arabic remembered is beside English; the words lie over it and can be read as running text. */
async function readPhoto(page: Page, itemId: string): Promise<void> {
  await open(page, itemId);
  await page.keyboard.press('Control+Shift+O');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /Arabic/ })).toBeChecked();
  await dialog.getByText(/English/).click();
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.locator('.picture-frame .word-layer span').first()).toHaveText(/أعلنت/, { timeout: 60_000 });
  await picture(page, 'ocr-photo');
  await page
    .getByRole('radio', { name: 'Reading' })
    .or(page.getByRole('button', { name: 'Reading' }))
    .first()
    .click();
  await expect(page.locator('.text-line').first()).toContainText('لجنة إعادة الإعمار');
  await picture(page, 'ocr-reading');
}

/** From disk: found by its words, said to be OCR in the list of hits, and shown on the page. */
async function findAgain(page: Page, itemId: string): Promise<void> {
  const { rows } = await call(page, 'search.query', { words: '90 relatives' });
  expect(rows.map(({ kind, textKind }) => [kind, textKind]).sort()).toEqual([
    ['item', 'ocr'],
    ['passage', 'ocr'],
  ]);
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('90 relatives');
  await page.keyboard.press('Enter');
  await expect(page.locator('.hit').getByText(chip)).toHaveCount(2);
  await picture(page, 'ocr-found');
  await open(page, itemId);
  await expect(page.locator('.word-layer span').filter({ hasText: /^relatives/ })).toBeVisible();
  await page.getByRole('button', { name: /1 passage/ }).click();
  const row = page.getByRole('option').filter({ hasText: '90 relatives' });
  await expect(row).toContainText(chip);
  await row.click();
  await page.keyboard.press('d');
  await expect(page.locator('.passage-place').getByText(chip)).toBeVisible();
  await expect(page.locator('.passage-place')).toContainText('90 relatives');
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('holdfast-active') ?? [])].map(String).join('')))
    .toContain('relatives');
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
}
