import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const article = `Bodies exhumed in Raqqa

A video on the committee's account shows workers lifting remains from the ground.
Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves, its caption says.
The Coalition admitted in June 2018 that more than 40 civilians were killed.`;
const quote = 'Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves';

/** A case with one text and one passage in it, shown in the list of passages. */
async function caseWithPassage(page: Page, folder: string): Promise<{ itemId: string; passageId: string }> {
  await writeFile(join(folder, 'article.txt'), article);
  await call(page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  const { outcomes } = await call(page, 'items.import', { paths: [join(folder, 'article.txt')] });
  const outcome = outcomes[0]!;
  if (outcome.fate !== 'kept') throw new Error(outcome.fate);
  const passage = await call(page, 'passages.create', { itemId: outcome.itemId, quote, comment: '', tags: ['figure'] });
  return { itemId: outcome.itemId, passageId: passage.id };
}

const form = (page: Page) => page.getByRole('region', { name: 'New claim' });

const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click();

async function draftFromList(page: Page): Promise<void> {
  await place(page, 'Passages');
  await page.getByRole('row').filter({ hasText: 'Nearly 1,236' }).click();
  await page.keyboard.press('c');
  await expect(form(page)).toBeVisible();
}

test('from a passage to a claim and back to the exact words, over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-claims-'));
  let running = await launch();
  try {
    const { page } = running;
    const { itemId } = await caseWithPassage(page, folder);
    await draftFromList(page);
    // Drafted from the words, each field with the words it was read from.
    await expect(form(page).getByRole('combobox', { name: 'Act', exact: true })).toHaveValue('exhumed');
    await expect(form(page).getByRole('textbox', { name: 'Number' }).first()).toHaveValue('1,236');
    await expect(form(page).locator('q').getByText('Nearly 1,236 bodies', { exact: true })).toBeVisible();
    await expect(form(page).getByText('read as at most 1,236')).toBeVisible();
    await expect(form(page).locator('q').getByText('most of them women and children', { exact: true })).toBeVisible();
    await picture(page, 'claim-form-drafted');
    expect((await call(page, 'claims.list', {})).total).toBe(0);

    // Corrected by keyboard alone; a new speaker and incident are made in place.
    await form(page).getByRole('combobox', { name: 'Said by' }).click();
    await page.keyboard.type('Reconstruction Committee');
    await page.getByRole('option', { name: /New party/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await call(page, 'parties.list', {})).total).toBe(1);
    await expect(form(page).getByRole('combobox', { name: 'Said by' })).toHaveValue('Reconstruction Committee');
    await form(page).getByRole('textbox', { name: 'Said on' }).fill('2018-11~');
    await expect(form(page).getByText('reads about November 2018')).toBeVisible();
    await form(page).getByRole('combobox', { name: 'Incident' }).click();
    await page.keyboard.type('RAQ-0002 Mass graves');
    await page.getByRole('option', { name: /New incident/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New incident' });
    await expect(dialog.getByRole('textbox', { name: 'Code' })).toHaveValue('RAQ-0002');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(form(page).getByRole('combobox', { name: 'Incident' })).toHaveValue('RAQ-0002 Mass graves');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Open the claim' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'asserts: nearly 1,236 bodies exhumed, most women and children; 3 mass graves',
    );
    const { rows } = await call(page, 'claims.list', {});
    expect(rows[0]).toMatchObject({
      act: 'exhumed',
      saidAt: '2018-11~',
      evidence: [{ stance: 'states' }],
      quantities: [
        { qualifier: 'nearly', value: 1236, unit: 'bodies', breakdown: [{ groups: ['women', 'children'], qualifier: 'most' }] },
        { value: 3, unit: 'mass graves' },
      ],
    });
    await picture(page, 'claim-page');
    await running.quit();

    running = await launch({ userData: running.userData });
    const again = running.page;
    await call(again, 'case.open', { folder: join(folder, 'One.holdfast') });
    await place(again, 'Claims');
    await again.getByRole('row').filter({ hasText: 'nearly 1,236' }).dblclick();
    await again.getByRole('button', { name: quote }).click();
    await expect(again.getByRole('tab', { selected: true })).toContainText('article');
    await expect(again.getByText('shows workers lifting remains')).toBeVisible();
    await picture(again, 'claim-words');
    expect((await call(again, 'claims.list', { itemId })).rows).toEqual(rows);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});

