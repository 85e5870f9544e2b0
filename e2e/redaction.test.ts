import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const statement = 'The witness Hana Rashid lived in the quarter until 2017.\nHana Rashid saw the strike from the roof of the bakery.';

test('a box drawn by keys and selected words go into a redacted copy, which is shown with its hash and checks in the case file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-redaction-'));
  const running = await launch();
  const { page } = running;
  try {
    const itemId = await makeCase(page, folder);
    await openDialog(page, itemId);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: 'Page 1' }).locator('canvas')).toBeVisible();
    // The sheet takes the keys: a box in the middle of what is seen, moved, kept.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('listitem', { name: 'Withheld place 1' })).toContainText('Box on page 1');
    // The first Escape puts the drawing down, and no more.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await picture(page, 'redaction-pages');
    await dialog.getByText('Words', { exact: true }).click();
    const words = dialog.getByRole('textbox', { name: /^Words of/ });
    await words.focus();
    await words.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(12, 23));
    await page.keyboard.press('Enter');
    await expect(words).toHaveValue(/^The witness ████ ██████ lived/);
    await dialog.getByRole('button', { name: 'Withhold them all' }).click();
    await expect(dialog.getByRole('listitem', { name: /^Withheld place/ })).toHaveCount(3);
    await picture(page, 'redaction-words');
    await dialog.getByRole('button', { name: 'Make the copy' }).click();
    await expect(dialog.getByRole('heading', { name: 'The redacted copy is kept' })).toBeVisible({ timeout: 30_000 });
    await expect(dialog.getByRole('img', { name: 'Page 1' }).locator('canvas')).toBeVisible();
    await picture(page, 'redaction-made');
    const { redactions } = await call(page, 'redactions.list', { itemId: itemId });
    expect(redactions[0]?.copies.map(({ mediaType }) => mediaType)).toEqual(['application/pdf', 'text/plain']);
    expect(JSON.stringify(redactions)).not.toMatch(/Hana|Rashid/);
    await expect(dialog.getByText(redactions[0]!.copies[0]!.sha256.slice(0, 6))).toBeVisible();
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    const out = join(folder, 'out');
    await call(page, 'export.create', { out, zip: false });
    expect((await call(page, 'casefile.verify', { path: out })).findings).toEqual([]);
    const item = await readFile(join(out, `data/items/${itemId}/item.json`), 'utf8');
    expect(item).toContain('"redacted"');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function makeCase(page: Page, folder: string): Promise<string> {
  const path = join(folder, 'statement.pdf');
  await writeFile(path, await makePdf([statement, 'The second page.']));
  await call(page, 'case.create', { folder: join(folder, 'Redactions.holdfast'), title: 'Redactions' });
  const { outcomes } = await call(page, 'items.import', { paths: [path] });
  await page.reload();
  const [outcome] = outcomes;
  return outcome?.fate === 'kept' ? outcome.itemId : '';
}

async function openDialog(page: Page, itemId: string): Promise<void> {
  const { title } = await call(page, 'items.get', { id: itemId });
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: title }).first().dblclick();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeAttached();
  await page.keyboard.press('Control+Shift+X');
  await expect(page.getByRole('dialog', { name: /^Redacted copy of/ })).toBeVisible();
}
