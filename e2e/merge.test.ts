import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Page } from 'playwright';
import { call } from './support/calls.ts';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

async function partyNote(page: Page, id: string, name: string, note: string) {
  const {
    id: _id,
    createdAt: _made,
    updatedAt: _at,
    claims: _claims,
    mergedInto: _into,
    ...fields
  } = await call(page, 'parties.get', { id });
  await call(page, 'parties.update', { id, fields: { ...fields, name, note } });
}

test('two copies are merged and settled in the window; their case file is looked at and made into a case', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-merge-'));
  const { app, page, close } = await launch();
  try {
    const [ours, theirs, file] = [join(folder, 'Raqqa.holdfast'), join(folder, 'Bilal.holdfast'), join(folder, 'Raqqa.zip')];
    await call(page, 'case.create', { folder: ours, title: 'Raqqa 2017–2018' });
    const party = await call(page, 'parties.create', {
      name: 'لجنة إعادة الإعمار في مجلس الرقة المدني',
      kind: 'body',
      note: 'seen in one caption',
    });
    await call(page, 'case.close', {});
    await cp(ours, theirs, { recursive: true });
    await call(page, 'case.open', { folder: theirs });
    await partyNote(page, party.id, 'Reconstruction Committee of the Raqqa Civil Council', 'has a press office');
    for (const name of ['Amnesty International', 'Human Rights Watch']) await call(page, 'parties.create', { name });
    await call(page, 'case.open', { folder: ours });
    await partyNote(page, party.id, 'لجنة إعادة الإعمار', 'seen in two captions');

    await page.keyboard.press('Control+Shift+M');
    const dialog = page.getByRole('dialog');
    await picture(page, 'merge-dialog');
    await answerOpenDialogs(app, [theirs]);
    await dialog.getByRole('button', { name: 'Choose a case folder' }).click();
    await expect(dialog.getByRole('row', { name: /Parties/ })).toContainText('2');
    await expect(dialog.getByText('1 thing needs a decision')).toBeVisible();
    await picture(page, 'merge-dry-run');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await dialog.getByRole('button', { name: 'Settle them' }).click();
    await expect(page.getByRole('list', { name: 'What both changed' }).getByRole('listitem')).toHaveCount(1);
    await picture(page, 'merge-conflicts');
    await page.getByRole('button', { name: 'Compare' }).click();
    await dialog.getByRole('radiogroup', { name: 'Whose Note' }).getByRole('radio', { name: 'There' }).click();
    await dialog.getByRole('radiogroup', { name: 'Whose Name' }).getByRole('radio', { name: 'Here', exact: true }).click();
    await expect(dialog.getByRole('button', { name: 'Settle' })).toBeDisabled();
    await dialog.getByRole('textbox').fill('Compared with their site');
    await picture(page, 'merge-conflict');
    await dialog.getByRole('button', { name: 'Settle' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing to settle' })).toBeVisible();
    await picture(page, 'merge-settled');
    expect(await call(page, 'parties.get', { id: party.id })).toMatchObject({ name: 'لجنة إعادة الإعمار', note: 'has a press office' });
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);

    await call(page, 'export.create', { out: file, zip: true });
    await call(page, 'case.close', {});
    await picture(page, 'welcome-case-file');
    await answerOpenDialogs(app, [file]);
    await page.getByRole('button', { name: 'Open a case file' }).click();
    await expect(page.getByText('A case file, read only')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('Control+6');
    await page.getByRole('radio', { name: 'Case files' }).click();
    await picture(page, 'case-file-shown');
    await answerSaveDialogs(app, join(folder, 'Made.holdfast'));
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(page.getByText('A case file, read only')).toBeHidden({ timeout: 30_000 });
    expect(await call(page, 'case.info', {})).toMatchObject({ access: 'write', caseFile: null, counts: { parties: 3 } });
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
});
