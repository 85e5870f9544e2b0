import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { captureOptions } from '#shared/model/capture.ts';
import { takePrint, takeScreenshots, type Taking } from './take-artefacts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-take-'));
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

/** A page that tells its size and then, like one that is never drawn, answers nothing. */
function silentPage(signal: AbortSignal): Taking {
  const never = () => new Promise<never>(() => {});
  const layout = { cssContentSize: { width: 1280, height: 40_000 } };
  const send = ((method: string) => (method === 'Page.getLayoutMetrics' ? Promise.resolve(layout) : never())) as Taking['tools']['send'];
  const contents = { printToPDF: never } as unknown as Taking['contents'];
  return { contents, tools: { send, detach: () => undefined }, folder, options: captureOptions.parse({}), signal };
}

test('a page that is never drawn is taken without picture and print, in bounded time, and that is told', async () => {
  const gaps: Parameters<typeof takeScreenshots>[1] = [];
  const page = silentPage(new AbortController().signal);
  const taken = takeScreenshots(page, gaps).then(async (files) => [...files, ...(await takePrint(page, gaps))]);
  await vi.advanceTimersByTimeAsync(75_000);
  expect(await taken).toEqual([]);
  expect(gaps.map(({ reason }) => reason)).toEqual(['screenshot-not-taken', 'print-not-taken']);
  expect(await readdir(folder)).toEqual([]);
});

test('the end of the capture ends its print', async () => {
  const ended = new AbortController();
  const printing = takePrint(silentPage(ended.signal), []);
  ended.abort(new Error('over'));
  await expect(printing).rejects.toThrow('over');
});
