/**
 * What it takes for a file to outlive a power cut: its bytes synced, then the folder that names it, then the folder that
 * names that one. A rename is only as durable as the folder it happened in (fsync(2), rename(2)).
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Windows cannot sync folders and does not need it: NTFS journals names itself. */
const foldersSync = process.platform !== 'win32';

/** Some network and FUSE file systems answer so; there nothing better can be had. */
const CANNOT = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR']);

/** Makes the names inside `folder` durable. */
export async function syncFolder(folder: string): Promise<void> {
  if (!foldersSync) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!CANNOT.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Makes a folder, and those above it that are missing, all of them durable. True when it was not there. */
export async function makeFolderSynced(folder: string): Promise<boolean> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return false;
  for (let made = resolve(folder); ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === resolve(first) || made === dirname(made)) return true;
  }
}

/**
 * A new file with these bytes, synced; its name is durable once its folder is. Fails when the name is taken, and leaves
 * nothing when it fails.
 */
export async function writeFileSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Gives what lies at `from`, synced before, its name, and makes that durable. */
export async function renameSynced(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}

/** Every folder from the deepest up to `root`; the files in them are synced already. */
export async function syncFoldersUnder(root: string): Promise<void> {
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFoldersUnder(join(root, entry.name));
  }
  await syncFolder(root);
}

/** A file that another writer (SQLite) made, and its name. Blocks; for where nothing can wait. */
export function syncFileNow(path: string): void {
  const sync = (at: string, flags: string) => {
    const file = openSync(at, flags);
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  };
  sync(path, 'r+');
  if (foldersSync) sync(dirname(path), 'r');
}
