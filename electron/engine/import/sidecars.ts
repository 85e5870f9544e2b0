import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FoundFile } from './walk-paths.ts';

const sidecar = /\.(srt|vtt)$/i;
const MOST_BYTES = 16 * 1024 * 1024;

/** Subtitles come after everything else, so that the video they belong to can take them into its item. */
export function sidecarsLast(files: readonly FoundFile[]): FoundFile[] {
  const isLast = ({ name }: FoundFile) => sidecar.test(name);
  return [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
}

/** `film.srt` or `film.ar.vtt` belong to `film.mp4`; a bare one comes before those with a language. */
export function belongsTo(name: string, mediaName: string): boolean {
  const stem = mediaName.replace(/\.[^.]*$/u, '');
  if (stem === '' || !name.startsWith(stem)) return false;
  return /^(\.[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})?)?\.(srt|vtt)$/i.test(name.slice(stem.length));
}

/** Subtitle files beside a recording, whether they were named in the import or not. A folder that cannot be listed has none to offer. */
export async function findSidecars(media: FoundFile): Promise<FoundFile[]> {
  const folder = dirname(media.path);
  const all = await readdir(folder).catch(() => []);
  const names = all.filter((name) => belongsTo(name, media.name)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const found: FoundFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { size, isFile } = await describe(path);
    if (isFile && size > 0 && size <= MOST_BYTES)
      found.push({ path, name, relative: media.relative.slice(0, -media.name.length) + name, size });
  }
  return found;
}

/** Links are not followed: only what lies in this folder goes with the recording. */
async function describe(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await lstat(path);
  return { size: found.size, isFile: found.isFile() };
}
