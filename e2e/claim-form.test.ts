import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const article = `Bodies exhumed in Raqqa

A video on the committee's account shows workers lifting remains from the ground.
Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves, its caption says.
The Coalition admitted in June that more than 40 civilians were killed in al-Mansourah.

قالت لجنة إعادة الإعمار إن ما لا يقل عن ٩٠ جثة انتشلت في حزيران من المقبرة، معظمها نساء وأطفال.
`;
const graves = 'Nearly 1,236 bodies, most of them women and children, have been exhumed so far from three mass graves';
const arabic = 'ما لا يقل عن ٩٠ جثة انتشلت في حزيران من المقبرة، معظمها نساء وأطفال';

let folder: string;
let running: RunningApp;
let page: Page;
let itemId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-form-'));
  running = await launch();
  page = running.page;
  await writeFile(join(folder, 'article.txt'), article);
  await call(page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  const { outcomes } = await call(page, 'items.import', { paths: [join(folder, 'article.txt')] });
  const [outcome] = outcomes;
  if (outcome?.fate !== 'kept') throw new Error(outcome?.fate);
  itemId = outcome.itemId;
  await call(page, 'items.describe', { id: itemId, given: { source: 'The Paper', publishedAt: '2018-11-14' } });
  await call(page, 'fields.add', { subject: 'claim', name: 'fileNumber', label: 'File number', type: 'text' });
  await page.getByRole('row').filter({ hasText: 'article' }).dblclick();
  await expect(page.getByRole('button', { name: 'Find in this source' })).toBeVisible();
});

test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const form = () => page.getByRole('region', { name: 'New claim' });
const box = (name: string) => form().getByRole('combobox', { name, exact: true });
const key = (keys: string) => page.keyboard.press(keys);
const held = () => page.locator(':focus');

