import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, link, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { markArriving, markArrived } from './arrivals.ts';
import type { BlobStore, KeepOptions, KeptBlob } from './blob-store.ts';
import { makeFolderSynced, syncFolder } from './sync-folder.ts';

/** Bytes received whole, hashed and synced, not yet part of the store. */
export type StagedBlob = Omit<KeptBlob, 'alreadyKept'> & { path: string };

/** One pass over `source`: written to staging and hashed, synced, then given its name. Nothing is left behind on failure. */
export async function keepStream(store: BlobStore, source: Readable, options: KeepOptions): Promise<KeptBlob> {
  try {
    return await settleStaged(store, await receiveStream(store, source, options), options);
  } finally {
    source.destroy();
  }
}

/** The first half: bytes in staging, for whoever looks into a file before deciding to keep it. The caller settles or removes them. */
export async function receiveStream(store: BlobStore, source: AsyncIterable<Uint8Array>, options: KeepOptions): Promise<StagedBlob> {
  await mkdir(store.staging, { recursive: true });
  const path = join(store.staging, `${randomUUID()}.part`);
  try {
    return { ...(await copyAndHash(source, path, options)), path };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * The second half: `link` fails when the name is taken, which makes "already kept" a non-event and overwriting
 * impossible. The staged copy is gone afterwards, whatever happens.
 */
export async function settleStaged(store: BlobStore, staged: StagedBlob, options: KeepOptions = {}): Promise<KeptBlob> {
  const { path, ...digests } = staged;
  try {
    options.signal?.throwIfAborted();
    const target = store.pathOf(digests.sha256);
    await makeFolderSynced(dirname(target));
    await chmod(path, 0o444);
    const isMine = await markArriving(store, digests.sha256);
    const alreadyKept = !(await linkExclusively(path, target));
    if (alreadyKept && isMine) await markArrived(store, [digests.sha256]);
    if (!alreadyKept) await syncFolder(dirname(target));
    return { ...digests, alreadyKept };
  } finally {
    await rm(path, { force: true });
  }
}

async function copyAndHash(source: AsyncIterable<Uint8Array>, part: string, options: KeepOptions): Promise<Omit<KeptBlob, 'alreadyKept'>> {
  const hashes = { sha256: createHash('sha256'), sha1: createHash('sha1'), md5: createHash('md5') };
  let size = 0;
  const file = await open(part, 'wx', 0o600);
  try {
    for await (const bytes of source) {
      options.signal?.throwIfAborted();
      for (const hash of Object.values(hashes)) hash.update(bytes);
      await writeAll(file, bytes);
      size += bytes.byteLength;
      options.onBytes?.(bytes.byteLength);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hashes.sha256.digest('hex'), sha1: hashes.sha1.digest('hex'), md5: hashes.md5.digest('hex'), size };
}

/** `write` may take less than it is given. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    written += (await file.write(bytes, written, bytes.byteLength - written)).bytesWritten;
  }
}

/** True when created, false when the name was taken already. */
async function linkExclusively(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return false;
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code)) return moveIfFree(from, to);
    throw error;
  }
}

/** For file systems without hard links (exFAT sticks). Safe because only one process writes to a case. */
async function moveIfFree(from: string, to: string): Promise<boolean> {
  try {
    await access(to);
    return false;
  } catch {
    await rename(from, to);
    return true;
  }
}
