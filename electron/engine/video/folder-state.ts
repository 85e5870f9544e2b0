import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const mostEntries = 10_000;

/** Bytes in a folder and below. What vanishes while it is being looked at counts nothing. */
export async function folderSize(folder: string): Promise<number> {
  let total = 0;
  let seen = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const entry of await readdir(next, { withFileTypes: true }).catch(() => [])) {
      const path = join(next, entry.name);
      if (++seen > mostEntries) return Infinity;
      if (entry.isDirectory()) waiting.push(path);
      else total += (await lstat(path).catch(() => null))?.size ?? 0;
    }
  return total;
}

/** Names, sizes, times and inodes of the files in a folder, to see afterwards that nobody touched them. */
export async function folderState(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const states = names.map(async (name) => {
    const { ino, size, mtimeMs, ctimeMs } = await lstat(join(folder, name));
    return [name, ino, size, mtimeMs, ctimeMs].join('\t');
  });
  return (await Promise.all(states)).join('\n');
}