/** From words in the source to the form drafted from them, by keys alone. */
async function draft(words: string): Promise<void> {
  await key('Control+f');
  await page.getByRole('textbox', { name: 'Find in this source' }).fill(words);
  await expect(page.locator('.find-count')).toHaveText('1 of 1');
  await key('Escape');
  await expect(page.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await key('c');
  await expect(form()).toBeVisible();
}

/** Types a name in the field the keyboard is in and makes it a party. */
async function newParty(name: string): Promise<void> {
  await page.keyboard.type(name);
  await page.getByRole('option', { name: `New party “${name}”` }).waitFor();
  await key('ArrowUp');
  await key('Enter');
  await expect.poll(async () => (await call(page, 'parties.list', { words: name })).total).toBe(1);
  await expect(held()).toHaveValue(name);
}

test('from selected words to a saved claim without the mouse', async () => {
  await draft(graves);
  await expect(form().getByText('4 drafted fields not looked at')).toBeVisible();
  await expect(box('Act')).toBeFocused();
  await expect(box('Act')).toHaveValue('exhumed');
  await picture(page, 'claim-form-drafted-by-rules');
  await key('Enter');
  await key('Enter');
  await key('Enter');
  await expect(form().getByText('1 drafted field not looked at')).toBeVisible();
  await key('Enter');
  await expect(form().getByText('Every drafted field was looked at')).toBeVisible();
  await expect(box('Said by')).toBeFocused();
  await newParty('Reconstruction Committee');
  await key('Enter');
  await page.keyboard.type('about November 2018');
  await key('Enter');
  await expect(held()).toHaveValue('2018-11~');

  // The chain: the source as last step with what is known of it, then a step put before it.
  await key('Alt+s');
  await expect(held()).toHaveValue('The Paper');
  await form().getByRole('button', { name: 'New party “The Paper”' }).press('Enter');
  await key('Alt+t');
  await newParty('Committee page');
  await key('Tab');
  await page.keyboard.type('video caption');
  await key('Alt+ArrowUp');
  await picture(page, 'claim-form-chain');
  await expect(form().getByLabel('Who said it, via whom')).toHaveText(
    'Reconstruction Committee, about November 2018Committee page, video caption, undatedThe Paper, document, 14 November 2018',
  );
  await key('Control+Enter');
  await expect(form()).toHaveCount(0);
  const { rows } = await call(page, 'claims.list', {});
  expect(rows[0]).toMatchObject({
    act: 'exhumed',
    saidAt: '2018-11~',
    via: [{ medium: 'video caption' }, { medium: 'document', itemId, date: '2018-11-14' }],
  });
});

test('words in Arabic are read, with the rule; recent choices come first; a claim can repeat one', async () => {
  const incident = await call(page, 'incidents.create', {
    code: 'RAQ-1',
    title: 'Mass graves in and around the old stadium of the city of Raqqa',
  });
  const { rows } = await call(page, 'claims.list', {});
  const { evidence: _, id, createdAt: _at, createdBy: _by, updatedAt: _up, ...fields } = rows[0]!;
  const place = { name: 'Raqqa', names: { ar: 'الرقة' }, latitude: 35.95, longitude: 39.01, precision: 'city' as const };
  await call(page, 'claims.update', {
    id,
    fields: { ...fields, incidentId: incident.id, place, quantities: [{ qualifier: 'at least', value: 90, unit: 'bodies' }] },
  });
  await draft(arabic);
  await picture(page, 'claim-form-arabic');
  await expect(form().getByText('June on or before the item’s date, 14 November 2018')).toBeVisible();
  await key('Alt+Enter');
  await picture(page, 'claim-form-recent');
  await expect(page.getByRole('option', { name: 'Reconstruction Committee' })).toBeVisible();
  await key('ArrowDown');
  await key('Enter');
  await expect(box('Said by')).toHaveValue('Reconstruction Committee');
  await box('Place name').focus();
  await page.getByRole('option', { name: 'Raqqa' }).waitFor();
  await key('ArrowDown');
  await key('Enter');
  await expect(form().getByRole('textbox', { name: 'Coordinates' })).toHaveValue('35.95, 39.01');
  await box('Incident').focus();
  await page
    .getByRole('option', { name: /^RAQ-1/ })
    .first()
    .waitFor();
  await key('ArrowDown');
  await key('Enter');
  await form().getByRole('checkbox').first().focus();
  await key('Space');
  await key('Alt+p');
  await page.keyboard.type('An armed group with a very long name that goes on and on for the sake of it');
  await key('Alt+m');
  await page.keyboard.type('فاطمة');
  await key('Alt+t');
  await page.keyboard.type('Reconstruction Committee');
  await key('Tab');
  await form().getByRole('textbox', { name: 'On', exact: true }).fill('2016');
  await form().getByRole('textbox', { name: 'Said on' }).fill('3/4/2018');
  await key('Control+Enter');
  await expect(form().getByText('2 fields need another look.')).toBeVisible();
  await expect(form().getByText('Day or month first? Write it as 2018-04-03 (3 April 2018) or 2018-03-04 (4 March 2018).')).toBeVisible();
  await expect(form().getByText('said it first and hands it on here: the words may have gone round in a circle.')).toBeVisible();
  await picture(page, 'claim-form-wrong');
  await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'dark'));
  await picture(page, 'claim-form-dark');
  await page.setViewportSize({ width: 1000, height: 700 });
  await picture(page, 'claim-form-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'light'));
  await form().getByRole('button', { name: 'Write it as 2018-04-03' }).press('Enter');
  await form()
    .getByRole('button', { name: /^New party/ })
    .press('Enter');
  await form().getByRole('textbox', { name: 'Age', exact: true }).fill('under 18');
  await box('By').focus();
  await key('Alt+Backspace');
  await form().getByRole('textbox', { name: 'File number' }).fill('12-b');
  await key('Control+Enter');
  await expect(form()).toHaveCount(0);
  const saved = (await call(page, 'claims.list', {})).rows[0]!;
  expect(saved).toMatchObject({
    act: 'exhumed',
    when: '2018-06',
    saidAt: '2018-04-03',
    via: [],
    place,
    incidentId: incident.id,
    quantities: [{ qualifier: 'at least', value: 90, unit: 'bodies', breakdown: [{ qualifier: 'most', groups: ['women', 'children'] }] }],
    parties: [{ role: 'alleged responsible' }],
    victims: [{ name: 'فاطمة', ageMin: null, ageMax: 17 }],
    extra: { fileNumber: '12-b' },
  });
  const { links } = await call(page, 'links.list', { kind: 'claim' });
  expect(links).toMatchObject([{ fromId: saved.id, toId: id, relation: 'repeats' }]);
  expect(running.consoleErrors).toEqual([]);
});
