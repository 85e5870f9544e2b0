import { z } from 'zod';
import { recentCase, type RecentCase } from '#shared/model/case.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const KEEP = 12;

/** Cases opened last, newest first. */
export function readRecentCases(path: string): RecentCase[] {
  return readJsonFile(path, z.array(recentCase)) ?? [];
}

export function rememberCase(path: string, opened: RecentCase): void {
  const others = readRecentCases(path).filter(({ folder }) => folder !== opened.folder);
  writeJsonFile(path, [opened, ...others].slice(0, KEEP));
}
