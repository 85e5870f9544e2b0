import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { CallInput } from '#shared/contract.ts';
import { barriers } from './support/barriers.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

let running: RunningApp;
let folder: string;

const article = `Bodies exhumed in Raqqa
Nearly 1,236 bodies have been exhumed so far from three mass graves, its caption says.
The Coalition admitted that more than 40 civilians were killed.`;

/** Claims of every kind of date, a chain over three, a circle, a claim that lacks all there is to lack, and outlets that only repeat. */
async function seed(page: Page): Promise<void> {
  const { outcomes } = await call(page, 'items.import', { paths: ['article.txt', 'unread.txt'].map((name) => join(folder, name)) });
  const [itemId = ''] = outcomes.flatMap((outcome) => (outcome.fate === 'kept' ? [outcome.itemId] : []));
  await call(page, 'items.describe', { id: itemId, given: { publishedAt: '2018-11-14', title: 'Bodies exhumed in Raqqa' } });
  const passage = (await call(page, 'passages.create', { itemId, quote: 'Nearly 1,236 bodies' })).id;
  await call(page, 'passages.create', { itemId, quote: 'more than 40 civilians' });
  const party = async (name: string) => (await call(page, 'parties.create', { name })).id;
  const committee = await party('لجنة إعادة الإعمار في مجلس الرقة المدني');
  const [coalition, watch, paper, agency] = [
    await party('Coalition'),
    await party('Human Rights Watch'),
    await party('A paper'),
    await party('An agency'),
  ];
  await party('Nobody names this one');
  const incident = (
    await call(page, 'incidents.create', { code: 'RAQ-0002', title: 'Mass graves in Raqqa', when: '2017-06-06/2017-10-17' })
  ).id;
  const claim = (given: Partial<CallInput<'claims.create'>>) =>
    call(page, 'claims.create', { act: 'killed', incidentId: incident, ...given });
  await claim({
    act: 'exhumed',
    quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies' }],
    speakerId: committee,
    via: [
      { partyId: committee, medium: 'caption', date: '2018-11-13?' },
      { partyId: paper, medium: 'article', itemId, date: '2018-11-14' },
    ],
    when: '[..2018-11]',
    saidAt: '2018-11~',
    evidence: [{ passageId: passage, stance: 'states' }],
  });
  const figure = (value: number) => ({ quantities: [{ value, unit: 'civilians' }] });
  await claim({ modality: 'denies', speakerId: coalition, saidAt: '2017-09', when: '2017-03-20/2017-03-21' });
  await claim({
    ...figure(40),
    modality: 'admits',
    speakerId: coalition,
    saidAt: '2018-06',
    when: '2017-03-21?',
    via: [{ partyId: paper }],
  });
  await claim({ ...figure(84), speakerId: watch, saidAt: '2017-09-2X', when: '2017-03/..', via: [{ partyId: agency }] });
  await claim({ speakerId: agency, saidAt: '2018', when: '201X', via: [{ partyId: paper }] });
  await claim({ speakerId: paper, saidAt: '2018-12-01', via: [{ partyId: agency }] });
  await call(page, 'claims.create', { act: 'displaced' });
  for (let outlet = 1; outlet <= 9; outlet += 1)
    await claim({ act: 'exhumed', speakerId: committee, saidAt: '2018-11-15', via: [{ partyId: await party(`Outlet ${outlet}`) }] });
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-views-'));
  await writeFile(join(folder, 'article.txt'), article);
  await writeFile(join(folder, 'unread.txt'), 'Nobody has looked at this.');
  running = await launch();
  await call(running.page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  await seed(running.page);
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click();

test('views of an empty case say what they will hold', async () => {
  const { page } = running;
  await call(page, 'case.close', {});
  await call(page, 'case.create', { folder: join(folder, 'Empty.holdfast'), title: 'Empty' });
  for (const [name, title] of [
    ['Timeline', 'Nothing has a date yet'],
    ['Network', 'No network yet'],
    ['Gaps', 'Nothing to look through yet'],
  ] as const) {
    await place(page, name);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await picture(page, `views-empty-${name.toLowerCase()}`);
  }
  await call(page, 'case.close', {});
  await call(page, 'case.open', { folder: join(folder, 'One.holdfast') });
  // The window has turned to the case before a key is meant for it.
  await expect(page.getByRole('row').filter({ hasText: 'unread' })).toBeVisible();
});

test('the timeline draws each date with its doubt, lists the undated, and opens what it shows', async () => {
  const { page } = running;
  await page.keyboard.press('Control+8');
  const lane = (name: string) => page.getByRole('region', { name, exact: true });
  await expect(lane('Statements').getByRole('button', { name: /^about November 2018, statement/ })).toBeVisible();
  const barOf = (name: RegExp) => page.getByRole('button', { name }).first().locator('.timeline-bar');
  await expect(barOf(/^about November 2018, statement/)).toHaveAttribute('data-start', 'faded');
  await expect(barOf(/^possibly 21 March 2017, event/)).toHaveAttribute('data-uncertain', 'true');
  await expect(barOf(/^some year in the 2010s, event/)).toHaveAttribute('data-pale', 'true');
  await expect(barOf(/^from March 2017 on, event/)).toHaveAttribute('data-end', 'open');
  await picture(page, 'views-timeline');

  await page.getByRole('radio', { name: /^Undated/ }).click();
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'asserts: displaced' })).toHaveCount(2);
  await page.getByRole('radio', { name: /^In this stretch/ }).click();

  // By keys alone: from entry to entry, closer, and open.
  await lane('Events').getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-kind'));
  expect(await focused()).toBe('statement');
  await page.keyboard.press('ArrowRight');
  const key = await page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? '');
  const entry = page.locator(`[data-key="${key}"]`);
  const title = await entry.locator('.timeline-entry-title').innerText();
  const before = await page.locator('.timeline-axis').innerText();
  await page.keyboard.press('+');
  await expect.poll(() => page.locator('.timeline-axis').innerText()).not.toBe(before);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('0');
  await expect.poll(() => page.locator('.timeline-axis').innerText()).toBe(before);
  const drawing = (await page.getByRole('group', { name: 'Drawing of the timeline' }).boundingBox())!;
  await page.mouse.move(drawing.x + drawing.width / 2, drawing.y + 80);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => page.locator('.timeline-axis').innerText()).not.toBe(before);
  await page.keyboard.press('0');
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await page.keyboard.press('Alt+ArrowLeft');

  await page.getByRole('combobox', { name: 'Of any party' }).click();
  await page.keyboard.type('Coalition');
  await page.getByRole('option', { name: 'Coalition' }).click();
  await expect(lane('Statements').getByRole('button')).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Of any party' }).fill('');
  await page.keyboard.press('Tab');
  await expect(lane('Statements').getByRole('button')).not.toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
});

