import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Locator, Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { call } from './support/calls.ts';
import { launch, root, type RunningApp } from './support/launch.ts';
import { writeOddPictures } from './support/odd-pictures.ts';
import { picture } from './support/pictures.ts';

type Names = keyof Awaited<ReturnType<typeof writeOddPictures>> | 'photo';

let running: RunningApp;
let window: Page;
let folder: string;
let ids: Record<Names, string>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-image-bench-'));
  running = await launch();
  window = running.page;
  const paths = { ...(await writeOddPictures(folder)), photo: join(root, 'sample', 'photo-april.jpg') };
  await call(window, 'case.create', { folder: join(folder, 'Pictures.holdfast'), title: 'Pictures' });
  const { outcomes } = await call(window, 'items.import', { paths: Object.values(paths) });
  const idOf = (path: string) => {
    const outcome = outcomes.find((one) => one.path === path);
    if (outcome === undefined || !('itemId' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.itemId;
  };
  ids = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, idOf(path)])) as Record<Names, string>;
  await window.reload();
});

test.afterAll(async () => {
  expect(running.consoleErrors).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(name: Names): Promise<void> {
  const { title } = await call(window, 'items.get', { id: ids[name] });
  await window.keyboard.press('Control+1');
  await window.getByRole('row').filter({ hasText: title }).first().click();
  await window.getByRole('button', { name: 'Open in the reader' }).click();
  await expect(window.getByRole('group', { name: title }).or(window.locator('.preview-offer'))).toBeVisible();
}

const frame = () => window.locator('.picture-frame');
const shownImage = () => frame().locator('img');
const press = async (keys: string) => {
  await window.locator('.picture-scroller').focus();
  await window.keyboard.press(keys);
};

/** Where a mark lies on the picture as it is shown, in percent. */
async function placeOn(mark: Locator): Promise<number[]> {
  const [box, outer] = [(await mark.boundingBox())!, (await frame().boundingBox())!];
  const share = (value: number, whole: number) => Math.round((value / whole) * 100);
  return [
    share(box.x - outer.x, outer.width),
    share(box.y - outer.y, outer.height),
    share(box.width, outer.width),
    share(box.height, outer.height),
  ];
}

test('an area follows zoom and rotation; tags stand beside the picture', async () => {
  await open('photo');
  await expect(window.getByText('These tags are claims, not proof')).toBeVisible();
  await expect(window.locator('.picture-tags', { hasText: 'Taken' }).first()).toContainText('+00:00');
  await window.getByText(/^All tags/).click();
  await window.getByRole('textbox', { name: 'Filter tags' }).fill('make');
  await expect(window.locator('details.picture-tags dt')).toHaveText(['exif Make']);
  await press('a');
  const box = (await frame().boundingBox())!;
  await window.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.2);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6, { steps: 4 });
  await window.mouse.up();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill('the grave');
  await window.keyboard.press('Control+Enter');
  await expect(window.locator('.area-crop img')).toBeVisible();
  const mark = window.locator('.area-mark');
  expect(await placeOn(mark)).toEqual([10, 20, 30, 40]);
  await picture(window, 'image-bench-area');
  await press('r');
  expect(await placeOn(mark)).toEqual([40, 10, 40, 30]);
  await press('1');
  await press('+');
  expect(await placeOn(mark)).toEqual([40, 10, 40, 30]);
  await picture(window, 'image-bench-turned');
  const before = (await frame().boundingBox())!.width;
  const scroller = (await window.locator('.picture-scroller').boundingBox())!;
  await window.mouse.move(scroller.x + scroller.width / 2, scroller.y + scroller.height / 2);
  await window.keyboard.down('Control');
  await window.mouse.wheel(0, 300);
  await window.keyboard.up('Control');
  await expect.poll(async () => (await frame().boundingBox())!.width).toBeLessThan(before * 0.8);
  await press('Shift+R');
  await press('0');
  expect(await placeOn(mark)).toEqual([10, 20, 30, 40]);
  // Keyboard alone: a box in the middle, moved, kept.
  await press('a');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('toolbar', { name: 'With the selected words' })).toBeVisible();
  await window.keyboard.press('Escape');
});

