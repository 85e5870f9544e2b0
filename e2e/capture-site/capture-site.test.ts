import { expect, test } from 'playwright/test';
import { startPlainBrowser, type PlainBrowser } from '../support/plain-browser.ts';
import { lookThrough } from '../support/seen-page.ts';
import { testKeyHash } from '../support/test-site.ts';
import type { SitePages } from './all-topics.ts';
import { credentials } from './cookie-gated.ts';
import { startCaptureSite, type CaptureSite } from './start-capture-site.ts';

let site: CaptureSite;
let browser: PlainBrowser;

test.beforeAll(async () => {
  site = await startCaptureSite();
  browser = await startPlainBrowser([`--ignore-certificate-errors-spki-list=${testKeyHash}`]);
});
test.afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What captures are held against most; `npm run soak` looks at every page of the site. */
const usual: (keyof SitePages)[] = ['article', 'video', 'framed', 'encoded', 'serviceWorker', 'arabicOld', 'exchanges'];

const whole: (keyof SitePages)[] = [
  'article',
  'pictures',
  'scriptBuilt',
  'lazy',
  'framed',
  'encoded',
  'zstd',
  'redirectChain',
  'redirectAcross',
  'redirectMeta',
  'redirectScript',
  'failing',
  'notFound',
  'serverError',
  'serviceWorker',
  'workers',
  'video',
  'arabic',
  'arabicOld',
  'arabicUndeclared',
  'tall',
  'veryTall',
  'assets',
  'exchanges',
  'sockets',
  'leaflet',
  'gone',
  'removed',
  'downloadLink',
  'login',
];
for (const name of process.env['HOLDFAST_SOAK'] === '1' ? whole : usual)
  test(`the site's page ${name} shows and asks for what its facts say`, async () => {
    const facts = site.pages[name];
    const page = await browser.open();
    await page.goto(facts.url).catch((error: unknown) => {
      // A page that moves on by itself interrupts its own loading.
      if (!String(error).includes('interrupted')) throw error;
    });
    const seen = await lookThrough(page.mainFrame());
    for (const words of facts.text) expect(seen.text).toContain(words);
    expect(seen.images).toBe(facts.images);
    for (const url of facts.asks) expect(site.asked(url).length, url).toBeGreaterThan(0);
    for (const url of facts.fails) if (new URL(url).port !== '9') expect(site.asked(url).length, url).toBeGreaterThan(0);
    await page.close();
  });

test('the same pages stand over TLS', async () => {
  const page = await browser.open();
  await page.goto(site.secure('serviceWorker'));
  const seen = await lookThrough(page.mainFrame());
  for (const words of site.pages.serviceWorker.text) expect(seen.text).toContain(words);
  await page.close();
});

test('the gate opens to who logs in, and to nobody else', async () => {
  const page = await browser.open();
  await page.goto(site.pages.members.url);
  expect(page.url()).toContain('/login');
  await page.getByLabel('Name').fill(credentials.name);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button').click();
  await expect(page.getByText('Wrong name or password.')).toBeVisible();
  await page.getByLabel('Name').fill(credentials.name);
  await page.getByLabel('Password').fill(credentials.password);
  await page.getByRole('button').click();
  for (const words of site.pages.members.text) await expect(page.getByText(words)).toBeVisible();
  await page.close();
});

test('a video is asked for in ranges, and each is answered with 206', async () => {
  const asked = site.asked(`${site.origins.main}/video/long.mp4`);
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([206]));
});

test('a gigabyte is sent as it is taken, and stops when the taker goes', async () => {
  const page = await browser.open();
  await page.goto(site.pages.hugeFetch.url);
  const sent = () => site.asked(`${site.origins.main}/huge/data`)[0]?.sent ?? 0;
  await expect.poll(sent).toBeGreaterThan(10 << 20);
  await page.close();
  await expect.poll(async () => sent() === (await new Promise((done) => setTimeout(() => done(sent()), 300)))).toBe(true);
  expect(sent()).toBeLessThan(1 << 30);
});

test('the network goes away after so many answers, and comes back', async () => {
  site.cutNetworkAfter(2);
  const ask = () => fetch(site.pages.article.url).then((got) => got.status);
  expect([await ask(), await ask()]).toEqual([200, 200]);
  await expect(ask()).rejects.toThrow();
  await expect(ask()).rejects.toThrow();
  await site.restoreNetwork();
  expect(await ask()).toBe(200);
});
