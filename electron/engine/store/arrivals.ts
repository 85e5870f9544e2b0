/**
 * Blobs on their way in. Between the moment a blob has its name and the moment rows explain it, a mark lies in a folder
 * of its own, so that after a crash the next opening finds what was left without looking at every blob.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Place = { readonly arriving: string };

/**
 * True when the mark is this arrival's own; another capture may be keeping the same bytes. Not synced: on a journalling
 * file system a name made earlier is never lost while a later one stays.
 */
export async function markArriving(store: Place, sha256: string): Promise<boolean> {
  await mkdir(store.arriving, { recursive: true });
  try {
    await writeFile(join(store.arriving, sha256), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

export async function markArrived(store: Place, digests: string[]): Promise<void> {
  for (const sha256 of digests) await rm(join(store.arriving, sha256), { force: true });
}

/** SHA-256 of the blobs whose arrival was marked and never ended. */
export async function listArriving(store: Place): Promise<string[]> {
  const names = await readdir(store.arriving).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
}
