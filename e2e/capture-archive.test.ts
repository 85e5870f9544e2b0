import { expect, test } from 'playwright/test';
import { archivedExchanges } from './capture-proof/archived.ts';
import { startCapturing, type Capturing } from './capture-proof/capturing.ts';
import { unlikeAnswered, unlikeSent } from './capture-proof/compare-exchanges.ts';
import type { SitePages } from './capture-site/all-topics.ts';
import { checkWacz } from './checkers/check-wacz.ts';
import { startReplay, type Replay } from './checkers/replay-in-wabac.ts';
import { call } from './support/calls.ts';
import { startPlainBrowser, type PlainBrowser } from './support/plain-browser.ts';
import { lookThrough, type Seen } from './support/seen-page.ts';
import { testKeyHash } from './support/test-site.ts';

let capturing: Capturing;
let browser: PlainBrowser;
let replay: Replay;

test.beforeAll(async () => {
  const trusting = [`--ignore-certificate-errors-spki-list=${testKeyHash}`];
  [capturing, browser, replay] = await Promise.all([startCapturing(trusting), startPlainBrowser(trusting), startReplay()]);
});
test.afterAll(async () => {
  await Promise.all([capturing.close(), browser.close(), replay.close()]);
});

const pages: [name: keyof SitePages, secure?: 'TLS'][] = [
  ['article'],
  ['article', 'TLS'],
  ['pictures'],
  ['scriptBuilt'],
  ['lazy'],
  ['framed'],
  ['assets'],
  ['encoded'],
  ['zstd'],
  ['redirectChain'],
  ['redirectAcross'],
  ['redirectMeta'],
  ['redirectScript'],
  ['failing'],
  ['serviceWorker'],
  ['serviceWorker', 'TLS'],
  ['workers'],
  ['exchanges'],
  ['video'],
  ['arabic'],
  ['arabicOld'],
  ['arabicUndeclared'],
  ['tall'],
  ['veryTall'],
];
for (const [name, secure] of pages)
  test(`the archive of ${name}${secure ? ' over TLS' : ''} is what was sent, and replays as the page was`, async () => {
    const { site } = capturing;
    const url = secure ? site.secure(name) : site.pages[name].url;
    const before = site.requests.length;
    const { wacz } = await capturing.capture(url);
    const asked = site.requests.slice(before);
    const live = await lookLive(url);
    const checked = await checkWacz(wacz);
    expect.soft(checked.findings).toEqual([]);
    const archived = archivedExchanges([...checked.records.values()].flat());
    expect.soft(unlikeSent(asked, archived, site.origins)).toEqual([]);
    expect.soft(await unlikeAnswered(archived)).toEqual([]);
    for (const address of site.pages[name].asks.filter(() => !secure)) expect.soft(archived.map((one) => one.url)).toContain(address);
    const page = checked.pages.find((one) => 'ts' in one);
    const shown = await replay.show(wacz, String(page?.['url']), String(page?.['ts']));
    expect.soft(shown.escaped).toEqual([]);
    expect.soft(linesOf(shown)).toEqual(linesOf(live));
    expect.soft(shown.images).toBe(site.pages[name].images);
    expect.soft(live.images).toBe(site.pages[name].images);
    for (const words of site.pages[name].text) expect.soft(shown.text).toContain(words);
  });

async function lookLive(url: string): Promise<Seen> {
  const page = await browser.open();
  try {
    await page.goto(url).catch((error: unknown) => {
      // A page that moves on by itself interrupts its own loading.
      if (!String(error).includes('interrupted')) throw error;
    });
    return await lookThrough(page.mainFrame());
  } finally {
    await page.close();
  }
}

/** What is said at the same moment may stand in any order. */
function linesOf({ text }: Seen): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .sort();
}

test('everything captured verifies', async () => {
  const report = await call(capturing.running.page, 'verify.run', {});
  expect(report.findings).toEqual([]);
});
