import AxeBuilder from '@axe-core/playwright';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import type { QueueEntry } from '#shared/model/queue.ts';
import { call } from './support/calls.ts';
import { answerOpenDialogs } from './support/dialogs.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { closeServer, listen, mostTogether, overlaps, startManyHosts, type ManyHosts } from './support/many-hosts.ts';
import { picture } from './support/pictures.ts';

let running: RunningApp;
let site: ManyHosts;
let folder: string;
const caseFolder = () => join(folder, 'Queue.holdfast');

test.beforeEach(async () => {
  site = await startManyHosts(4, 150);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-queue-'));
  running = await launch();
  await call(running.page, 'case.create', { folder: caseFolder(), title: 'Queue' });
});
test.afterEach(async () => {
  await running.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (...urls: string[]) => call(running.page, 'queue.add', { text: urls.join('\n') });
const list = async (): Promise<QueueEntry[]> => (await call(running.page, 'queue.list', { limit: 1000 })).rows;
const counts = async () => (await call(running.page, 'queue.list', { limit: 1 })).counts;
const status = () => call(running.page, 'queue.status', {});
const entry = async (url: string) => (await list()).find((one) => one.url === url);
const finished = (reason = 'finished') =>
  expect.poll(async () => `${(await status()).state} ${(await status()).reason}`, { timeout: 80_000 }).toBe(`paused ${reason}`);
const row = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words });

async function paste(words: string): Promise<void> {
  await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), words);
  await running.page.keyboard.press('Control+V');
}

test('a pasted list is captured, three at once, one of each host, every page once', async () => {
  const { page, consoleErrors } = running;
  const urls = site.pages(7);
  await page.getByRole('button', { name: 'Capture queue' }).click();
  await expect(page.getByText('No addresses wait here')).toBeVisible();
  await picture(page, 'queue-empty');
  await page.keyboard.press('Control+Shift+U');
  await page.getByRole('textbox', { name: 'Address' }).focus();
  await paste(urls.join('\n'));
  await expect(page.getByText('You pasted 7 addresses.')).toBeVisible();
  await picture(page, 'queue-offer');
  await page.getByRole('button', { name: 'Queue them…' }).click();
  await expect(page.getByText('7 addresses of 4 sites')).toBeVisible();
  await picture(page, 'queue-adding');
  await page.getByRole('button', { name: 'Add and start' }).click();
  await expect(row(page, 'Capturing').first()).toBeVisible();
  await expect(row(page, 'Done').first()).toBeVisible({ timeout: 30_000 });
  await picture(page, 'queue-running');
  await finished();
  expect(await counts()).toEqual({ waiting: 0, done: 7, failed: 0, cancelled: 0 });
  expect([...site.asked].sort()).toEqual(urls.map((url) => url.replace('http://', '')).sort());
  expect(overlaps(site.visits)).toEqual([]);
  expect(mostTogether(site.visits)).toBeGreaterThan(1);
  expect(mostTogether(site.visits)).toBeLessThanOrEqual(3);
  const { rows } = await call(page, 'items.list', {});
  expect(rows.map(({ sourceUrl }) => sourceUrl).sort()).toEqual([...urls].sort());
  await row(page, '/page/5').getByRole('button', { name: 'Open the source' }).click();
  await expect(page.getByRole('tab', { name: /Page \/page\/5/ }).or(page.getByText('Page /page/5').first())).toBeVisible();
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  expect(consoleErrors).toEqual([]);
});

test('a pause lets what runs end and survives a restart; a queue left running waits to be resumed', async () => {
  const urls = site.pages(12);
  await add(...urls);
  await call(running.page, 'queue.run', {});
  await expect.poll(async () => (await counts()).done).toBeGreaterThan(0);
  await call(running.page, 'queue.pause', {});
  await expect.poll(async () => (await status()).state, { timeout: 30_000 }).toBe('paused');
  const asked = site.asked.length;
  expect((await counts()).done).toBe(asked);
  await running.quit();
  running = await launch({ userData: running.userData });
  await call(running.page, 'case.open', { folder: caseFolder() });
  expect(await status()).toMatchObject({ state: 'paused', reason: 'person', running: [] });
  await call(running.page, 'queue.run', {});
  await expect.poll(() => site.asked.length).toBeGreaterThan(asked + 2);
  await running.quit();
  const before = site.asked.length;
  running = await launch({ userData: running.userData });
  await call(running.page, 'case.open', { folder: caseFolder() });
  await running.page.getByRole('button', { name: 'Capture queue' }).click();
  await expect(running.page.getByText('Waiting for you')).toBeVisible();
  await picture(running.page, 'queue-restart');
  await running.page.waitForTimeout(1500);
  expect(site.asked.length, 'nothing is asked of the network before it is resumed').toBe(before);
  await running.page.getByRole('button', { name: 'Resume' }).click();
  await finished();
  expect(await counts()).toMatchObject({ waiting: 0, done: 12, failed: 0 });
  const { rows } = await call(running.page, 'items.list', {});
  expect(rows.map(({ sourceUrl }) => sourceUrl).sort()).toEqual([...urls].sort());
  expect((await call(running.page, 'verify.run', {})).findings).toEqual([]);
});

