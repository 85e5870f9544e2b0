import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { launch } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const acts = ['killed', 'injured', 'exhumed', 'struck', 'denied'];
const places = [
  { name: 'Raqqa', names: { ar: 'الرقة' } },
  { name: 'al-Mansourah', names: {} },
  { name: 'الموصل', names: {} },
];

/** A case of 60 claims by a few speakers, some of them with evidence, grades and words in Arabic. */
async function seed(page: Page, folder: string): Promise<void> {
  await call(page, 'case.create', { folder: join(folder, 'Table.holdfast'), title: 'Many claims' });
  await writeFile(join(folder, 'article.txt'), 'Nearly 1,236 bodies were exhumed from three mass graves.');
  const { outcomes } = await call(page, 'items.import', { paths: [join(folder, 'article.txt')] });
  const itemId = outcomes[0]?.fate === 'kept' ? outcomes[0].itemId : '';
  const { id: passageId } = await call(page, 'passages.create', { itemId, quote: 'Nearly 1,236 bodies' });
  const names = ['Reconstruction Committee', 'لجنة إعادة الإعمار في مجلس الرقة المدني', 'Coalition', 'Amnesty International'];
  const speakers: string[] = [];
  for (const name of names) speakers.push((await call(page, 'parties.create', { name })).id);
  const incidents: string[] = [];
  for (const code of ['RAQ-0001', 'RAQ-0002']) incidents.push((await call(page, 'incidents.create', { code, title: `About ${code}` })).id);
  await call(page, 'fields.add', { subject: 'claim', name: 'caseFile', label: 'Case file', type: 'text' });
  for (let n = 0; n < 60; n += 1) {
    const { id } = await call(page, 'claims.create', {
      act: acts[n % 5] ?? 'killed',
      modality: n % 5 === 4 ? 'denies' : 'asserts',
      quantities: [
        {
          qualifier: n % 2 === 0 ? 'at least' : 'nearly',
          value: n + 1,
          unit: n % 3 === 0 ? 'bodies' : n % 3 === 1 ? 'civilians' : 'مدنيون',
        },
      ],
      speakerId: n % 7 === 0 ? null : (speakers[n % 4] ?? null),
      saidAt: ['2017-03', '2018-06-14', '2018-11~', '2018', null][n % 5] ?? null,
      place: n % 6 === 0 ? null : (places[n % 3] ?? null),
      incidentId: n % 3 === 0 ? null : (incidents[n % 2] ?? null),
      extra: n % 10 === 0 ? { caseFile: `F-${n}` } : {},
      evidence: n % 4 === 0 ? [{ passageId, stance: 'states' }] : [],
    });
    if (n % 20 === 0)
      await call(page, 'grades.give', {
        subjectKind: 'claim',
        subjectId: id,
        scale: 'admiralty reliability',
        value: 'B',
        reason: 'usually right',
      });
  }
}

const table = (page: Page) => page.getByRole('grid', { name: 'Claims' });
const headings = (page: Page) => table(page).locator('button[aria-expanded]');
const shows = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words }).first()).toHaveText(words);

/** Opens what a key opens, types what is wanted and takes it. */
async function choose(page: Page, key: string, words: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('dialog').getByRole('menuitem').first()).toBeVisible();
  await page.keyboard.type(words);
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

async function openClaims(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Claims' }).click();
  await shows(page, '60 claims');
}

/** Marks the first claims and sets their cause, without a pointer. */
async function changeThree(page: Page): Promise<void> {
  await table(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await shows(page, '3 claims selected');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Change 3 claims' });
  await expect(dialog.getByRole('button', { name: 'Change which field?' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Cause');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Cause' }).fill('airstrike');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('the report names it');
  await expect(dialog.getByText('3 of 3 claims would change.')).toBeVisible();
  await picture(page, 'claims-table-bulk');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 3 claims' }).press('Enter');
  await expect(page.getByText('3 claims changed', { exact: true })).toBeVisible();
}

test('claims are filtered, sorted, grouped, kept as a view over a restart, changed together and taken back, by keys', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-table-'));
  let running = await launch();
  try {
    let { page } = running;
    await seed(page, folder);
    await openClaims(page);

    await choose(page, 'f', 'act');
    await expect(page.getByRole('option', { name: 'killed' })).toBeFocused();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await shows(page, '12 of 60 claims');
    await choose(page, 'f', 'figure');
    await page.getByRole('textbox', { name: 'At least' }).fill('30');
    await page.keyboard.press('Enter');
    await shows(page, '9 of 60 claims');

    await choose(page, 's', 'said on');
    await expect(table(page).getByRole('columnheader', { name: 'Said on' })).toHaveAttribute('aria-sort', 'descending');
    await choose(page, 's', 'figure');
    await expect(table(page).getByRole('row').nth(1)).toContainText('nearly 56');
    await choose(page, 'g', 'made by');
    await expect(headings(page)).toHaveCount(1);
    await table(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expect(table(page).getByRole('row')).toHaveCount(2);
    await choose(page, 'g', 'incident');
    await expect(headings(page)).toHaveCount(3);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'claims-table-grouped');
    await page.keyboard.press('Shift+v');
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Deaths by incident');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Deaths by incident/ })).toBeVisible();

    const { userData } = running;
    await running.quit();
    running = await launch({ userData });
    ({ page } = running);
    await call(page, 'case.open', { folder: join(folder, 'Table.holdfast') });
    await openClaims(page);
    await choose(page, 'v', 'deaths');
    await shows(page, '9 of 60 claims');
    await expect(headings(page)).toHaveCount(3);
    await choose(page, 'g', 'no groups');
    await expect(page.getByRole('button', { name: /^Deaths by incident changed/ })).toBeVisible();

    await changeThree(page);
    const said = async () => (await call(page, 'claims.list', {})).rows.filter(({ cause }) => cause === 'airstrike').length;
    expect(await said()).toBe(3);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Undone: Claim changed (3 entries)')).toBeVisible();
    expect(await said()).toBe(0);
    expect((await call(page, 'verify.run', {})).findings).toEqual([]);
    expect(running.consoleErrors).toEqual([]);
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
