/** A page that changes, changes again, answers 410 and comes back as an apology: kept, compared, carried and dated. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

let running: RunningApp;
let folder: string;
let server: Server;
let address: string;
/** What the page answers now. */
let now: { status: number; body: string };

const filler = (from: number) =>
  Array.from(
    { length: 14 },
    (_, index) => `<p>Background paragraph ${from + index} about the city and its river, as it was before.</p>`,
  ).join('');

const first = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Graves in Raqqa</title>
  <meta property="article:published_time" content="2018-10-03">
  <script type="application/ld+json">{"@type":"NewsArticle","headline":"Graves in Raqqa","datePublished":"2018-10-03","author":{"name":"A. Writer"}}</script></head><body>
  <article><h1>Graves in Raqqa</h1>
  <p>The committee said that nearly 1,236 bodies, most of them women and children, had been exhumed from three mass graves.</p>
  <p>Families of the missing waited at the site since early morning, witnesses said on Tuesday.</p>
  ${filler(1)}
  <p lang="ar" dir="rtl">قالت اللجنة إن رفات ١٬٢٣٦ شخصا انتشلت من ثلاث مقابر جماعية في المدينة.</p>
  <p>An official blamed the Coalition for the strike on the school.</p>
  ${filler(20)}
  <p>The last paragraph.</p></article></body></html>`;

const second = first
  .replace(
    '<h1>Graves in Raqqa</h1>',
    '<h1>Graves in Raqqa</h1><p>Correction: an earlier version of this article named another district.</p>',
  )
  .replace('waited at the site since early morning', 'waited at this site since the early morning')
  .replace('رفات ١٬٢٣٦ شخصا', 'رفات ١٬٣٠٠ شخص')
  .replace('<p>An official blamed the Coalition for the strike on the school.</p>', '')
  .replaceAll('"headline":"Graves in Raqqa"', '"headline":"Graves in Raqqa, corrected","dateModified":"2018-11-20"');

const apology = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>عذراً</title></head><body><h1>الصفحة غير موجودة</h1><p>تم نقل المحتوى أو حذفه.</p></body></html>`;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url !== '/article') return void response.writeHead(404).end();
    response.writeHead(now.status, { 'content-type': 'text/html; charset=utf-8' }).end(now.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/article`;
  running = await launch();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-versions-'));
  await call(running.page, 'case.create', { folder: join(folder, 'Versions.holdfast'), title: 'Versions' });
});
test.afterAll(async () => {
  await running.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const answer = (body: string, status = 200) => void (now = { status, body });
const inspector = (page: Page) => page.locator('.workspace-inspector');
const journalled = async (page: Page, action: string) => (await call(page, 'journal.list', { action })).rows;
let firstId: string;
let secondId: string;

test('captured again from the inspector, it is linked and the change is told', async () => {
  const { page } = running;
  answer(first);
  firstId = (await call(page, 'capture.run', { url: address })).itemId;
  await page.getByRole('row').filter({ hasText: 'Graves in Raqqa' }).click();
  await expect(inspector(page).getByText('Kept once.')).toBeVisible();
  answer(second);
  await inspector(page).getByRole('button', { name: 'Capture again' }).click();
  await expect(page.getByText('Captured again: the text changed')).toBeVisible({ timeout: 60_000 });
  const { versions, absences } = await call(page, 'versions.list', { itemId: firstId });
  secondId = versions[1]?.itemId ?? '';
  expect(versions).toMatchObject([
    { itemId: firstId, link: null },
    { link: { earlierId: firstId, basis: 'address', address }, sameText: false },
  ]);
  expect(absences).toEqual([]);
  expect(await journalled(page, 'version.linked')).toMatchObject([{ payload: { itemId: secondId, earlierId: firstId } }]);
  await expect(page.getByRole('row').filter({ hasText: 'Has newer' })).toHaveCount(1);
  await expect(inspector(page).getByText('Text changed')).toBeVisible();
  await picture(page, 'versions-inspector');
});

test('the two are compared by paragraph and word, Arabic in its own direction', async () => {
  const { page } = running;
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Compare' }).click();
  const place = page.getByRole('main');
  await expect(place.getByText('1 paragraph added')).toBeVisible();
  await expect(place.getByText('1 removed', { exact: true })).toBeVisible();
  await expect(place.getByText('2 changed')).toBeVisible();
  await expect(place.locator('ins').filter({ hasText: 'Correction: an earlier version' })).toBeVisible();
  await expect(place.locator('.compare-said')).toContainText('2018-11-20');
  await picture(page, 'versions-compare');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(place.getByText('3 of 3')).toBeVisible();
  const arabic = place.locator('p').filter({ hasText: 'قالت اللجنة' });
  await expect(arabic.locator('del')).toHaveText('١٬٢٣٦ شخصا');
  await expect(arabic.locator('ins')).toHaveText('١٬٣٠٠ شخص');
  expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await expect(place.locator('del').filter({ hasText: 'An official blamed' })).toBeVisible();
  await picture(page, 'versions-compare-arabic');
  await page.keyboard.press('p');
  await expect(place.getByText('2 of 3')).toBeVisible();
  await place.getByRole('radio', { name: 'Side by side' }).click();
  await expect(place.locator('.diff-split').first()).toBeVisible();
  await picture(page, 'versions-compare-split');
  const folded = place.locator('.diff-fold').first();
  await folded.getByRole('button', { name: 'Show' }).click();
  await expect(place.getByText('Background paragraph 7 about').first()).toBeVisible();
});

test('passages are carried over when a person accepts them, and the old ones stay', async () => {
  const { page } = running;
  const mark = (quote: string) =>
    call(page, 'passages.create', { itemId: firstId, quote, comment: 'as first published', tags: ['figure'] });
  const same = await mark('nearly 1,236 bodies, most of them women and children');
  const near = await mark('Families of the missing waited at the site since early morning');
  const lost = await mark('An official blamed the Coalition for the strike on the school.');
  const figure = await mark('رفات ١٬٢٣٦ شخصا');
  await mark('Background paragraph 7 about the city');
  const claim = await call(page, 'claims.create', { act: 'exhumed', evidence: [{ passageId: same.id, stance: 'states' }] });
  const place = page.getByRole('main');
  await place.getByRole('radio', { name: 'Passages 5' }).click();
  const row = (words: string) => place.getByRole('listitem').filter({ hasText: words });
  await expect(row('Background').getByText('Same', { exact: true })).toBeVisible();
  // The same words, before which a correction was put in.
  await expect(row('nearly 1,236').getByText('Moved', { exact: true })).toBeVisible();
  await expect(row('Families').getByText('Approximate', { exact: true })).toBeVisible();
  await expect(row('An official').getByText('Lost', { exact: true })).toBeVisible();
  await expect(row('رفات').getByText('Lost', { exact: true })).toBeVisible();
  await picture(page, 'versions-carry');
  expect((await call(page, 'passages.list', { itemId: secondId })).total).toBe(0);
  await place.getByRole('button', { name: 'Carry over the 2 that stand' }).click();
  await expect(row('nearly 1,236').getByText('Carried over')).toBeVisible();
  await row('Families').getByRole('button', { name: 'These are the words: carry over' }).click();
  await expect(row('Families').getByText('Carried over')).toBeVisible();
  await row('nearly 1,236').getByRole('button', { name: 'Tie to the claim too…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tie', exact: true }).click();
  await expect(row('nearly 1,236').getByText('Tied to its claims')).toBeVisible();
  await picture(page, 'versions-carried');
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await picture(page, 'versions-carried-dark');
  await place.getByRole('radio', { name: 'Text' }).click();
  await picture(page, 'versions-compare-dark');
  await page.evaluate(() => delete document.documentElement.dataset['theme']);
  const made = (await call(page, 'passages.list', { itemId: secondId })).rows;
  expect(made.map(({ quote, comment, tags, state }) => ({ quote, comment, tags, state }))).toEqual([
    { quote: same.quote, comment: 'as first published', tags: ['figure'], state: 'exact' },
    {
      quote: 'Families of the missing waited at this site since the early morning',
      comment: 'as first published',
      tags: ['figure'],
      state: 'exact',
    },
    { quote: 'Background paragraph 7 about the city', comment: 'as first published', tags: ['figure'], state: 'exact' },
  ]);
  expect((await journalled(page, 'passage.carried')).map((entry) => entry.payload)).toMatchObject([
    { fromPassageId: near.id, state: 'approximate' },
    { state: 'same', score: 1 },
    { fromPassageId: same.id, state: 'moved' },
  ]);
  const after = await call(page, 'claims.get', { id: claim.id });
  expect(after.evidence.map((link) => [link.passageId, link.stance])).toEqual([
    [same.id, 'states'],
    [made[0]?.id, 'repeats'],
  ]);
  for (const old of [same, near, lost, figure]) expect((await call(page, 'passages.get', { id: old.id })).itemId).toBe(firstId);
});

test('410 is a dated fact beside the newest version', async () => {
  const { page } = running;
  answer('gone', 410);
  const before = await call(page, 'case.info', {});
  await page.getByRole('navigation').getByRole('button', { name: 'All sources' }).click();
  await page.getByRole('row').filter({ hasText: 'corrected' }).click();
  await inspector(page).getByRole('button', { name: 'Capture again' }).click();
  await expect(page.getByText('The case now records that it was gone on this date.', { exact: false })).toBeVisible({ timeout: 60_000 });
  const after = await call(page, 'case.info', {});
  expect(after?.counts.items).toBe(before?.counts.items);
  expect(after?.journal.entries).toBe((before?.journal.entries ?? 0) + 1);
  const [entry] = await journalled(page, 'address.gone');
  expect(entry?.payload).toMatchObject({ askedUrl: address, status: 410, kind: 'status', earlierId: secondId, keptItemId: null });
  await expect(inspector(page).getByText(/Answered 410 Gone on .* UTC/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Gone' })).toHaveCount(1);
  await picture(page, 'versions-gone');
});

test('an apology with status 200 is kept as a version, and noted by its words', async () => {
  const { page } = running;
  answer(apology);
  const { itemId } = await call(page, 'capture.run', { url: address });
  const { versions, absences } = await call(page, 'versions.list', { itemId });
  expect(versions.map((one) => one.itemId)).toEqual([firstId, secondId, itemId]);
  expect(absences).toMatchObject([
    { kind: 'status', status: 410 },
    { kind: 'removal-text', status: 200, words: 'الصفحة غير موجودة', earlierId: secondId, keptItemId: itemId },
  ]);
  await expect(inspector(page).getByText('A rule found these words', { exact: false })).toBeVisible();
  await picture(page, 'versions-apology');
});

test('imported texts of a megabyte are linked by hand and compared without stopping the window', async () => {
  const { page } = running;
  const line = (number: number) => `Paragraph ${number} of a long record, with a figure, ${number * 7}, that nobody doubts.`;
  const lines = Array.from({ length: 15_000 }, (_, number) => line(number));
  const paths = [join(folder, 'record-1.txt'), join(folder, 'record-2.txt')];
  await writeFile(paths[0]!, lines.join('\n'));
  await writeFile(
    paths[1]!,
    lines.map((one, number) => (number % 1000 === 500 ? one.replace('nobody doubts', 'some doubt') : one)).join('\n'),
  );
  await call(page, 'items.import', { paths });
  await page.getByRole('row').filter({ hasText: 'record-2' }).click();
  await inspector(page).getByRole('button', { name: 'Link to an earlier version…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to an earlier version' });
  await dialog.getByRole('combobox', { name: 'Earlier version' }).fill('record-1');
  await page.getByRole('option', { name: /record-1/ }).click();
  await picture(page, 'versions-link');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toBeHidden();
  await inspector(page).getByRole('button', { name: 'Compare with the one before' }).click();
  const place = page.getByRole('main');
  await expect(place.getByText('15 changed')).toBeVisible({ timeout: 30_000 });
  expect(await place.locator('.diff-row').count()).toBeLessThan(150);
  for (let step = 0; step < 15; step += 1) await page.keyboard.press('n');
  await expect(place.getByText('15 of 15')).toBeVisible();
  await expect(place.locator('p').filter({ hasText: 'Paragraph 14500 ' }).locator('ins')).toHaveText('some doubt');
  await place.locator('.diff-fold').last().getByRole('button', { name: 'Show' }).click();
  await expect(place.getByText('Paragraph 14503 ', { exact: false })).toBeVisible();
  await picture(page, 'versions-long');
});

test('all of it verifies, here and in a case file', async () => {
  const { page } = running;
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  const out = join(folder, 'Case file');
  await call(page, 'export.create', { out });
  const report = await call(page, 'casefile.verify', { path: out });
  expect(report.findings).toEqual([]);
  await page.getByRole('navigation').getByRole('button', { name: 'Custody' }).click();
  expect(running.consoleErrors).toEqual([]);
});
