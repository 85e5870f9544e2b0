import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readRecentCases, rememberCase } from './recent-cases.ts';

const opened = (folder: string) => ({ folder, title: folder, openedAt: '2026-01-02T03:04:05.678Z' });

it('keeps the newest first, each folder once, and survives a damaged file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-recent-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'deep', 'recent.json');
  expect(readRecentCases(path)).toEqual([]);
  for (const name of ['/a', '/b', '/a']) rememberCase(path, opened(name));
  expect(readRecentCases(path).map((each) => each.folder)).toEqual(['/a', '/b']);
  for (let index = 0; index < 20; index += 1) rememberCase(path, opened(`/case-${index}`));
  expect(readRecentCases(path)).toHaveLength(12);
  await writeFile(path, '{');
  expect(readRecentCases(path)).toEqual([]);
});
