import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';
import type { BlobStore, KeepOptions } from '../store/blob-store.ts';
import type { StagedBlob } from '../store/keep-stream.ts';
import { nameThePath } from './walk-paths.ts';

/** Bytes of a file as they lay on disk, now in staging. `modifiedAt` is what the file system said (ISO 8601, UTC). */
export type ReceivedFile = StagedBlob & { modifiedAt: string };

/** Without waiting: a pipe put in a file's place since the folder was walked would otherwise hold the import for ever. */
const readOnly = process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK;

/** One buffer is used over and over: memory stays the same for a page and for 4 GB. */
const BUFFER_BYTES = 1024 * 1024;

/**
 * Streams a file once into staging.
 * @throws HoldfastError file-empty, file-changed (grew, shrank, was replaced or rewritten meanwhile), file-missing,
 *   file-unreadable, all naming the path; disk-full. Nothing stays in staging then.
 */
export async function receiveFile(store: BlobStore, path: string, options: KeepOptions): Promise<ReceivedFile> {
  const file = await named(path, () => open(path, readOnly));
  try {
    const before = await named(path, () => file.stat());
    if (!before.isFile()) throw new HoldfastError('file-special', { path });
    if (before.size === 0) throw new HoldfastError('file-empty', { path });
    const staged = await store.receive(chunks(file, path), options);
    try {
      refuseChange(path, staged.size, before, await named(path, () => file.stat()), await named(path, () => stat(path)));
    } catch (error) {
      await store.discard(staged);
      throw error;
    }
    return { ...staged, modifiedAt: before.mtime.toISOString() };
  } finally {
    await file.close();
  }
}

async function* chunks(file: FileHandle, path: string): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  for (;;) {
    const { bytesRead } = await named(path, () => file.read(buffer, 0, BUFFER_BYTES));
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The same file by the same name, with the same size and times, and as many bytes as it said. */
function refuseChange(path: string, received: number, before: Stats, after: Stats, byName: Stats): void {
  const same = (a: Stats, b: Stats) => a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeMs === b.mtimeMs;
  if (received !== before.size || !same(before, after) || !same(before, byName)) throw new HoldfastError('file-changed', { path });
}

/** Errors of the file being read name it; errors of the store, which happen elsewhere, do not come through here. */
async function named<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const { code, facts } = nameThePath(error, path);
    throw new HoldfastError(code === 'internal' ? 'file-unreadable' : code, { ...facts, path }, error);
  }
}
