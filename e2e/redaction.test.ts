import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makeMedia } from '#engine/testing/make-media.ts';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const statement = 'The witness Hana Rashid lived in the quarter until 2017.\nHana Rashid saw the strike from the roof of the bakery.';
const arabic = 'قالت الشاهدة هناء الرشيد إنها رأت القصف من سطح المخبز.\nثم غادرت هناء الرشيد المدينة مع أولادها الثلاثة.';

test('a redacted copy is made by keys alone from a passage, words and a box, and shown with its hash; its words are nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-redaction-'));
  const running = await launch();
  const { page } = running;
  try {
    const items = await makeCase(page, folder);
    await openDialog(page, items['statement.pdf']!);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: 'Page 1' }).locator('canvas')).toBeVisible();
    // The sheet takes the keys: a box in the middle of what is seen, moved, kept.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('listitem', { name: 'Withheld place 1' })).toContainText('Box on page 1');
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
    await dialog.getByRole('button', { name: 'Look at it' }).first().click();
    await expect(dialog.getByRole('img', { name: 'Page 1' }).locator('canvas')).toBeVisible();
    await picture(page, 'redaction-made');
    const { redactions } = await call(page, 'redactions.list', { itemId: items['statement.pdf']! });
    expect(redactions[0]?.copies.map(({ mediaType }) => mediaType)).toEqual(['application/pdf', 'text/plain']);
    expect(JSON.stringify(redactions)).not.toMatch(/Hana|Rashid/);
    await expect(dialog.getByText(redactions[0]!.copies[0]!.sha256.slice(0, 6))).toBeVisible();
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    const out = join(folder, 'out');
    await call(page, 'export.create', { out, zip: false });
    expect((await call(page, 'casefile.verify', { path: out })).findings).toEqual([]);
    const item = await readFile(join(out, `data/items/${items['statement.pdf']!}/item.json`), 'utf8');
    expect(item).toContain('"redacted"');
    await page.keyboard.press('Escape');
    await look(page, items);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function makeCase(page: Page, folder: string): Promise<Record<string, string>> {
  const paths = ['statement.pdf', 'arabic.txt'].map((name) => join(folder, name));
  await writeFile(paths[0]!, await makePdf([statement, 'The second page.']));
  await writeFile(paths[1]!, arabic);
  paths.push(await makeMedia(folder, 'interview.mp4', { subtitles: true }), join(import.meta.dirname, '../sample/photo-april.jpg'));
  await call(page, 'case.create', { folder: join(folder, 'Redactions.holdfast'), title: 'Redactions' });
  const { outcomes } = await call(page, 'items.import', { paths });
  const items = Object.fromEntries(outcomes.map((one) => [one.path.split('/').at(-1)!, 'itemId' in one ? one.itemId : '']));
  const text = await call(page, 'items.text', { id: items['arabic.txt']! });
  const start = text!.text.indexOf('هناء');
  await call(page, 'passages.create', { itemId: items['arabic.txt']!, start, end: start + 11, quote: text!.text.slice(start, start + 11) });
  await page.reload();
  return items;
}

async function openDialog(page: Page, itemId: string): Promise<void> {
  const { title } = await call(page, 'items.get', { id: itemId });
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: title }).first().dblclick();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeAttached();
  await page.keyboard.press('Control+Shift+X');
  await expect(page.getByRole('dialog', { name: /^Redacted copy of/ })).toBeVisible();
}

/** Pictures for whoever looks at them. */
async function look(page: Page, items: Record<string, string>): Promise<void> {
  for (const name of ['arabic.txt', 'interview.mp4', 'photo-april.jpg']) {
    await openDialog(page, items[name]!);
    await page.waitForTimeout(700);
    if (name === 'arabic.txt') {
      await page.getByText('Passages of this source').click();
      await page.getByRole('button', { name: 'Withhold', exact: true }).click();
      await page.emulateMedia({ colorScheme: 'dark' });
    }
    await page.waitForTimeout(300);
    await picture(page, `redaction-${name}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
}
