import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { makeMedia } from '#engine/testing/make-media.ts';
import { startVideoSite, vtt, type VideoSite } from '#engine/testing/video-site.ts';
import { gapWords } from '#shared/import-words.ts';
import type { Item } from '#shared/model/items.ts';
import { call } from './support/calls.ts';
import { launch, type RunningApp } from './support/launch.ts';

let running: RunningApp;
let site: VideoSite;
let folder: string;
let clip: Buffer;
const caseFolder = () => join(folder, 'Video.holdfast');

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-video-'));
  const path = await makeMedia(folder, 'clip.mp4', { extra: ['-pix_fmt', 'yuv420p'] });
  clip = await readFile(path);
  site = await startVideoSite(path);
  running = await launch();
  await call(running.page, 'case.create', { folder: caseFolder(), title: 'Video' });
});
test.afterAll(async () => {
  await running.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});
test.afterEach(async () => {
  expect(await readdir(join(caseFolder(), 'staging')).catch(() => [])).toEqual([]);
});

async function capture(path: string, options: { video?: boolean } = {}, { page } = running): Promise<Item> {
  const { itemId } = await call(page, 'capture.run', { url: site.url + path, options: { timeLimitMs: 30_000, ...options } });
  return call(page, 'items.get', { id: itemId });
}

async function bytesOf(item: Item, role: string): Promise<Buffer> {
  const file = item.files.find((one) => one.role === role);
  const { path } = await call(running.page, 'blobs.locate', { sha256: file?.sha256 ?? '' });
  return readFile(path);
}

test('the video of a page is kept in its item, with info, subtitles and what fetched it', async () => {
  const item = await capture('/watch');
  expect(item).toMatchObject({ type: 'web', title: 'Graves', gaps: [], completeness: 'whole' });
  expect(await bytesOf(item, 'video')).toEqual(clip);
  expect((await bytesOf(item, 'subtitles')).toString()).toBe(vtt);
  const record = JSON.parse((await bytesOf(item, 'provenance')).toString()) as { files: { role: string; parameters: object }[] };
  expect(record.files.find((file) => file.role === 'video')?.parameters).toMatchObject({
    tool: 'yt-dlp',
    version: expect.stringMatching(/^\d{4}\./),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(record.files.find((file) => file.role === 'info')?.parameters).toMatchObject({
    removedKeys: ['formats[].http_headers', 'http_headers'],
  });
});

test('a page without a video is not asked twice, and nothing is said of one', async () => {
  const before = site.asked.length;
  const item = await capture('/words');
  expect(item.gaps).toEqual([]);
  expect(item.files.map((file) => file.role)).not.toContain('video');
  expect(site.asked.slice(before).filter((path) => path === '/words')).toHaveLength(1);
});

test('a capture without that option leaves the video where it is', async () => {
  const item = await capture('/watch', { video: false });
  expect(item.gaps.map(({ reason }) => reason)).toEqual(['resources-not-in-snapshot']);
  expect(item.files.map((file) => file.role)).not.toContain('video');
});

test('a video that cannot be had is a gap in words, and the page is kept', async () => {
  const item = await capture('/promised');
  expect(item).toMatchObject({ completeness: 'partial', gaps: [{ reason: 'video-not-fetched', facts: { cause: 'failed' } }] });
  expect(gapWords(item.gaps[0]!)).toMatch(/^The video of the page was not fetched: .+ capture the page again\.$/);
});

test('cancelling a capture ends the helper; cancelling the video alone keeps the page', async () => {
  const { page } = running;
  const start = async (jobId: string) => {
    const capturing = call(page, 'capture.run', { url: `${site.url}/slow`, jobId });
    capturing.catch(() => undefined);
    const videoJob = async () => (await call(page, 'jobs.list', {})).find((job) => job.kind === 'video' && job.state === 'running')?.id;
    await expect.poll(videoJob, { timeout: 30_000 }).toBeTruthy();
    return { capturing, videoJob: (await videoJob()) ?? '' };
  };
  const before = await call(page, 'case.info', {});
  const all = await start('all');
  await call(page, 'jobs.cancel', { jobId: 'all' });
  await expect(all.capturing).rejects.toMatchObject({ code: 'cancelled' });
  await expect.poll(async () => (await call(page, 'jobs.list', {})).find((job) => job.id === all.videoJob)?.state).toBe('cancelled');
  expect((await call(page, 'case.info', {}))?.journal).toEqual(before?.journal);
  const alone = await start('alone');
  await call(page, 'jobs.cancel', { jobId: alone.videoJob });
  const item = await call(page, 'items.get', await alone.capturing.then(({ itemId }) => ({ id: itemId })));
  expect(item.gaps).toContainEqual({ reason: 'video-not-fetched', facts: { cause: 'cancelled' } });
});

test('the reader shows the video with its subtitles', async () => {
  const { page } = running;
  await page.reload();
  await page.getByRole('row').filter({ hasText: 'Graves' }).last().click();
  await page.getByRole('button', { name: 'Open in the reader' }).click();
  await page.getByRole('radio', { name: 'Video' }).click();
  const video = page.getByLabel('Video of Graves');
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => [element.readyState > 0, element.error])).toEqual([true, null]);
  const line = page.getByText('Nearly 1,236 bodies — استُخرجت');
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: /Play from/ }).click();
  expect(await video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBe(0.5);
  await expect(page.getByRole('button', { name: 'In', exact: true })).toHaveCount(0);
});

test('the settings say which yt-dlp is used', async () => {
  const { page } = running;
  const { version, path } = (await call(page, 'video.helper', {})) as { version: string; path: string };
  await page.getByRole('button', { name: 'Video', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  const section = page.getByRole('region', { name: 'Fetching videos' });
  await expect(section).toContainText(version);
  await expect(section).toContainText(path);
});

test('everything kept with a video verifies', async () => {
  expect((await call(running.page, 'verify.run', {})).findings).toEqual([]);
});

test('a missing yt-dlp is told with the way to add it, and the one chosen in the settings is used', async () => {
  test.skip(process.env['HOLDFAST_SOAK'] !== '1', 'much like the tests beside it, and slow; npm run soak does');
  const without = await launch({ env: { HOLDFAST_YTDLP: '/nowhere/yt-dlp' } });
  try {
    const { page, app } = without;
    await call(page, 'case.create', { folder: join(folder, 'Without.holdfast'), title: 'Without' });
    expect(await call(page, 'video.helper', {})).toEqual({ state: 'missing', path: '/nowhere/yt-dlp', command: 'apt install yt-dlp' });
    const item = await capture('/watch', {}, without);
    expect(item.gaps).toContainEqual({ reason: 'video-helper-missing', facts: { command: 'apt install yt-dlp' } });
    expect((await capture('/words', {}, without)).gaps).toEqual([]);
    const chosen = join(folder, 'my-yt-dlp');
    await writeFile(chosen, '#!/bin/sh\nexec /usr/bin/yt-dlp "$@"\n');
    await chmod(chosen, 0o755);
    await app.evaluate(
      ({ dialog }, path) => void (dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })),
      chosen,
    );
    expect(await call(page, 'helpers.choose', {})).toEqual({ path: chosen });
    expect(await call(page, 'settings.get', {})).toMatchObject({ ytDlp: chosen });
    expect(await call(page, 'video.helper', {})).toMatchObject({ state: 'ready', origin: 'chosen', path: chosen });
    expect((await capture('/watch', {}, without)).files.map((file) => file.role)).toContain('video');
    await call(page, 'helpers.forget', {});
    expect(await call(page, 'video.helper', {})).toMatchObject({ state: 'missing' });
  } finally {
    await without.close();
  }
});
