import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { arabicTitle, makeBook } from '#engine/testing/make-book.ts';
import { makePdf } from '#engine/testing/make-pdf.ts';
import { scriptedPdf, sizedPdf } from '#engine/testing/make-raw-pdf.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

const PASSWORD = 'kelp-47-holdfast';
let running: RunningApp;
let folder: string;
let ids: Record<'book' | 'locked' | 'scripted' | 'huge', string>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-case-'));
  const files = {
    book: await makeBook(),
    locked: await makePdf(['Under lock: nearly 1,236 bodies.', 'Second page.'], { userPassword: PASSWORD, title: 'locked' }),
    scripted: scriptedPdf('http://127.0.0.1:9/ran'),
    huge: sizedPdf(14_400),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, `${name}.pdf`), bytes);
  running = await launch();
  const { page } = running;
  await call(page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  const { outcomes } = await call(page, 'items.import', { paths: Object.keys(files).map((name) => join(folder, `${name}.pdf`)) });
  ids = Object.fromEntries(
    Object.keys(files).map((name, index) => {
      const outcome = outcomes[index];
      if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
      return [name, outcome.itemId];
    }),
  ) as typeof ids;
  await page.reload();
});

test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(page: Page, itemId: string): Promise<void> {
  const { title } = await call(page, 'items.get', { id: itemId });
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: title }).first().click();
  await page.getByRole('button', { name: 'Open in the reader' }).click();
}

const sheet = (page: Page, number: number) => page.locator(`.pdf-page[data-page="${number}"]`);
const pageField = (page: Page) => page.getByRole('textbox', { name: 'Page', exact: true });

/** A box as parts of the page it lies on, as seen on screen. */
async function placeOn(page: Page, number: number, selector: string) {
  return sheet(page, number).evaluate((element, inside) => {
    const outer = element.getBoundingClientRect();
    const inner = element.querySelector(inside)!.getBoundingClientRect();
    const part = (value: number) => Math.round(value * 100) / 100;
    return {
      x: part((inner.left - outer.left) / outer.width),
      y: part((inner.top - outer.top) / outer.height),
      width: part(inner.width / outer.width),
      height: part(inner.height / outer.height),
    };
  }, selector);
}

/** Where the words of passages are drawn, as parts of their page. */
async function drawnOn(page: Page, number: number) {
  return sheet(page, number).evaluate((element) => {
    const outer = element.getBoundingClientRect();
    const names = ['holdfast-passage', 'holdfast-active'];
    const ranges = names.flatMap((name) => [...(CSS.highlights.get(name) ?? [])]) as Range[];
    const range = ranges.find((one) => element.contains(one.startContainer));
    if (range === undefined) return null;
    const inner = range.getBoundingClientRect();
    return { x: (inner.left - outer.left) / outer.width, y: (inner.top - outer.top) / outer.height, wide: inner.width > inner.height };
  });
}

test('outline, thumbnails, page field, links and find go through the whole document, and pages far away are let go', async () => {
  const { page } = running;
  await open(page, ids.book);
  await expect(sheet(page, 1).locator('canvas')).toBeVisible();
  await page.keyboard.press('o');
  const tree = page.getByRole('tree', { name: 'Outline of the document' });
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await expect(tree.getByRole('treeitem', { name: arabicTitle })).toBeVisible();
  await tree.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem', { name: 'A part of the part' })).toBeVisible();
  await picture(page, 'pdf-outline');
  await page.keyboard.press('Enter');
  await expect(pageField(page)).toHaveValue('2');

  await page.getByRole('radio', { name: 'Pages' }).click();
  await page.keyboard.press('g');
  await expect(pageField(page)).toBeFocused();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Go to page 40' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('button', { name: 'Go to page 40' }).locator('canvas')).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in this source' }).fill('HEAD of pâge');
  await expect(page.getByText('1 of 60')).toBeVisible();
  await expect(page.getByRole('button', { name: /Go to page 1, .*1 found/ })).toBeAttached();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText('60 of 60')).toBeVisible();
  await expect(pageField(page)).toHaveValue('60');
  await picture(page, 'pdf-find');
  await page.getByRole('button', { name: 'Close; what was found stays selected' }).click();
  await page.keyboard.press('Escape');

  for (let number = 1; number <= 60; number += 5) {
    await page.keyboard.press('g');
    await expect(pageField(page)).toBeFocused();
    await page.keyboard.type(String(number));
    await page.keyboard.press('Enter');
    await expect(sheet(page, number)).toBeVisible();
  }
  expect(await page.locator('.pdf-page').count()).toBeLessThan(8);
  expect(await page.locator('.page-list canvas').count()).toBeLessThan(16);

  await page.keyboard.press('Control+Home');
  await page.getByRole('button', { name: 'Go to its place in the document' }).click();
  await expect(pageField(page)).toHaveValue('4');
  await page.keyboard.press('Control+Home');
  await page.getByRole('button', { name: /Leads out of the document/ }).click();
  await expect(page.getByRole('dialog')).toContainText('https://example.org/a/source?of=this');
  await page.keyboard.press('Escape');
  expect(page.url()).toContain('holdfast-app:');
});

