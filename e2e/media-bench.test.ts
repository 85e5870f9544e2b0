import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { makeFrames, makeMedia, numberOf } from '#engine/testing/make-media.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { picture } from './support/pictures.ts';

/** Videos whose every picture says which it is, one for each trouble. */
async function makeVideos(folder: string) {
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=330:duration=4'];
  const x264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '10', '-bf', '2', '-c:a', 'aac'];
  const uneven = ['-fps_mode', 'vfr', '-video_track_timescale', '90000'];
  const filter = "select='lt(n,20)+not(mod(n,3))'";
  const flat = await makeFrames(folder, 'flat.mp4', { extra: x264 });
  return {
    uneven: await makeFrames(folder, 'uneven.mp4', { filter, input: sound, extra: [...x264, ...uneven] }),
    turned: await makeMedia(folder, 'turned.mp4', {
      picture: false,
      sound: false,
      extra: ['-i', flat, '-c', 'copy', '-metadata:s:v:0', 'rotate=90'],
    }),
    old: await makeFrames(folder, 'old.mpg', {
      input: sound,
      extra: ['-c:v', 'mpeg2video', '-qscale:v', '2', '-bf', '2', '-s', '320x240', '-c:a', 'mp2'],
    }),
    live: await makeFrames(folder, 'live.webm', { extra: ['-c:v', 'libvpx', '-deadline', 'realtime', '-live', '1'] }),
    voice: await makeMedia(folder, 'voice.mp3', { picture: false }),
  };
}
type Videos = Record<keyof Awaited<ReturnType<typeof makeVideos>>, string>;

let running: RunningApp;
let window: Page;
let folder: string;
let ids: Videos;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'));
  running = await launch();
  window = running.page;
  const videos = await makeVideos(folder);
  await call(window, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  const { outcomes } = await call(window, 'items.import', { paths: Object.values(videos) });
  ids = Object.fromEntries(
    Object.entries(videos).map(([kind, path]) => {
      const outcome = outcomes.find((one) => one.path === path);
      if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
      return [kind, outcome.itemId];
    }),
  ) as Videos;
  await window.reload();
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(itemId: string): Promise<void> {
  const { title } = await call(window, 'items.get', { id: itemId });
  await window.keyboard.press('Control+1');
  await window.getByRole('row').filter({ hasText: title }).first().click();
  await window.getByRole('button', { name: 'Open in the reader' }).click();
}

/** The number the picture on screen says, read from a photograph of the window. */
async function onScreen(isTurned = false): Promise<number> {
  const photo = await loadImage(await window.locator('.media-screen').screenshot());
  const size = await window.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth / video.videoHeight);
  return numberIn(photo, size, isTurned);
}
async function inStill(sha256: string, isTurned = false): Promise<number> {
  const { path } = await call(window, 'blobs.locate', { sha256 });
  const image = await loadImage(await readFile(path));
  return numberIn(image, image.width / image.height, isTurned);
}
function numberIn(image: Awaited<ReturnType<typeof loadImage>>, ratio: number, isTurned: boolean): number {
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const width = Math.min(image.width, image.height * ratio);
  const height = width / ratio;
  const grey = (across: number) => {
    const [x, y] = isTurned ? [0.3, across] : [across, 0.3];
    return pen.getImageData((image.width - width) / 2 + width * x, (image.height - height) / 2 + height * y, 1, 1).data[0]!;
  };
  return numberOf(grey(0.25), grey(0.75));
}

const clock = () => window.locator('.media-clock strong').innerText();
const stills = async (itemId: string) => (await call(window, 'items.get', { id: itemId })).files.filter(({ role }) => role === 'still');