test('adjustments are seen with a sign, and kept as a file of the very pixels seen', async () => {
  await open('fields');
  await window.getByRole('button', { name: 'Adjust how it looks' }).click();
  await window.getByLabel('Contrast').focus();
  for (let times = 0; times < 30; times++) await window.keyboard.press('ArrowRight');
  await window.getByLabel('Gamma').focus();
  for (let times = 0; times < 6; times++) await window.keyboard.press('ArrowRight');
  await window.getByText('Without colour').click();
  await window.getByText('Inverted').click();
  const sign = window.getByText('Adjusted view. The kept picture looks different.');
  await expect(sign).toBeVisible();
  await press('1');
  await picture(window, 'image-bench-adjusted');
  const seen = await loadImage(await shownImage().screenshot());
  await window.getByRole('button', { name: 'Keep as a file' }).click();
  await expect(window.getByText('Kept beside the original')).toBeVisible();
  const { files } = await call(window, 'items.get', { id: ids.fields });
  const kept = files.find(({ role }) => role === 'adjusted')!;
  expect(kept.toolParameters).toMatchObject({ contrast: 30, gamma: 1.23, greyscale: true, invert: true, brightness: 0 });
  const bytes = await window.evaluate(
    async (sha256) => [...new Uint8Array(await (await fetch(`holdfast-blob://blob/${sha256}?type=image%2Fpng`)).arrayBuffer())],
    kept.sha256,
  );
  const difference = largestDifference(seen, await loadImage(Buffer.from(bytes)));
  expect(difference).toBeLessThanOrEqual(2);
  await window
    .locator('.picture-versions')
    .getByRole('button', { name: /fields\.adjusted/ })
    .click();
  await expect(window.getByText('An adjusted copy, made from the original.')).toBeVisible();
  await window.getByRole('button', { name: 'Show the original' }).click();
  await expect(sign).toHaveCount(0);
});

type Loaded = Awaited<ReturnType<typeof loadImage>>;
function largestDifference(one: Loaded, other: Loaded): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const [a, b] = [one, other].map((image) => {
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.getContext('2d').getImageData(0, 0, image.width, image.height).data;
  }) as [Uint8ClampedArray, Uint8ClampedArray];
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0);
}

test('odd pictures open, or say why not and what still works', async () => {
  const told: [Names, string | null][] = [
    ['cut', 'The file is damaged or cut off.'],
    ['lying', 'Its name ends in .jpg, but by its bytes it is image/png.'],
    ['moving', 'It moves: 5 frames.'],
    ['deep', null],
    ['print', null],
    ['drawing', 'A drawing (SVG)'],
  ];
  for (const [name, notice] of told)
    await test.step(name, async () => {
      await open(name);
      await expect.poll(() => shownImage().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(7);
      if (notice !== null) await expect(window.getByText(notice)).toBeVisible();
    });
  expect(await window.evaluate(() => 'ran' in globalThis)).toBe(false);
  for (const name of ['scan', 'huge'] as const)
    await test.step(name, async () => {
      await open(name);
      if (name === 'huge') await picture(window, 'image-bench-offer');
      await window.getByRole('button', { name: 'Make a picture to look at' }).click();
      await expect(window.getByText('You see a smaller or converted picture')).toBeVisible({ timeout: 30_000 });
    });
  await expect
    .poll(() => shownImage().evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([5000, 1250]);
  await press('a');
  const box = (await frame().boundingBox())!;
  await window.mouse.move(box.x + box.width * 0.25, box.y);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width * 0.5, box.y + box.height, { steps: 4 });
  await window.mouse.up();
  await window.keyboard.press('p');
  await window.keyboard.press('Control+Enter');
  await expect(window.locator('.area-mark')).toBeVisible();
  await picture(window, 'image-bench-huge');
  const [area] = (await call(window, 'passages.list', { itemId: ids.huge })).rows;
  expect(area?.fileId).toBeNull();
  await open('phone');
  await window.getByRole('button', { name: 'Make a picture to look at' }).click();
  await expect(window.getByText(/No picture could be made from phone\.heic/)).toBeVisible({ timeout: 20_000 });
  await picture(window, 'image-bench-heic');
});

test('graphic pictures stay veiled, and all of it is back after a restart', async () => {
  await call(window, 'items.describe', { id: ids.photo, given: { graphic: true } });
  await open('photo');
  await expect(window.locator('.veiled[data-veiled=true] .picture')).toBeAttached();
  await expect(window.getByText('Marked as graphic')).toBeVisible();
  const before = (await call(window, 'passages.list', {})).rows;
  await running.quit();
  running = await launch({ userData: running.userData });
  window = running.page;
  await call(window, 'case.open', { folder: join(folder, 'Pictures.holdfast') });
  await window.reload();
  expect((await call(window, 'passages.list', {})).rows).toEqual(before);
  await open('photo');
  await window.getByRole('button', { name: 'Show it' }).first().click();
  await expect.poll(() => placeOn(window.locator('.area-mark'))).toEqual([10, 20, 30, 40]);
  expect((await call(window, 'verify.run', {})).findings).toEqual([]);
});