test('leaving the case stops its queue; another case is not touched by it', async () => {
  test.skip(process.env['HOLDFAST_SOAK'] !== '1', 'much like the tests beside it, and slow; npm run soak does');
  const { page } = running;
  await add(...site.pages(5));
  await call(page, 'queue.run', {});
  await expect.poll(() => site.asked.length).toBeGreaterThan(0);
  await call(page, 'case.create', { folder: join(folder, 'Other.holdfast'), title: 'Other' });
  const asked = site.asked.length;
  await page.waitForTimeout(1000);
  expect(site.asked.length).toBe(asked);
  expect(await status()).toMatchObject({ state: 'paused', reason: null, running: [] });
  expect((await call(page, 'items.list', {})).total).toBe(0);
  await call(page, 'case.open', { folder: caseFolder() });
  expect(await status()).toMatchObject({ state: 'paused', reason: 'restart' });
  await call(page, 'queue.run', {});
  await finished();
  expect(await counts()).toMatchObject({ done: 5, waiting: 0 });
});

test('what fails says why and can be tried again; what cannot be reached is tried again by itself', async () => {
  const { page } = running;
  const missing = site.at('/missing');
  site.special.set('/missing', (_request, response) => void response.writeHead(404).end('nothing'));
  const closed = await listen(() => undefined, '127.0.0.9');
  const { port } = closed.address() as AddressInfo;
  await closeServer(closed);
  const away = `http://127.0.0.9:${port}/late`;
  await add(missing, away);
  await page.getByRole('button', { name: 'Capture queue' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect.poll(async () => (await entry(missing))?.state).toBe('failed');
  expect(await entry(missing)).toMatchObject({ attempts: 1, error: { code: 'url-not-found', facts: { status: 404 } } });
  await expect.poll(async () => (await entry(away))?.attempts, { timeout: 20_000 }).toBe(1);
  expect(await entry(away)).toMatchObject({ state: 'waiting', error: { code: 'url-refused' } });
  await expect(row(page, '127.0.0.9')).toContainText('Trying again soon');
  await picture(page, 'queue-again');
  const late = await listen(
    (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>late words</p>'),
    '127.0.0.9',
    port,
  );
  await finished();
  expect(await entry(away)).toMatchObject({ state: 'done', attempts: 2, error: null });
  await closeServer(late);
  await row(page, '/missing').click();
  await expect(page.getByText('Look for the page in a web archive')).toBeVisible();
  await picture(page, 'queue-failed');
  site.special.delete('/missing');
  await page.getByRole('button', { name: 'Try 1 failed again' }).click();
  await expect(page.getByText('1 address waits again')).toBeVisible();
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await finished();
  expect(await counts()).toMatchObject({ done: 2, failed: 0 });
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
});

test('three tries and no more for an address nobody answers at', async () => {
  test.skip(process.env['HOLDFAST_SOAK'] !== '1', 'waits half a minute between tries; npm run soak does');
  const closed = await listen(() => undefined, '127.0.0.9');
  const { port } = closed.address() as AddressInfo;
  await closeServer(closed);
  await add(`http://127.0.0.9:${port}/never`);
  await call(running.page, 'queue.run', {});
  await finished();
  expect(await list()).toMatchObject([{ state: 'failed', attempts: 3, error: { code: 'url-refused' } }]);
});

test('without a network the queue stands still and says so, and nothing counts as failed', async () => {
  const { page } = running;
  await add(...Array.from({ length: 9 }, (_, n) => `http://host-${n}.invalid/`));
  await page.getByRole('button', { name: 'Capture queue' }).click();
  await call(page, 'queue.run', {});
  await expect.poll(async () => (await status()).reason, { timeout: 30_000 }).toBe('network-away');
  await expect(page.getByText('Paused: no network')).toBeVisible();
  await picture(page, 'queue-network-away');
  await expect.poll(async () => (await status()).state).toBe('paused');
  expect(await counts()).toMatchObject({ waiting: 9, failed: 0 });
});

test('running and waiting entries can be cancelled, one or all, and nothing is kept of them', async () => {
  const { page } = running;
  site.special.set('/never', () => undefined);
  const never = site.at('/never');
  const [, second = '', third = '', ...rest] = site.pages(8);
  await add(never, second, third, ...rest);
  await page.getByRole('button', { name: 'Capture queue' }).click();
  await call(page, 'queue.cancel', { ids: [(await entry(third))?.id ?? ''] });
  await call(page, 'queue.run', {});
  await expect(row(page, '/never')).toContainText('Capturing');
  await row(page, '/never').getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, '/never')).toContainText('Cancelled');
  await expect.poll(async () => (await status()).running.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Cancel what waits' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel what waits' }).click();
  await finished();
  const { done, cancelled, waiting } = await counts();
  expect([waiting, done + cancelled]).toEqual([0, 8]);
  expect((await call(page, 'items.list', {})).total).toBe(done);
  expect(await entry(never)).toMatchObject({ state: 'cancelled', itemId: null });
  expect(site.asked.some((path) => path.endsWith(new URL(third).pathname))).toBe(false);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Clear what is over' }).click();
  await expect(page.getByText('No addresses wait here')).toBeVisible();
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
});