test('frames are stepped one by one in an uneven rhythm, and a still is the frame on the screen', async () => {
  await open(ids.uneven);
  await expect(window.locator('.media-clock')).toContainText('frame 0');
  // As fast as keys come: none is lost.
  for (let press = 0; press < 16; press += 1) await window.keyboard.press('.');
  // Up to the twentieth every 40 milliseconds, then every third: 21, 24, 27 …
  const rhythm = [
    ['00:00:00.680', 17], ['00:00:00.720', 18], ['00:00:00.760', 19], ['00:00:00.840', 21],
    ['00:00:00.960', 24], ['00:00:01.080', 27], ['00:00:01.200', 30], ['00:00:01.320', 33],
  ] as const; // prettier-ignore
  for (const [index, [time, number]] of rhythm.entries()) {
    await window.keyboard.press('.');
    await expect(window.locator('.media-clock')).toContainText(`frame ${17 + index}`);
    expect(await clock()).toBe(time);
    await expect.poll(() => onScreen()).toBe(number);
  }
  await window.keyboard.press(',');
  await expect(window.locator('.media-clock')).toContainText('frame 23');
  await window.keyboard.press('s');
  await expect.poll(async () => (await stills(ids.uneven)).length).toBe(1);
  const [still] = await stills(ids.uneven);
  await expect.poll(() => onScreen()).toBe(30);
  expect(await inStill(still!.sha256)).toBe(30);
  expect(still!.toolParameters).toMatchObject({ timeCode: '00:00:01.200', pts: 108000, timeBase: '1/90000', frameNumber: 23 });
  await expect(window.getByRole('img', { name: 'Still at 00:00:01.200' })).toBeVisible();
});

test('a range is set and nudged by frames, looped, and kept; so is a box drawn on the frame', async () => {
  await window.keyboard.press('[');
  for (let press = 0; press < 3; press += 1) await window.keyboard.press('.');
  await expect.poll(clock).toBe('00:00:01.560');
  await window.keyboard.press(']');
  await expect(window.locator('.media-range')).toHaveText('00:00:01.200 – 00:00:01.680');
  await window.keyboard.press('Shift+BracketLeft');
  await window.keyboard.press('Shift+BracketRight');
  await expect(window.locator('.media-range')).toHaveText('00:00:01.080 – 00:00:01.800');
  await window.keyboard.press('r');
  const times = await window.locator('video').evaluate(async (video: HTMLVideoElement) => {
    const seen: number[] = [];
    for (const end = performance.now() + 2000; performance.now() < end;) {
      seen.push(video.currentTime);
      await new Promise(requestAnimationFrame);
    }
    return seen;
  });
  expect(times.filter((time, index) => index > 0 && time < times[index - 1]! - 0.3).length).toBeGreaterThan(0);
  expect(Math.max(...times)).toBeLessThan(1.9);
  await window.keyboard.press('r');
  await window.keyboard.press('k');
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill('the second blast');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('button', { name: 'Passage from 0:01.080 to 0:01.800' })).toBeVisible();

  await window.getByRole('slider', { name: 'Position' }).focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('.');
  await expect(window.locator('.media-clock')).toContainText('frame 1');
  await window.keyboard.press('a');
  const sheet = window.getByRole('application');
  const { x, y, width, height } = (await sheet.boundingBox())!;
  await window.mouse.move(x + width * 0.25, y + height * 0.5);
  await window.mouse.down();
  await window.mouse.move(x + width * 0.5, y + height * 0.75, { steps: 3 });
  await window.mouse.up();
  await window.keyboard.press('p');
  await window.getByLabel('Comment').fill('the plume');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('button', { name: /the plume/ }).first()).toBeVisible();
  const { rows } = await call(window, 'passages.list', { itemId: ids.uneven });
  expect(rows.map(({ from, to }) => [from, to])).toEqual([[0.04, 0.08], [1.08, 1.8]]); // prettier-ignore
  expect(rows[0]!.selectors[0]).toMatchObject({
    value: expect.stringMatching(/^t=0\.04,0\.08&xywh=percent:2[45][\d.]*,(49|50)[\d.]*,2[45][\d.]*,2[45]/),
  });
  await picture(window, 'bench-areas');
});

