/** For tests: a folder held in memory, so that many tests may each spoil a copy of it. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Paths from the top, with their bytes. */
export type BagFiles = [string, Buffer][];

export async function readFiles(folder: string): Promise<BagFiles> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    entries.map(async (entry): Promise<[string, Buffer]> => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), await readFile(path)];
    }),
  );
}

export async function writeFiles(folder: string, files: BagFiles): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