test('what cannot stand is said at its field, and nothing is lost unasked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-claims-'));
  const running = await launch();
  const { page } = running;
  try {
    await caseWithPassage(page, folder);
    await draftFromList(page);
    await form(page).getByRole('combobox', { name: 'Act', exact: true }).fill('');
    await page.keyboard.press('Tab');
    await form(page).getByRole('textbox', { name: 'Happened' }).fill('last year');
    await form(page).getByRole('combobox', { name: 'Said by' }).fill('Somebody');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await expect(form(page).getByText('Say what happened, in lower case')).toBeVisible();
    await expect(form(page).getByRole('combobox', { name: 'Act', exact: true })).toBeFocused();
    await expect(form(page).getByText('Not a date that can be read').first()).toBeVisible();
    await expect(form(page).getByText('“Somebody” is not chosen yet')).toBeVisible();
    await expect(form(page).getByText('3 fields need another look.')).toBeVisible();
    await picture(page, 'claim-form-errors');
    expect((await call(page, 'claims.list', {})).total).toBe(0);

    // Looking at something else keeps what was written.
    await page.getByRole('row').filter({ hasText: 'Nearly 1,236' }).click();
    await expect(form(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await expect(form(page).getByRole('textbox', { name: 'Happened' })).toHaveValue('last year');
    await expect(form(page).getByText('As you left it, not saved yet.')).toBeVisible();

    // Escape asks before what was written is thrown away.
    await form(page).getByRole('textbox', { name: 'Happened' }).press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep writing' }).click();
    await expect(form(page).getByRole('textbox', { name: 'Happened' })).toHaveValue('last year');
    await form(page).getByRole('textbox', { name: 'Happened' }).press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(form(page)).toHaveCount(0);
    expect((await call(page, 'claims.list', {})).total).toBe(0);
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});

test('claims are edited, linked and removed on their page; what is used cannot be removed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-claims-'));
  const running = await launch();
  const { page } = running;
  try {
    const { itemId, passageId } = await caseWithPassage(page, folder);
    const party = await call(page, 'parties.create', { name: 'لجنة إعادة الإعمار' });
    const incident = await call(page, 'incidents.create', { code: 'RAQ-1', title: 'Graves' });
    await call(page, 'passages.create', { itemId, quote: 'more than 40 civilians were killed' });
    await call(page, 'claims.create', {
      act: 'exhumed',
      speakerId: party.id,
      incidentId: incident.id,
      quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies' }],
      evidence: [{ passageId, stance: 'states' }],
    });
    await call(page, 'claims.create', {
      act: 'exhumed',
      modality: 'denies',
      incidentId: incident.id,
      quantities: [{ qualifier: 'at least', value: 90, unit: 'bodies' }],
    });
    await place(page, 'Incidents');
    await page.getByRole('row').filter({ hasText: 'RAQ-1' }).dblclick();
    await expect(page.getByText('put forward: up to 1,236; no figure gives a least')).toBeVisible();
    await expect(page.getByRole('img', { name: 'at most 1,236' })).toBeVisible();
    await expect(page.getByText('Nobody can check these until a passage says them.')).toBeVisible();
    await picture(page, 'incident-page');
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('not needed');
    await page.getByRole('button', { name: 'Remove the incident' }).click();
    await expect(page.getByText('This incident is still used (claims: 2).')).toBeVisible();

    await page.getByRole('grid', { name: 'bodies exhumed' }).getByRole('button', { name: 'لجنة إعادة الإعمار' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('nearly 1,236 bodies');
    await page.keyboard.press('l');
    const link = page.getByRole('dialog', { name: 'Link a passage' });
    await link.getByText('more than 40 civilians were killed').click();
    await link.getByRole('button', { name: 'Link', exact: true }).click();
    await expect(link).toHaveCount(0);
    await expect(page.locator('mark').filter({ hasText: 'more than 40 civilians were killed' })).toBeVisible();
    await page.keyboard.press('e');
    const edit = page.getByRole('region', { name: 'Edit claim' });
    await edit.getByRole('textbox', { name: 'Number' }).fill('1240');
    await edit.getByRole('textbox', { name: 'Why changed' }).fill('read wrongly the first time');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('nearly 1,240 bodies');
    const { rows: last } = await call(page, 'journal.list', { direction: 'descending', limit: 1 });
    expect(last[0]).toMatchObject({ action: 'claim.updated', payload: { why: 'read wrongly the first time' } });
    await page.getByRole('button', { name: 'Remove…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('read wrongly');
    await page.getByRole('button', { name: 'Remove the claim' }).click();
    await expect(page.getByText('1 claim', { exact: true })).toBeVisible();
    expect((await call(page, 'claims.list', {})).total).toBe(1);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true });
  }
});