test('a turned video is marked upright; a recording without a length is as long as its packets say', async () => {
  await open(ids.turned);
  await expect(window.locator('.media-clock')).toContainText('frame 0');
  for (let press = 0; press < 20; press += 1) await window.keyboard.press('.');
  await expect(window.locator('.media-clock')).toContainText('frame 20');
  await window.keyboard.press('s');
  await expect.poll(async () => (await stills(ids.turned)).length).toBe(1);
  const [still] = await stills(ids.turned);
  await picture(window, 'bench-turned');
  // Frame 20 is 1 * 16 + 4; turned against the clock its second half comes first.
  await expect.poll(() => onScreen(true)).toBe(65);
  expect(await inStill(still!.sha256, true)).toBe(65);

  await open(ids.live);
  await expect(window.locator('.media-clock')).toContainText('00:00:04.0');
  await window.getByRole('slider', { name: 'Position' }).focus();
  await window.keyboard.press('ArrowRight');
  await expect(window.locator('.media-clock')).toContainText('frame 25');
  await expect.poll(() => onScreen()).toBe(25);
  await expect(window.getByText('No sound in this recording')).toBeVisible();
});

test('what cannot be played is played as a proxy that says so; stills are the frames of the original', async () => {
  await open(ids.old);
  await expect(window.getByText('This window cannot play mpeg2video')).toBeVisible();
  await picture(window, 'bench-cannot-play');
  await window.getByRole('button', { name: 'Make a copy that plays' }).click();
  await expect(window.getByText('Proxy shown; the original is untouched')).toBeVisible({ timeout: 20_000 });
  await expect(window.locator('.media-clock')).toContainText('00:00:00.540');
  for (let press = 0; press < 30; press += 1) await window.keyboard.press('.');
  await expect.poll(clock).toBe('00:00:01.740');
  await window.keyboard.press('s');
  await expect.poll(async () => (await stills(ids.old)).length).toBe(1);
  const [still] = await stills(ids.old);
  const { files } = await call(window, 'items.get', { id: ids.old });
  expect(still!.parentFileId).toBe(files.find(({ role }) => role === 'original')!.id);
  await expect.poll(() => onScreen()).toBe(30);
  expect(await inStill(still!.sha256)).toBe(30);
  await picture(window, 'bench-proxy');
  await open(ids.voice);
  await expect(window.locator('.media-clock')).toContainText('00:00:04.0');
  await picture(window, 'bench-voice');
});

test('after a restart the range and the box are back at their moment', async () => {
  await running.quit();
  running = await launch({ userData: running.userData });
  window = running.page;
  await call(window, 'case.open', { folder: join(folder, 'One.holdfast') });
  await window.reload();
  await open(ids.uneven);
  await expect(window.locator('.area-mark')).toHaveCount(0);
  await window.getByRole('button', { name: 'Passage from 0:00.040 to 0:00.080' }).click();
  await expect(window.locator('.area-mark')).toHaveCount(1);
  expect(await window.locator('.area-mark').evaluate((mark) => Number.parseFloat((mark as HTMLElement).style.left))).toBeCloseTo(25, 0);
  await window.keyboard.press('.');
  await expect(window.locator('.area-mark')).toHaveCount(0);
  await window.keyboard.press('Alt+ArrowDown');
  await expect.poll(clock).toBe('00:00:01.080');
  await expect(window.getByRole('img', { name: 'Still at 00:00:01.200' })).toBeVisible();
  await expect.poll(() => onScreen()).toBe(27);
  await expect(window.locator('.bench-wave path')).toHaveAttribute('d', /V/);
  await picture(window, 'bench');
  await call(window, 'settings.set', { theme: 'dark' });
  await window.reload();
  await open(ids.uneven);
  await expect(window.locator('.media-clock')).toContainText('frame 0');
  await expect(window.locator('.bench-wave path')).toHaveAttribute('d', /V/);
  await window.keyboard.press('z');
  await window.keyboard.press('z');
  await picture(window, 'bench-dark');
  expect((await call(window, 'verify.run', {})).findings).toEqual([]);
  expect(running.consoleErrors).toEqual([]);
});
