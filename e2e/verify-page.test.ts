import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { partTamperings, tamperings, type Tampering } from '#engine/testing/tamper-case-file.ts';
import { picture } from './support/pictures.ts';
import { startPlainBrowser, type PlainBrowser } from './support/plain-browser.ts';
import { hostileTitle, seedCaseFile } from './support/seed-case-file.ts';

let browser: PlainBrowser;
let page: Page;
let folder: string;
let made: Awaited<ReturnType<typeof seedCaseFile>>;
const complaints: string[] = [];
const requests: string[] = [];
let workers = 0;

/** The page lies in a case file on disk, and is opened from there by a browser that knows nothing of Holdfast. */
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-verify-page-'));
  [browser, made] = await Promise.all([startPlainBrowser(), seedCaseFile(folder)]);
  page = await browser.open();
  // Electron's own, about the empty page it starts with.
  page.on('console', (message) => /Electron Security Warning/.test(message.text()) || complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  page.on('worker', () => (workers += 1));
  await page.goto(pathToFileURL(join(made.whole, 'verify.html')).href);
});

test.afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function startAgain(): Promise<void> {
  const again = page.getByRole('button', { name: 'Check another' });
  if (await again.isVisible()) await again.click();
}

/** Chooses a case file and gives the verdict. */
async function check(path: string): Promise<string> {
  await startAgain();
  await page.getByLabel(path.endsWith('.zip') ? 'Zip of the case file' : 'Folder of the case file').setInputFiles(path);
  const verdict = page.locator('#verdict');
  await expect(verdict).toBeFocused();
  return (await verdict.textContent()) ?? '';
}

test('good case files hold, folder, zip and part; the page reaches for nothing and takes no words for markup', async () => {
  expect(await check(made.whole)).toBe('✓ Everything checked holds');
  await expect(page.getByText(hostileTitle, { exact: true })).toBeVisible();
  expect(await page.title()).toBe('Check this case file');
  await expect(page.getByRole('row', { name: /Signatures/ })).toContainText(/\d+ signatures \(Ed25519\) by 1 key.*holds/);
  await expect(page.getByRole('heading', { name: 'What this page cannot check' })).toBeVisible();
  const tagManifest = await page.locator('.values dd').first().innerText();
  await page.getByLabel(/A hash that the sender told/).fill(` ${tagManifest.toUpperCase()}\n`);
  await expect(page.getByText('The same: Tag manifest')).toBeVisible();
  await page.getByLabel(/A hash that the sender told/).fill('a'.repeat(64));
  await expect(page.getByText('It is none of the values')).toBeVisible();
  await picture(page, 'verify-page-holds');
  expect(await check(made.zip)).toBe('✓ Everything checked holds');
  expect(await check(made.part)).toBe('✓ Everything checked holds');
  await expect(page.getByText('This is a part of a case.')).toBeVisible();
  expect(workers).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(file|blob):/.test(url))).toEqual([]);
});

test('every tampering is found and named', async () => {
  const copy = async (from: string, { change }: Tampering, number: number) => {
    const out = join(folder, `tampered-${number}`);
    await cp(from, out, { recursive: true });
    await change(out);
    return out;
  };
  const all = [...tamperings.map((one) => ({ from: made.whole, one })), ...partTamperings.map((one) => ({ from: made.part, one }))];
  expect(all.length).toBeGreaterThan(10);
  for (const [number, { from, one }] of all.entries()) {
    expect(await check(await copy(from, one, number)), one.name).toMatch(/do(es)? not hold/);
    await expect(page.locator('#report'), one.name).toContainText(one.finds);
    if (/without the key/.test(one.name)) await picture(page, 'verify-page-findings');
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'verify-page-dark');
  expect(complaints).toEqual([]);
});

test('what is no case file is said so, by the keyboard alone a folder is asked for', async () => {
  await startAgain();
  await page.getByLabel('Zip of the case file').setInputFiles(join(made.whole, 'README.txt'));
  await expect(page.getByRole('alert')).toContainText('README.txt cannot be read as a zip');
  await picture(page, 'verify-page-choose-dark');
  await expect(page.getByRole('button', { name: 'Choose the folder…' })).toBeFocused();
  // The dialog itself is the system's and would stay open; that it is asked for is seen before it opens.
  await page.evaluate(() =>
    document.getElementById('folder')?.addEventListener('click', (event) => {
      event.preventDefault();
      document.body.dataset['asked'] = 'folder';
    }),
  );
  await page.keyboard.press('Enter');
  await expect(page.locator('body[data-asked=folder]')).toBeVisible();
});
