import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { seedBench } from './support/bench-case.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';
import { selectWords } from './support/select-words.ts';

let running: RunningApp;
let window: Page;
let folder: string;
let itemId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-web-bench-'));
  itemId = (await seedBench(join(folder, 'Bench.holdfast'), folder)).page;
  running = await launch();
  await openPage();
});

test.afterAll(async () => {
  expect(running.consoleErrors).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPage(): Promise<void> {
  window = running.page;
  await call(window, 'case.open', { folder: join(folder, 'Bench.holdfast') });
  await window.reload();
  await window.keyboard.press('Control+1');
  await window.getByRole('row').filter({ hasText: 'Three graves in Raqqa' }).first().click();
  await window.getByRole('button', { name: 'Open in the reader' }).click();
  await frame();
}

/** The captured page, once our script runs in it. */
async function frame(): Promise<Frame> {
  await expect(async () => expect(snapshot()).toBeDefined()).toPass();
  const found = snapshot()!;
  await found.waitForFunction(() => document.adoptedStyleSheets.length > 0);
  return found;
}
/** Chooses a passage in the list beside the reader. */
async function goTo(words: string): Promise<void> {
  await window.getByRole('radio', { name: /^Passages \d/ }).click();
  await window.getByRole('listbox', { name: 'Passages of this source' }).getByRole('option').filter({ hasText: words }).click();
}
const snapshot = () => window.frames().find((one) => one.url().startsWith('holdfast-snapshot:'));
const show = (name: string) => window.getByRole('radio', { name, exact: true }).click();
/** To the top of the reading view, as a person goes there. */
async function toTop(): Promise<void> {
  await window.locator('.text-viewer').hover();
  // Rows above are measured as they come, which moves what is scrolled: as a person would, until the top is there.
  await expect(async () => {
    await window.mouse.wheel(0, -20_000);
    await window.waitForTimeout(100);
    expect(await window.locator('.text-viewer').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  }).toPass();
}
const passages = async () => (await call(window, 'passages.list', { itemId })).rows;

/** Runs in a page: the words drawn as passages, in the order of the page. */
const drawn = (target: Page | Frame) =>
  target.evaluate(() => {
    const ranges = ['holdfast-passage', 'holdfast-claimed', 'holdfast-active'].flatMap((name) => [
      ...(CSS.highlights.get(name) ?? []),
    ]) as Range[];
    const sorted = ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    return [...new Set(sorted.map(String))].join(' | ').replace(/\s+/g, ' ');
  });

async function mark(words: string, comment = ''): Promise<void> {
  await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill(comment);
  await window.keyboard.press('Control+Enter');
  await expect(async () => expect((await passages()).map(({ quote }) => quote)).toContain(words)).toPass();
  await expect(window.getByText('Stands at its place')).toBeVisible();
}

const hard = [
  'Copying this sentence is forbidden',
  'from three mass graves in the city',
  'Shouted words are kept',
  'Words inside a button',
  'نحو 1236 جثة',
  'Words out of a shadow tree',
  'Words that the page shows larger',
  'Paragraph 7 tells of the graves',
];

test('words are marked on the page wherever they stand, and show in the reading view', async () => {
  const page = await frame();
  for (const words of hard)
    await test.step(words, async () => {
      await selectWords(window, page, words);
      await mark(words);
    });
  // Words are scrolled to in the page; the window round it stays.
  expect(await window.evaluate(() => [scrollY, document.documentElement.scrollHeight === innerHeight])).toEqual([0, true]);
  // A page that lets nobody scroll is scrolled all the same.
  const before = await page.evaluate(() => scrollY);
  await window.mouse.move(600, 500);
  await window.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  const inPage = await drawn(page);
  for (const words of hard) expect(inPage).toContain(words);
  // What a page forbids does not hold: the highlight is seen over it.
  const colour = await page.evaluate(
    () => getComputedStyle(document.querySelector('.locked')!, '::highlight(holdfast-passage)').backgroundColor,
  );
  expect(colour).not.toBe('rgba(0, 0, 0, 0)');
  await picture(window, 'web-bench-page');
  await show('Reading');
  await expect(window.locator('.reading-line', { hasText: 'All rights reserved' })).toHaveCount(0);
  await toTop();
  for (const words of hard.slice(0, 3)) await expect.poll(() => drawn(window)).toContain(words);
  await expect(window.getByRole('heading', { name: 'What was found' })).toBeVisible();
  await expect(window.locator('.reading-row[data-head=true]')).toHaveText(/Site\s*Bodies/);
  await expect(window.locator('.reading-item').first()).toHaveAttribute('data-marker', '1.');
  await expect(window.locator('.reading-line[data-quoted=true]')).toHaveText('We counted every one of them twice.');
  await picture(window, 'web-bench-reading');
});

test('a passage made in the reading view shows on the page; overlapping ones offer a choice; keys step through', async () => {
  await toTop();
  await selectWords(window, window.mainFrame(), 'nearly 1,236 bodies', '.reading-sheet');
  await mark('nearly 1,236 bodies', 'the count');
  await show('As captured');
  const page = await frame();
  await expect.poll(() => drawn(page)).toContain('nearly 1,236 bodies');
  await selectWords(window, page, '1,236');
  await mark('1,236', 'the number alone');
  await page.locator('b').click();
  const choice = window.getByRole('group', { name: 'Which passage?' });
  await expect(choice.getByRole('button')).toHaveText([/^1,236the number alone/, /^nearly 1,236 bodiesthe count/]);
  await picture(window, 'web-bench-choice');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByLabel('Comment')).toHaveValue('the count');
  await window.keyboard.press('n');
  await expect(window.getByLabel('Comment')).toHaveValue('the number alone');
  await window.keyboard.press('Shift+N');
  await expect(window.getByLabel('Comment')).toHaveValue('the count');
});

test('words folded away are opened, words no style shows are told of, and the place is kept between the views', async () => {
  const folded = await call(window, 'passages.create', { itemId, quote: 'Words folded away in details.' });
  const hidden = await call(window, 'passages.create', { itemId, quote: 'Words that no style shows.' });
  await goTo(folded.quote);
  const page = await frame();
  await expect.poll(() => page.evaluate(() => document.querySelector('details')!.open)).toBe(true);
  await goTo(hidden.quote);
  await expect(window.getByText('its own style hides it')).toBeVisible();
  await window.getByRole('button', { name: 'Show it in Reading' }).click();
  await expect(window.locator('.reading-line', { hasText: hidden.quote })).toBeInViewport();

  await show('As captured');
  const again = await frame();
  await again.evaluate(() =>
    [...document.querySelectorAll('p')].find((one) => one.textContent.startsWith('Paragraph 45 '))!.scrollIntoView({ block: 'start' }),
  );
  await again.evaluate(() => scrollBy(0, -200));
  await expect.poll(() => again.evaluate(() => scrollY)).toBeGreaterThan(500);
  await window.waitForTimeout(300);
  await show('Reading');
  await expect(window.locator('.reading-line', { hasText: /^Paragraph 45 / })).toBeInViewport();
  await window.locator('.text-viewer').evaluate((element) => element.scrollBy(0, 900));
  await window.waitForTimeout(300);
  const seen = await window.evaluate(() => {
    const box = document.querySelector('.text-viewer')!.getBoundingClientRect();
    return document.elementFromPoint(box.left + box.width / 2, box.top + box.height * 0.25)?.closest('.reading-line')?.textContent ?? '';
  });
  expect(seen).toMatch(/^Paragraph (4|5)\d/);
  await show('As captured');
  const back = await frame();
  await expect
    .poll(() =>
      back.evaluate((words) => {
        const box = [...document.querySelectorAll('p')].find((one) => one.textContent === words)?.getBoundingClientRect();
        return box === undefined ? -1 : box.top / innerHeight;
      }, seen),
    )
    .toBeLessThan(0.6);
});

test('pictures of the page and its screenshot are marked by pointer and by keyboard', async () => {
  const page = await frame();
  const image = page.locator('img').first();
  await image.scrollIntoViewIfNeeded();
  await image.hover();
  const box = (await image.boundingBox())!;
  // The tools stand in a layer of their own over the picture's corner: the second of them draws.
  await window.mouse.move(box.x + 130, box.y + 22);
  await picture(window, 'web-bench-picture-tools');
  await window.mouse.click(box.x + 130, box.y + 22);
  // The picture is 300 by 225 CSS pixels within padding, border and the bars that object-fit leaves.
  const inner = { x: box.x + 15, y: box.y + 15 + 37.5, width: 300, height: 225 };
  await window.mouse.move(inner.x + inner.width / 2, inner.y);
  await window.mouse.down();
  await window.mouse.move(inner.x + inner.width * 0.8, inner.y + 60, { steps: 3 });
  await window.mouse.move(inner.x + inner.width, inner.y + inner.height / 2, { steps: 3 });
  await window.mouse.up();
  await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill('the green field');
  await window.keyboard.press('Control+Enter');
  await expect(window.locator('.area-crop img')).toBeVisible();
  const drawnArea = (await passages()).find(({ comment }) => comment === 'the green field')!;
  const css = drawnArea.selectors[0]!;
  expect(css.type === 'CssSelector' && css.value).toMatch(/figure:nth-of-type\(1\) > img:nth-of-type\(1\)$/);
  const [x, y, width, height] = /percent:([\d.,]+)/.exec(JSON.stringify(css))![1]!.split(',').map(Number);
  for (const [value, expected] of [[x, 50], [y, 0], [width, 50], [height, 50]] as const) expect(Math.abs(value! - expected)).toBeLessThan(1.5); // prettier-ignore
  await picture(window, 'web-bench-picture-area');

  // By keyboard: the first picture in view as a whole.
  await image.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await window.keyboard.press('Escape');
  await window.getByRole('radio', { name: /^Passages \d/ }).click();
  await window.keyboard.press('a');
  await window.keyboard.press('Shift+ArrowLeft');
  await window.keyboard.press('Enter');
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill('nearly all of it');
  await window.keyboard.press('Control+Enter');
  await expect.poll(async () => JSON.stringify(await passages())).toContain('percent:0,0,98,100');

  await show('Screenshot');
  const second = window.locator('.screenshot-part').nth(1);
  await second.scrollIntoViewIfNeeded();
  await window.keyboard.press('a');
  const part = (await second.boundingBox())!;
  await window.mouse.move(part.x + part.width * 0.1, part.y + part.height * 0.1);
  await window.mouse.down();
  await window.mouse.move(part.x + part.width * 0.5, part.y + part.height * 0.4, { steps: 4 });
  await window.mouse.up();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill('on the second part');
  await window.keyboard.press('Control+Enter');
  await expect(second.locator('.area-mark')).toBeVisible();
  await expect(window.locator('.area-crop img')).toBeVisible();
  await picture(window, 'web-bench-screenshot');
  const { files } = await call(window, 'items.get', { id: itemId });
  const onPart = (await passages()).find(({ comment }) => comment === 'on the second part')!;
  expect(files.find(({ id }) => id === onPart.fileId)?.name).toBe('screenshot-2.png');
});

test('all of it is back after a restart, dark, and the case verifies', async () => {
  const before = await passages();
  await running.quit();
  running = await launch({ userData: running.userData });
  await openPage();
  expect(await passages()).toEqual(before);
  const page = await frame();
  for (const words of [...hard, 'nearly 1,236 bodies']) await expect.poll(() => drawn(page)).toContain(words);
  await window.getByRole('button', { name: /passages$/ }).click();
  await goTo('on the second part');
  await expect(window.locator('.screenshot-part').nth(1).locator('.area-mark')).toBeInViewport();
  await goTo('the green field');
  await frame();
  await window.keyboard.press('d');
  await expect(window.locator('.area-crop img')).toBeVisible();
  await call(window, 'settings.set', { theme: 'dark' });
  await window.reload();
  expect((await call(window, 'verify.run', {})).findings).toEqual([]);
});
