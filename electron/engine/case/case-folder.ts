/** Names inside a case folder, and what its README tells a stranger. */
import { access, constants, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { makeFolderSynced, syncFolder, writeFileSynced } from '../store/sync-folder.ts';

export const DATABASE = 'case.sqlite';

/**
 * An empty or new folder becomes a case folder; anything else is refused so that nothing of the person's is mixed in.
 * Returns what takes it away again should the rest of the creation fail.
 */
export async function makeCaseFolder(folder: string, title: string): Promise<() => Promise<void>> {
  const made = await mkdir(folder, { recursive: true });
  const inside = await readdir(folder);
  if (inside.includes(DATABASE)) throw new HoldfastError('case-exists', { folder });
  if (inside.length > 0) throw new HoldfastError('not-a-case', { folder, reason: 'not-empty' });
  const undo = async () => {
    for (const name of made === undefined ? await readdir(folder) : []) await rm(join(folder, name), { recursive: true, force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
  };
  try {
    await makeFolderSynced(join(folder, 'blobs'));
    await writeFileSynced(join(folder, 'README.txt'), caseReadme(title));
    await syncFolder(folder);
    if (made !== undefined) await syncFolder(dirname(made));
    return undo;
  } catch (error) {
    await undo();
    throw error;
  }
}

/** True when this process may create files in the folder. */
export async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    const probe = join(folder, `.probe-${process.pid}`);
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

export function caseReadme(title: string): string {
  return `${title}

This folder is a Holdfast case. Keep it whole: copy or move the folder, never single files in it.

case.sqlite   sources, passages, claims and the journal (SQLite 3)
blobs/        every kept file, unchanged, named by the SHA-256 of its bytes
backups/      copies of case.sqlite made before Holdfast changed its layout, if any
writer.lock   tells a second Holdfast that this case is in use

Checking without Holdfast. Each file in blobs/ must hash to its own name. In a shell, in this folder:

    find blobs -type f | while read -r f; do
      [ "$(sha256sum < "$f" | cut -c1-64)" = "$(basename "$f")" ] || echo "CHANGED: $f"
    done

No line printed means that every kept file still has the bytes it had when it was kept.
It does not prove that a site served those bytes to everyone, nor when an event happened.
`;
}
