import { createReadStream, type Dirent } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LostBlob } from '#shared/model/backup.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { BlobStore } from '../store/blob-store.ts';

export type SalvagedBlobs = {
  kept: Map<string, number>;
  bad: Map<string, Exclude<LostBlob['problem'], 'missing'>>;
};

/** Where files go whose bytes no longer hash to their name: for a person to look at, never as evidence. */
export const ALTERED = 'altered';

/** Copies every file under `blobs/` that still hashes to its name; the others go to `altered/`, under the name they had. */
export async function salvageBlobs(
  from: string,
  store: BlobStore,
  folder: string,
  { signal, progress }: JobHandle,
): Promise<SalvagedBlobs> {
  const found: SalvagedBlobs = { kept: new Map(), bad: new Map() };
  let done = 0;
  const onBytes = (bytes: number) => progress({ done: (done += bytes) });
  for (const shard of await list(join(from, 'blobs'))) {
    for (const { name } of shard.isDirectory() ? await list(join(from, 'blobs', shard.name)) : []) {
      signal.throwIfAborted();
      if (/^[0-9a-f]{64}$/.test(name))
        await takeOne(join(from, 'blobs', shard.name, name), name, { store, folder, found, signal, onBytes });
    }
  }
  await rm(store.arriving, { recursive: true, force: true });
  return found;
}

type Work = { store: BlobStore; folder: string; found: SalvagedBlobs; signal: AbortSignal; onBytes: (bytes: number) => void };

async function takeOne(path: string, name: string, { store, folder, found, signal, onBytes }: Work): Promise<void> {
  const source = createReadStream(path);
  source.on('error', () => {}); // Told by whoever reads it; it may fail before anybody does.
  const staged = await store.receive(source, { signal, onBytes }).catch((error: unknown) => {
    if (['EIO', 'EACCES', 'EISDIR', 'ENOENT', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  });
  if (staged?.sha256 === name) {
    await store.settle(staged);
    found.kept.set(name, staged.size);
    return;
  }
  found.bad.set(name, staged === null ? 'unreadable' : 'altered');
  if (staged === null) return;
  await mkdir(join(folder, ALTERED), { recursive: true });
  await rename(staged.path, join(folder, ALTERED, name));
}

/** A folder that cannot be read holds nothing that could be saved. */
async function list(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