test('the network shows who hands on what, folds those that only repeat, and names a circle', async () => {
  const { page } = running;
  await page.keyboard.press('Control+9');
  const node = (name: RegExp) => page.getByRole('group', { name: 'Drawing of the network' }).getByRole('button', { name });
  await expect(node(/^Coalition says 2/)).toBeVisible();
  await expect(page.getByText(/Circular: .*A paper.* and .*An agency.* lean on each other/)).toBeVisible();
  await expect(node(/^and 6 others that only repeat/)).toBeVisible();
  await picture(page, 'views-network');
  expect(await barriers(page)).toEqual([]);
  await node(/^and 6 others/).click();
  await expect(node(/^Outlet \d/)).toHaveCount(9);
  await node(/^Coalition says/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 2, name: 'A paper' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Its claims' }).getByRole('row').filter({ hasText: '40 civilians' })).toBeVisible();
  await picture(page, 'views-network-chosen');
  await page.getByRole('button', { name: 'Back to the list of all' }).click();
  await page.getByRole('grid', { name: 'All in the network' }).getByRole('row').filter({ hasText: 'لجنة' }).click();
  await expect(page.getByRole('region', { name: /لجنة/ })).toBeVisible();
  await page.getByRole('button', { name: 'Open the party' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('لجنة');
});

test('gaps are named with their rule, open, and are gone once mended', async () => {
  const { page } = running;
  await page.keyboard.press('Control+Shift+G');
  const section = (name: string) => page.locator('details').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(section('Sources nobody worked on')).toContainText('unread');
  await expect(section('Parties never cited')).toContainText('Nobody names this one');
  await expect(section('Passages without a claim')).toContainText('more than 40 civilians');
  await expect(section('Contradictions not explained')).toContainText('One asserts what the other denies');
  await expect(section('Figures of a single origin')).toContainText('1,236 bodies exhumed');
  await picture(page, 'views-gaps');
  expect(await barriers(page)).toEqual([]);
  const without = section('Claims without a passage');
  await without.getByRole('button', { name: /^Show all/ }).click();
  await expect(page.getByRole('grid', { name: 'Claims without a passage' }).getByRole('row').first()).toBeVisible();
  await picture(page, 'views-gaps-all');
  await page.getByRole('button', { name: 'All gaps' }).click();
  await section('Claims without a speaker')
    .getByRole('button', { name: /^Name the speaker/ })
    .click();
  await expect(page.getByRole('region', { name: 'Edit claim' })).toBeVisible();
  await page.keyboard.press('Escape');
  await without.getByRole('button', { name: 'Link a passage: denies: killed' }).click();
  const link = page.getByRole('dialog', { name: 'Link a passage' });
  await link.getByText('more than 40 civilians').click();
  await link.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(without).not.toContainText('denies: killed');
  await expect(section('Passages without a claim')).toHaveCount(0);
  await section('Sources nobody worked on').locator('summary').click();
  await expect(section('Sources nobody worked on').getByText('unread', { exact: true })).toBeHidden();
});

test('in the dark too, and no key means two things', async () => {
  const { page } = running;
  await call(page, 'settings.set', { theme: 'dark' });
  await page.reload();
  for (const [name, shown] of [
    ['Timeline', '.timeline-entry'],
    ['Network', '.network-node'],
    ['Gaps', '.gap-row'],
  ] as const) {
    await place(page, name);
    await page.locator(shown).first().waitFor();
    await picture(page, `views-dark-${name.toLowerCase()}`);
    expect(await barriers(page), name).toEqual([]);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    const keys = await sheet.locator('dd .visually-hidden').allTextContents();
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  }
  expect(running.consoleErrors).toEqual([]);
});
