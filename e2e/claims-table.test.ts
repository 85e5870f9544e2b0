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

/** A case of 300 claims by a few speakers, some of them with evidence, grades and words in Arabic. */
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
  for (let n = 0; n < 300; n += 1) {
    const { id } = await call(page, 'claims.create', {
      act: acts[n % 5] ?? 'killed',
      modality: n % 5 === 4 ? 'denies' : 'asserts',
      quantities: [{ qualifier: n % 2 === 0 ? 'at least' : 'nearly', value: n + 1, unit: n % 3 === 0 ? 'bodies' : n % 3 === 1 ? 'civilians' : 'مدنيون' }],
      speakerId: n % 7 === 0 ? null : (speakers[n % 4] ?? null),
      saidAt: ['2017-03', '2018-06-14', '2018-11~', '2018', null][n % 5] ?? null,
      place: n % 6 === 0 ? null : (places[n % 3] ?? null),
      incidentId: n % 3 === 0 ? null : (incidents[n % 2] ?? null),
      extra: n % 10 === 0 ? { caseFile: `F-${n}` } : {},
      evidence: n % 4 === 0 ? [{ passageId, stance: 'states' }] : [],
    });
    if (n % 25 === 0)
      await call(page, 'grades.give', { subjectKind: 'claim', subjectId: id, scale: 'admiralty reliability', value: 'B', reason: 'usually right' });
  }
}

const table = (page: Page) => page.getByRole('grid', { name: 'Claims' });
const rows = (page: Page) => table(page).getByRole('row');
const shows = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words }).first()).toHaveText(words);
const toggleTheme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

/** Opens what a key opens, types what is wanted and takes it. */
async function choose(page: Page, key: string, words: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('the claims are filtered, sorted, grouped, kept as a view over a restart, changed together and taken back, all by keys', async () => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-table-'));
  let running = await launch();
  try {
    let { page } = running;
    await seed(page, folder);
    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: 'Claims' }).click();
    await shows(page, '300 claims');
    await picture(page, 'table-all');

    await choose(page, 'f', 'act');
    await expect(page.getByRole('listbox', { name: 'Act' })).toBeVisible();
    await page.keyboard.type('killed');
    await page.keyboard.press(' ');
    await page.keyboard.press('Tab');
    await picture(page, 'table-filter');
    await page.getByRole('button', { name: 'Apply' }).press('Enter');
    await shows(page, '60 of 300 claims');
    await choose(page, 'f', 'figure');
    await page.getByLabel('At least').fill('200');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Filters' })).toContainText('at least 200');

    await choose(page, 's', 'figure');
    await choose(page, 'Shift+c', '');
  } finally {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
});