test('a selection from page 3 to page 5 is one passage; an area drawn on a turned page is back after a restart at its place', async () => {
  let { page } = running;
  await page.keyboard.press('g');
  await expect(pageField(page)).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  const from = sheet(page, 3).locator('.pdf-text span', { hasText: 'Head of page 3' });
  await expect(from).toBeVisible();
  const start = (await from.boundingBox())!;
  await page.mouse.move(start.x + 1, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 80, start.y + start.height / 2, { steps: 3 });
  // The wheel goes on while the button is held, until page 3 is far away.
  for (let at = 0; at < 60 && !(await sheet(page, 5).locator('.pdf-text span', { hasText: 'Foot of page 5' }).isVisible()); at++) {
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(20);
  }
  const to = sheet(page, 5).locator('.pdf-text span', { hasText: 'Foot of page 5' });
  await to.scrollIntoViewIfNeeded();
  const end = (await to.boundingBox())!;
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
  await page.mouse.move(end.x + end.width - 1, end.y + end.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await page.keyboard.press('p');
  await page.getByLabel('Comment').fill('over three pages');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Stands at its place')).toBeVisible();
  const [long] = (await call(page, 'passages.list', { itemId: ids.book })).rows;
  expect(long?.quote.startsWith('Head of page 3')).toBe(true);
  expect(long?.quote).toContain('Head of page 4');
  expect(long?.quote).toMatch(/Foot of page 5\.?$/);

  await page.keyboard.press('g');
  await expect(pageField(page)).toBeFocused();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(sheet(page, 6).locator('canvas')).toBeVisible();
  await page.keyboard.press('9');
  await expect(pageField(page)).toHaveValue('6');
  await page.keyboard.press('r');
  await expect(pageField(page)).toHaveValue('6');
  await page.keyboard.press('a');
  const box = (await sheet(page, 6).boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.75, { steps: 4 });
  await page.mouse.up();
  await picture(page, 'pdf-area-drawn');
  await page.keyboard.press('p');
  await page.getByLabel('Comment').fill('the figure');
  await page.keyboard.press('Control+Enter');
  await expect(sheet(page, 6).getByRole('button', { name: 'Marked area: the figure' })).toBeVisible();
  const area = (await call(page, 'passages.list', { itemId: ids.book })).rows.find(({ kind }) => kind === 'area')!;
  expect(area).toMatchObject({ page: 6, comment: 'the figure' });
  // Turned clockwise by 90 degrees: what is right on screen is up on the page.
  const [x, y, width, height] = /xywh=percent:([\d.,]+)/.exec(JSON.stringify(area.selectors))![1]!.split(',').map(Number);
  for (const [found, meant] of [
    [x, 25],
    [y, 50],
    [width, 50],
    [height, 30],
  ])
    expect(Math.abs(found! - meant!)).toBeLessThan(1);

  await page.keyboard.press('a');
  await page.keyboard.press('ArrowDown');
  for (const key of ['ArrowRight', 'Shift+ArrowDown', 'Control+ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.keyboard.press('p');
  await page.getByLabel('Comment').fill('by keys');
  await page.keyboard.press('Control+Enter');
  await expect(sheet(page, 6).getByRole('button', { name: 'Marked area: by keys' })).toBeVisible();
  await picture(page, 'pdf-area-turned');

  await running.quit();
  running = await launch({ userData: running.userData });
  page = running.page;
  await call(page, 'case.open', { folder: join(folder, 'One.holdfast') });
  await page.reload();
  await open(page, ids.book);
  await page.getByRole('button', { name: '3 passages', exact: true }).click();
  await page.getByRole('option').filter({ hasText: 'the figure' }).click();
  const mark = sheet(page, 6).getByRole('button', { name: 'Marked area: the figure' });
  await expect(mark).toBeInViewport();
  await expect(mark).toHaveAttribute('aria-current', 'true');
  const name = '.area-mark[aria-label="Marked area: the figure"]';
  expect(await placeOn(page, 6, name)).toEqual({ x: 0.25, y: 0.5, width: 0.5, height: 0.3 });
  await picture(page, 'pdf-area-back');
  await page.keyboard.press('r');
  expect(await placeOn(page, 6, name)).toEqual({ x: 0.2, y: 0.25, width: 0.3, height: 0.5 });
  await page.keyboard.press('+');
  await expect(page.locator('.viewer-number')).toHaveText('75%');
  expect(await placeOn(page, 6, name)).toEqual({ x: 0.2, y: 0.25, width: 0.3, height: 0.5 });
  await page.keyboard.press('0');

  // The words turn with the page: what stood at the head on the left is at the head's side now.
  await page.keyboard.press('g');
  await expect(pageField(page)).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect.poll(() => drawnOn(page, 3)).toMatchObject({ wide: false });
  const turned = (await drawnOn(page, 3))!;
  await page.keyboard.press('Shift+R');
  await expect.poll(() => drawnOn(page, 3)).toMatchObject({ wide: true });
  const upright = (await drawnOn(page, 3))!;
  expect(Math.abs(turned.y - upright.x)).toBeLessThan(0.02);
  await picture(page, 'pdf-passage-back');
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
});

test('a locked PDF is kept and asks for its password, which is written nowhere; its words can be read and quoted', async () => {
  const { page } = running;
  await open(page, ids.locked);
  await expect(page.getByRole('heading', { name: 'This PDF is locked' })).toBeVisible();
  await picture(page, 'pdf-locked');
  await page.getByLabel('Password').fill('wrong-guess-91');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That password does not open it')).toBeVisible();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByText('Read its words too').click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(sheet(page, 1).locator('canvas')).toBeVisible();
  await expect(page.getByText('were read later, with a password')).toBeVisible();
  await expect(sheet(page, 1).locator('.pdf-text span').first()).toBeAttached();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in this source' }).fill('1,236 bodies');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.getByLabel('Comment').fill('from under lock');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Stands at its place')).toBeVisible();
  await picture(page, 'pdf-unlocked');
  expect((await call(page, 'passages.list', { itemId: ids.locked })).rows[0]).toMatchObject({
    quote: '1,236 bodies',
    textKind: 'unlocked',
  });
  expect((await call(page, 'verify.run', {})).findings).toEqual([]);
  for (const place of [join(folder, 'One.holdfast'), running.userData])
    for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
      for (const word of [PASSWORD, 'wrong-guess-91']) expect(bytes.includes(word), `${entry.name} holds the password`).toBe(false);
    }
});

test('files inside are listed and taken out when asked; scripts never run; a page too large to draw says so', async () => {
  const { page } = running;
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: 'A book' }).first().click();
  await page.getByRole('button', { name: /Take out victims\.csv/ }).click();
  await expect(page.getByText('Taken out as a file of this source').first()).toBeVisible();
  await picture(page, 'pdf-attachments');
  const { files } = await call(page, 'items.get', { id: ids.book });
  expect(files.find(({ role }) => role === 'attachment')).toMatchObject({ name: 'victims.csv', size: 20, tool: 'pdf.js' });
  await open(page, ids.scripted);
  await expect(sheet(page, 1).locator('canvas')).toBeVisible();
  expect(await page.evaluate(() => 'pdfScriptRan' in globalThis)).toBe(false);
  await open(page, ids.huge);
  await expect(sheet(page, 1).locator('canvas')).toBeVisible();
  await expect(page.getByText('too large to be drawn in full')).toBeHidden();
  for (let at = 0; at < 12; at++) await page.keyboard.press('+');
  await expect(page.getByText('too large to be drawn in full')).toBeVisible();
  await picture(page, 'pdf-huge');
  expect(running.consoleErrors).toEqual([]);
});