test('cancelling the job in the status bar cancels the entry', async () => {
  const { page } = running;
  site.special.set('/never', () => undefined);
  await add(site.at('/never'));
  await call(page, 'queue.run', {});
  await page.locator('.status-job').getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(async () => (await list())[0]?.state).toBe('cancelled');
  await finished();
});

test('closing the window ends what runs and the program with it', async () => {
  site.special.set('/never', () => undefined);
  await add(site.at('/never'));
  await call(running.page, 'queue.run', {});
  await expect.poll(() => site.asked.length).toBe(1);
  const ended = running.app.waitForEvent('close');
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.close();
  });
  await ended;
  running = await launch({ userData: running.userData });
  await call(running.page, 'case.open', { folder: caseFolder() });
  expect(await status()).toMatchObject({ state: 'paused', reason: 'restart', running: [] });
  expect(await list()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
});

test('ten thousand addresses are added in seconds, scrolled through and read in any script', async () => {
  test.skip(process.env['HOLDFAST_SOAK'] !== '1', 'much like the tests beside it, and slow; npm run soak does');
  const { app, page, consoleErrors } = running;
  const long = `https://archive.example/${'a-very-long-path-without-end/'.repeat(20)}?q=${'x'.repeat(200)}`;
  const arabic =
    'https://مثال.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%A7%D9%84%D8%B1%D9%82%D8%A9-%D9%85%D9%82%D8%A7%D8%A8%D8%B1-%D8%AC%D9%85%D8%A7%D8%B9%D9%8A%D8%A9?%D8%B9%D8%AF%D8%AF=1236';
  const many = Array.from({ length: 10_000 }, (_, n) => `https://site-${n % 40}.example/news/${n}`);
  const file = join(folder, 'list.txt');
  await writeFile(file, [arabic, long, 'file:///etc/passwd', 'javascript:alert(1)', 'example.org/no-scheme', ...many, many[0]].join('\n'));
  await page.getByRole('button', { name: 'Capture queue' }).click();
  await page.getByRole('button', { name: 'Add addresses' }).first().click();
  await answerOpenDialogs(app, [file]);
  const start = performance.now();
  await page.getByRole('button', { name: 'Import a list…' }).click();
  await expect(page.getByText('10,002 addresses added, 1 waits already, 3 refused')).toBeVisible({ timeout: 60_000 });
  const seconds = (performance.now() - start) / 1000;
  test.info().annotations.push({ type: 'seconds for ten thousand', description: seconds.toFixed(1) });
  expect(seconds).toBeLessThan(45);
  await picture(page, 'queue-added');
  await page.getByRole('button', { name: 'Show the queue' }).click();
  await expect(row(page, 'أخبار/الرقة')).toBeVisible();
  await row(page, 'أخبار/الرقة').click();
  await picture(page, 'queue-many');
  // Each part of an address stands after the one before, whatever its letters are.
  const starts = await row(page, 'أخبار/الرقة')
    .locator('bdi')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
  expect(starts.length).toBeGreaterThan(4);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('About this address')).toContainText('a-very-long-path');
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await picture(page, 'queue-many-dark');
  await page.keyboard.press('End');
  await expect(row(page, '/news/9999')).toBeVisible();
  expect(consoleErrors).toEqual([]);
});
