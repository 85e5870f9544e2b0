import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';

test('marks and notes are undone and done again by keys; fields keep their own undo; the journal keeps all of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const running = await launch();
  const { page } = running;
  try {
    await writeFile(join(folder, 'notes.txt'), 'Nearly 1,236 bodies were exhumed.');
    await call(page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
    const { outcomes } = await call(page, 'items.import', { paths: [join(folder, 'notes.txt')] });
    const itemId = outcomes[0]?.fate === 'kept' ? outcomes[0].itemId : '';
    await page.reload();
    await page.keyboard.press('Control+1');
    await page.getByRole('row').filter({ hasText: 'notes' }).first().click();
    await page.getByRole('button', { name: 'Open in the reader' }).click();
    await page.locator('.text-line').first().waitFor();
    const painted = () => page.evaluate(() => [...(CSS.highlights.get('holdfast-passage') ?? [])].map(String));
    const { id } = await call(page, 'passages.create', { itemId, quote: '1,236 bodies', comment: 'figure' });
    await call(page, 'passages.update', { id, comment: 'the figure' });
    await expect.poll(painted).toEqual(['1,236 bodies']);

    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: Passage changed')).toBeVisible();
    expect((await call(page, 'passages.get', { id })).comment).toBe('figure');
    const field = page.getByRole('textbox', { name: 'Comment' }).first();
    await field.fill('typed and taken back');
    await page.keyboard.press('Control+z');
    await expect(field).not.toHaveValue('typed and taken back');
    expect((await call(page, 'passages.list', { itemId })).total, 'the field undid its own words alone').toBe(1);

    await page
      .locator('.text-line')
      .first()
      .click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Control+z');
    await expect.poll(painted).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('There is nothing to undo')).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(painted).toEqual(['1,236 bodies']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await call(page, 'passages.get', { id })).comment).toBe('the figure');
    const { rows } = await call(page, 'journal.list', { subject: id, direction: 'ascending' });
    expect(rows.map(({ action }) => action)).toEqual([
      'passage.created', 'passage.updated', 'passage.updated', 'act.undone', 'passage.removed', 'act.undone',
      'passage.restored', 'act.redone', 'passage.updated', 'act.redone',
    ]); // prettier-ignore
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
